// Runs tests with other versions of Astro and Node.js, in a copy of the workspace:
//
//   pnpm test:versions --astro 6 --node 22 [arguments of vitest]
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { parseArgs, promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';
import { astroVersions, nodeVersions, withVersions } from './versions.ts';

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
    .filter((token) => token.kind === 'option' && own.has(token.name))
    .flatMap(({ index }) => [index, index + 1]),
);
const vitestArguments = process.argv.slice(2).filter((_, index) => !taken.has(index));

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
const folder = await mkdtemp(join(tmpdir(), `astro-${values.astro}-node-${values.node}-`));
const status = await test(folder).finally(() => rm(folder, { recursive: true, force: true }));
process.exit(status);

/** Copies the workspace, and tests the copy; resolves with the exit status of the first step that fails. */
async function test(folder: string): Promise<number> {
  for (const file of await files()) {
    const copy = join(folder, file);
    await cp(join(root, file), copy, { verbatimSymlinks: true });
    if (basename(file) === 'package.json')
      await writeFile(copy, withVersions(await readFile(copy, 'utf8'), { ...astro, ...node }));
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

/** The files of the workspace that are not made by a command. */
async function files(): Promise<string[]> {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { stdout } = await promisify(execFile)('git', list, { cwd: root, maxBuffer: 2 ** 24 });
  return stdout.split('\0').filter(Boolean);
}
