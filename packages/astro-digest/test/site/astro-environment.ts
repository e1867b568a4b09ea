/**
 * The environment in which Astro's program is started: nothing of the tests' own, which makes Astro believe that it runs inside Vitest.
 *
 * @param more variables that it has besides
 */
export function astroEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    ...more,
  };
}
