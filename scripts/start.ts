// Builds the packages and the minimal example, then serves the built site until Ctrl-C.
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

// Ctrl-C reaches the server as well; this process only waits for it to end.
let interrupted = false;
process.on('SIGINT', () => (interrupted = true));
process.on('SIGTERM', () => (interrupted = true));
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

const root = fileURLToPath(new URL('../', import.meta.url));
const example = fileURLToPath(new URL('../examples/minimal/', import.meta.url));
const steps = [
  { args: ['run', 'build'], cwd: root },
  { args: ['exec', 'astro', 'build'], cwd: example },
  {
    args: ['exec', 'astro', 'preview', ...process.argv.slice(2).filter((argument) => argument !== '--')],
    cwd: example,
  },
];
for (const { args, cwd } of steps) {
  const status = await run('pnpm', args, { cwd });
  if (interrupted) break;
  if (status !== 0) process.exit(status);
}
