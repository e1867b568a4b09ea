// Runs every check and every test, and ends with one summary.
import { findBrowser } from './browser.ts';
import { run } from './run.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

for (const step of ['build', 'lint']) {
  const status = await run('pnpm', ['run', step]);
  if (status !== 0) process.exit(status);
}
try {
  process.env['CHROME_PATH'] = await findBrowser();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
process.exit(await run('pnpm', ['exec', 'vitest', 'run', '--coverage', ...process.argv.slice(2)]));
