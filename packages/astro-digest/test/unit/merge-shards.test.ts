import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

let root: string;
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'merge-shards-'))));
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function shard(folder: string, manifest: object, files: Record<string, string>): Promise<void> {
  await write(
    `${folder}/astro-digest-shard.json`,
    JSON.stringify({ of: 2, contentHash: 'a', issues: [], ...manifest }),
  );
  for (const [path, text] of Object.entries(files)) await write(`${folder}/${path}`, text);
}

function printInto(lines: string[]): Terminal {
  const print = (text: string) => lines.push(text);
  return { out: print, error: print, colours: false };
}

async function merge(...folders: string[]) {
  const lines: string[] = [];
  const args = ['merge', ...folders.map((folder) => join(root, folder)), '--out', join(root, 'out')];
  const status = await run(args, printInto(lines));
  return { status, text: lines.join('\n').replaceAll(`${root}/`, '') };
}

test('files of all shards come together, those that all have once', async () => {
  await shard('a', { shard: 1, issues: ['x'] }, { 'x/index.html': 'x', 'style.css': 's' });
  await shard('b', { shard: 2, issues: ['y', 'z'] }, { 'y/index.html': 'y', 'style.css': 's' });
  await write('out/old.html', 'old');
  expect(await merge('b', 'a')).toEqual({ status: 0, text: '2 shards, 3 issues: 3 files, 0.0 MB in out' });
  const files = await readdir(join(root, 'out'), { recursive: true });
  expect(files.sort()).toEqual(['style.css', 'x', 'x/index.html', 'y', 'y/index.html']);
  expect((await readdir(root)).sort()).toEqual(['a', 'b', 'out']);
});

test.each<[string, () => Promise<unknown>, string]>([
  [
    'a shard is missing',
    () => shard('b', { shard: 2, of: 3 }, {}).then(() => shard('a', { shard: 1, of: 3 }, {})),
    'Of 3 shards 3 is missing: name the folder of each.',
  ],
  [
    'a shard is there twice',
    () => shard('b', { shard: 1 }, {}),
    'b and a are both shard 1: name each shard once.',
  ],
  [
    'the numbers differ',
    () => shard('b', { shard: 2, of: 4 }, {}),
    'b is one of 4 shards and a one of 2: build all with the same number.',
  ],
  [
    'the papers differ',
    () => shard('b', { shard: 2, contentHash: 'b' }, {}),
    'b and a were built from different papers or options: build all shards from one commit.',
  ],
  [
    'a folder is no shard',
    () => write('b/index.html', ''),
    "b is no shard of a site: it has no astro-digest-shard.json; build it with `shard: '1/4'` or the like.",
  ],
  [
    'a manifest is broken',
    () => write('b/astro-digest-shard.json', '{'),
    'b/astro-digest-shard.json:1:1 This file was not written by a build: build the shard again.',
  ],
  [
    'two files differ',
    () => shard('b', { shard: 2 }, { 'style.css': 't' }),
    'b/style.css is another file than that of an earlier shard at its place: build all shards from one commit.',
  ],
])('when %s, it says so and leaves what is there', async (_, make, sentence) => {
  await shard('a', { shard: 1 }, { 'style.css': 's' });
  await make();
  await write('out/index.html', 'before');
  expect(await merge('a', 'b')).toEqual({ status: 1, text: sentence });
  expect(await readFile(join(root, 'out/index.html'), 'utf8')).toBe('before');
  expect((await readdir(root)).sort()).toEqual(['a', 'b', 'out']);
});

test.each([
  [[], 2, 'Usage: astro-digest'],
  [['--help'], 0, 'Usage: astro-digest'],
  [['publish'], 2, '`publish` is not a command'],
  [['merge', 'a'], 2, 'Name the folders'],
  [['merge', '--into', 'a'], 2, "Unknown option '--into'. See astro-digest --help."],
] as const)('%j is answered', async (args, status, text) => {
  const lines: string[] = [];
  expect(await run(args, printInto(lines))).toBe(status);
  expect(lines.join('\n')).toContain(text);
});
