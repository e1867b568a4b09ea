// Runs every check and every test, and ends with one summary; then some of the built sites on the oldest versions that the packages
// work with. With arguments, which are those of vitest, it runs what they say.
import { findBrowser } from './browser.ts';
import { findFirefox } from './firefox.ts';
import { run } from './run.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
const vitestArguments = process.argv.slice(2);

/** What differs most between versions of Astro: the rest is run on them by a workflow. */
const onOldVersions = [
  'endpoint-addresses',
  'existing-site',
  'layout',
  'old-versions',
  'pages',
  'paper-files',
  'servers',
  'several-digests',
].map((name) => `test/build/${name}.test.ts`);

await step(['run', 'build']);
await step(['run', 'lint']);
try {
  process.env['CHROME_PATH'] = await findBrowser();
  process.env['FIREFOX_PATH'] = (await findFirefox()) ?? '';
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
await step(['exec', 'vitest', 'run', '--coverage', ...vitestArguments]);
if (vitestArguments.length === 0) {
  console.log('\nThe oldest versions: Astro 6, Node.js 22');
  await step([
    'run',
    'test:versions',
    '--astro',
    '6',
    '--node',
    '22',
    '--project',
    'build',
    ...onOldVersions,
  ]);
}

/** Runs a command of pnpm; when it fails, that is the end. */
async function step(args: readonly string[]): Promise<void> {
  const status = await run('pnpm', args);
  if (status !== 0) process.exit(status);
}
