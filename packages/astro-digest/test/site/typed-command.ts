import { execFile } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { promisify } from 'node:util';

/**
 * Runs a command in a site as its owner would type it, and gives what it prints; nothing of the package manager that runs the tests
 * reaches it.
 *
 * @param env variables besides
 */
export async function typeCommand(
  command: string,
  site: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const ownEnv = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|pnpm_|vitest|node_(?:env|options|path)$)/i.test(name),
  );
  const { stdout } = await promisify(execFile)('sh', ['-c', command], {
    cwd: site,
    env: {
      ...Object.fromEntries(ownEnv),
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      ...env,
    },
  }).catch((error: Error & { stdout?: string; stderr?: string }) => {
    throw new Error([error.message, error.stdout, error.stderr].filter(Boolean).join('\n'));
  });
  return stdout;
}
