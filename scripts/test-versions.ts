// Runs tests with other versions of Astro and Node.js, in a copy of the workspace:
//
//   pnpm test:versions --astro 6 --node 22 [arguments of vitest]
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';
import { astroVersions, nodeVersions, withVersions } from './versions.ts';

/** Folders that commands make, and what git keeps. */
const made = new Set(['.artifacts', '.astro', '.git', '.work', 'coverage', 'dist', 'node_modules']);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, tokens } = parseArgs({
  options: { astro: { type: 'string', default: '7' }, node: { type: 'string', default: '24' } },
  strict: false,
  tokens: true,
});
const astro = astroVersions[String(values.astro)];
const node = nodeVersions[String(values.node)];
if (!astro || !node) {
  const list = (versions: object): string => Object.keys(versions).join(' or ');
  console.error(`Use --astro ${list(astroVersions)} and --node ${list(nodeVersions)}.`);
  process.exit(1);
}
const own = new Set(['astro', 'node']);
const taken = new Set(
  tokens
    .filter((token) => token.kind === 'option')
    .filter(({ name }) => own.has(name))
    .flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1])),
);
const vitestArguments = process.argv.slice(2).filter((_, index) => !taken.has(index));

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
const folder = await mkdtemp(join(tmpdir(), `astro-${values.astro}-node-${values.node}-`));
const status = await test(folder).finally(() => rm(folder, { recursive: true, force: true }));
process.exit(status);

/** Copies the workspace, and tests the copy; resolves with the exit status of the first step that fails. */
async function test(folder: string): Promise<number> {
  await cp(root, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !made.has(basename(path)),
  });
  for (const path of await readdir(folder, { recursive: true })) {
    if (basename(path) !== 'package.json') continue;
    const file = join(folder, path);
    await writeFile(file, withVersions(await readFile(file, 'utf8'), { ...astro, ...node }));
  }
  const tell = "console.log('Astro', require('astro/package.json').version + ', Node.js', process.version)";
  const steps = [
    ['install', '--no-frozen-lockfile', '--prefer-offline'],
    ['--filter', 'astro-digest', 'exec', 'node', '--eval', tell],
    ['run', 'build'],
    ['exec', 'vitest', 'run', ...vitestArguments],
  ];
  for (const step of steps) {
    const status = await run('npx', ['-y', 'pnpm@12', ...step], { cwd: folder });
    if (status !== 0) return status;
  }
  return 0;
}
