import { copyFile, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf } from '../../src/kept/hash.ts';
import { startSiteWriter, type SiteWriter } from '../../src/kept/site-writer.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site writer '));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

/** Builds a site of pages, each of which is made where it can't be kept; gives the paths of those that were made. */
async function build(
  site: string,
  pages: Readonly<Record<string, { key: string; text: string }>>,
  published?: string,
): Promise<string[]> {
  const writer = startSiteWriter({
    site: join(folder, site),
    kept: join(folder, 'kept'),
    published: published && join(folder, published),
  });
  const missing = await writer.keep(Object.entries(pages).map(([unit, { key }]) => ({ unit, key })));
  for (const path of missing) write(writer, path, pages[path] as { key: string; text: string });
  await writer.finish();
  return [...missing];
}

function write(writer: SiteWriter, path: string, { key, text }: { key: string; text: string }): void {
  writer.write({ unit: path, key, path, content: bytes(text) });
}

test('all files are there at the end, with their folders and whole', async () => {
  const writer = startSiteWriter({ site: folder });
  for (let number = 0; number < 300; number++) {
    write(writer, `all/${number % 7}/ä ${number}.txt`, { key: '', text: `No. ${number}` });
    if (number % 32 === 0) await writer.flush();
  }
  writer.write({ unit: 'large', key: '', path: 'all/large', content: new Uint8Array(20_000_000).fill(7) });
  await writer.flush();
  write(writer, 'all/empty', { key: '', text: '' });
  await writer.finish();
  expect(await read('all/5/ä 299.txt')).toBe('No. 299');
  expect((await stat(join(folder, 'all/large'))).size).toBe(20_000_000);
  const entries = await readdir(join(folder, 'all'), { recursive: true, withFileTypes: true });
  expect(entries.filter((entry) => entry.isFile()).length).toBe(302);
});

test('a file that can not be written stops the build with what the file system says', async () => {
  await writeFile(join(folder, 'file'), '');
  const writer = startSiteWriter({ site: folder });
  write(writer, 'file/within', { key: '', text: '' });
  await expect(writer.finish()).rejects.toThrow('EEXIST');
});

test('what was made of the same is kept, with and without the last site; the rest is made', async () => {
  const first = { 'a/index.html': { key: '1', text: 'A' }, 'b/index.html': { key: '1', text: 'B' } };
  expect(await build('one', first)).toEqual(['a/index.html', 'b/index.html']);
  const second = { ...first, 'b/index.html': { key: '2', text: 'B2' }, c: { key: '1', text: 'C' } };
  expect(await build('two', second, 'one')).toEqual(['b/index.html', 'c']);
  expect(await Promise.all(['two/a/index.html', 'two/b/index.html', 'two/c'].map(read))).toEqual([
    'A',
    'B2',
    'C',
  ]);
  // The last site has what it had.
  expect(await read('one/b/index.html')).toBe('B');
  expect((await stat(join(folder, 'one/a/index.html'))).ino).toBe(
    (await stat(join(folder, 'two/a/index.html'))).ino,
  );
  expect(await build('three', second)).toEqual([]);
  expect(await Promise.all(['three/a/index.html', 'three/b/index.html', 'three/c'].map(read))).toEqual([
    'A',
    'B2',
    'C',
  ]);
});

test('what somebody changed in the last site is not taken from there', async () => {
  const pages = { page: { key: '1', text: 'made' } };
  await build('one', pages);
  await writeFile(join(folder, 'one/page'), 'changed');
  expect(await build('two', pages, 'one')).toEqual([]);
  expect(await read('two/page')).toBe('made');
});

test('what is not in the site any more is not kept, and not in the site', async () => {
  const page = { key: '1', text: 'text' };
  await build('one', { old: page, page });
  await build('two', { page }, 'one');
  expect(await readdir(join(folder, 'two'))).toEqual(['page']);
  expect(await build('three', { old: page, page })).toEqual(['old']);
});

test('files of a folder are kept together', async () => {
  const made = join(folder, 'made');
  const unit = { unit: 'index', key: '1' };
  const one = startSiteWriter({ site: join(folder, 'one'), kept: join(folder, 'kept') });
  await writeFile(join(folder, 'x'), '');
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(made, 'deep'), { recursive: true });
  await writeFile(join(made, 'deep/b'), 'B');
  await writeFile(join(made, 'a'), 'A');
  expect([...(await one.keep([unit]))]).toEqual(['index']);
  await one.adopt(unit, made, 'search');
  await one.finish();
  expect([await read('one/search/a'), await read('one/search/deep/b')]).toEqual(['A', 'B']);
  const two = startSiteWriter({ site: join(folder, 'two'), kept: join(folder, 'kept') });
  expect((await two.keep([unit])).size).toBe(0);
  await two.finish();
  expect([await read('two/search/a'), await read('two/search/deep/b')]).toEqual(['A', 'B']);
});

test('damage in what is kept is noticed, and what was damaged is made anew', async () => {
  const pages = Object.fromEntries(
    Array.from({ length: 40 }, (_, number) => [`p${number}`, { key: '1', text: `${number}`.repeat(100) }]),
  );
  await build('first', pages);
  const damages = [
    (whole: Buffer) => whole.subarray(0, whole.length / 2),
    () => Buffer.alloc(0),
    (whole: Buffer) => Buffer.from(whole.map((byte, index) => (index === 1000 ? byte ^ 4 : byte))),
  ];
  for (let round = 0; round < 12; round++) {
    const entries = await readdir(join(folder, 'kept'), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const file = files.sort()[round % files.length] as string;
    await writeFile(file, (damages[round % 3] as (whole: Buffer) => Buffer)(await readFile(file)));
    await build(`after-${round}`, pages);
    for (const [path, { text }] of Object.entries(pages))
      expect(await read(`after-${round}/${path}`)).toBe(text);
  }
});

test('packs hold little that is of no use, and are few', async () => {
  const page = (number: number, day: number) => ({ key: `${day}`, text: `${number} ${day} `.repeat(500) });
  for (let day = 0; day < 30; day++) {
    const pages = Object.fromEntries(
      Array.from({ length: 20 }, (_, number) => [`p${number}`, page(number, number < 4 ? day : 0)]),
    );
    await build(`site-${day}`, pages, day > 0 ? `site-${day - 1}` : undefined);
    const packs = await readdir(join(folder, 'kept/packs'));
    const sizes = await Promise.all(
      packs.map(async (name) => (await stat(join(folder, 'kept/packs', name))).size),
    );
    const use = Object.values(pages).reduce((sum, { text }) => sum + text.length, 0);
    expect(packs.length).toBeLessThanOrEqual(13);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 * use);
  }
});

test('a site tells which files are as in the last one, and knows a file again that was copied', async () => {
  const pages = { a: { key: '1', text: 'A' }, b: { key: '1', text: 'B' }, c: { key: '1', text: 'C' } };
  await build('one', pages);
  await copyFile(join(folder, 'one/a'), join(folder, 'one/copy'));
  await rename(join(folder, 'one/copy'), join(folder, 'one/a'));
  const writer = startSiteWriter({
    site: join(folder, 'two'),
    kept: join(folder, 'kept'),
    published: join(folder, 'one'),
  });
  await writer.keep(
    Object.entries(pages).map(([unit, { key }]) => ({ unit, key: unit === 'b' ? '2' : key })),
  );
  write(writer, 'b', { key: '2', text: 'B2' });
  expect([...(await writer.finish()).same].sort()).toEqual([
    ['a', 1, hashOf('A')],
    ['c', 1, hashOf('C')],
  ]);
  expect((await stat(join(folder, 'two/a'))).ino).toBe((await stat(join(folder, 'one/a'))).ino);
});

test('what somebody changed to as many bytes is not taken, even at the same time', async () => {
  const pages = { page: { key: '1', text: 'made' } };
  await build('one', pages);
  const file = join(folder, 'one/page');
  const { mtime } = await stat(file);
  await writeFile(join(folder, 'other'), 'fake');
  await utimes(join(folder, 'other'), mtime, mtime);
  await rename(join(folder, 'other'), file);
  await build('two', pages, 'one');
  expect(await read('two/page')).toBe('made');
});

test('a sparse site has only what differs from the last one', async () => {
  const pages = { a: { key: '1', text: 'A' }, b: { key: '1', text: 'B' }, c: { key: '1', text: 'C' } };
  await build('one', pages);
  await writeFile(join(folder, 'one/c'), 'changed');
  const writer = startSiteWriter({
    site: join(folder, 'two'),
    kept: join(folder, 'kept'),
    published: join(folder, 'one'),
    isSparse: true,
  });
  const missing = await writer.keep(
    Object.entries(pages).map(([unit, { key }]) => ({ unit, key: unit === 'b' ? '2' : key })),
  );
  expect([...missing]).toEqual(['b']);
  write(writer, 'b', { key: '2', text: 'B2' });
  expect(await writer.finish()).toMatchObject({ same: [['a', 1, hashOf('A')]] });
  expect((await readdir(join(folder, 'two'))).sort()).toEqual(['b', 'c']);
  expect(await Promise.all(['one/a', 'one/b', 'two/b', 'two/c'].map(read))).toEqual(['A', 'B', 'B2', 'C']);
});

test('a file of the last site stays although what is kept of it is damaged', async () => {
  const pagesOf = (day: number) =>
    Object.fromEntries(
      Array.from({ length: 10 }, (_, number) => {
        const key = number < 8 ? `${day}` : '0';
        return [`p${number}`, { key, text: `${number} ${key} `.repeat(200) }];
      }),
    );
  await build('one', pagesOf(1));
  const pack = join(folder, 'kept/packs/1.pack');
  const bytes = await readFile(pack);
  await writeFile(pack, bytes.fill(0, bytes.length - 400));
  const writer = startSiteWriter({
    site: join(folder, 'two'),
    kept: join(folder, 'kept'),
    published: join(folder, 'one'),
    isSparse: true,
  });
  const pages = pagesOf(2);
  const units = Object.entries(pages).map(([unit, { key }]) => ({ unit, key }));
  for (const path of await writer.keep(units))
    write(writer, path, pages[path] as { key: string; text: string });
  const { same } = await writer.finish();
  expect(same.map(([path]) => path).sort()).toEqual(['p8', 'p9']);
});
