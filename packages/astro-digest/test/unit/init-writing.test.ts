import { chmod, lstat, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeAdvice } from '../../src/cli/init/write-advice.ts';
import { writeAll } from '../../src/cli/init/write.ts';
import { config, initSite } from './init-site.ts';

const { at, write, read, site, init } = initSite();

test('of a file with Windows lines and a mark at its beginning no byte changes', async () => {
  const bytes = Buffer.from(`\uFEFF${config.replaceAll('\n', '\r\n')}// “äé日𝒙”\r\n`);
  await write({ 'astro.config.mjs': bytes });
  expect(await init(['--yes'])).toMatchObject({ status: 0, error: '' });
  const after = (await readFile(at('astro.config.mjs'))).toString('latin1');
  const without = after
    .replace("import digest from 'astro-digest';\r\n", '')
    .replace("digest({ title: 'Daily Papers' })", '');
  expect(without).toBe(bytes.toString('latin1'));
  expect(await read('src/content.config.mjs')).toMatch(/^import [^\n]+;\r\n\r\nexport [^\n]+;\r\n$/);
});

test('a file keeps who may read it, and a link to it stays a link', async () => {
  await write({ 'shared/astro.config.mjs': config });
  await chmod(at('shared/astro.config.mjs'), 0o640);
  await symlink('shared/astro.config.mjs', at('astro.config.mjs'));
  expect(await init(['--yes'])).toMatchObject({ status: 0 });
  expect((await lstat(at('astro.config.mjs'))).isSymbolicLink()).toBe(true);
  expect((await stat(at('shared/astro.config.mjs'))).mode & 0o777).toBe(0o640);
  expect(await read('shared/astro.config.mjs')).toContain('digest({');
});

test('a file that somebody saves while the question stands is left alone', async () => {
  await write({ 'astro.config.mjs': config });
  const edited = `${config}// more\n`;
  const { status, error } = await init([], {
    ask: async () => {
      await write({ 'astro.config.mjs': edited });
      return true;
    },
  });
  expect({ status, error }).toEqual({
    status: 1,
    error: 'astro.config.mjs was changed meanwhile, so nothing was written: run this again.\n',
  });
  expect(await read('astro.config.mjs')).toBe(edited);
});

test('a file that can’t be written is named, and nothing is left beside it', async () => {
  await write({ 'astro.config.mjs': config, 'src/content': 'a file where a folder should be' });
  const { status, error } = await init(['--yes']);
  expect(status).toBe(1);
  expect(error).toMatch(
    /^src\/content\/digests\/1900-01-01\.txt can't be written \((?:ENOTDIR|EEXIST)\), so nothing was: move the file away that stands where its folder should be and run this again\.\n$/,
  );
  expect(Object.keys(await site()).sort()).toEqual(['astro.config.mjs', 'src/content']);
});

test('when the last file can’t be written, those before it are as they were', async () => {
  await write({ 'astro.config.mjs': config, 'src/content.config.mjs': 'export const collections = {};\n' });
  const before = await site();
  const { status, error } = await init([], {
    ask: async () => {
      // A folder stands where the file is put that comes last.
      await mkdir(`${at('astro.config.mjs')}.${process.pid}.tmp`);
      return true;
    },
  });
  expect(status).toBe(1);
  expect(error).toBe(
    "astro.config.mjs can't be written (EISDIR), so nothing was: move the folder away that stands in its place and run this again.\n",
  );
  expect(await site()).toEqual(before);
  expect(await readdir(at('src'))).toEqual(['content.config.mjs']);
});

test('when a file can’t be put in its place, those that were before it are brought back', async () => {
  const contentConfig = 'export const collections = {};\n';
  await write({ 'astro.config.mjs': config, 'src/content.config.mjs': contentConfig });
  await chmod(at('src/content.config.mjs'), 0o640);
  const writes = [
    { kind: 'write' as const, path: 'src/content.config.mjs', before: contentConfig, after: 'new', why: '' },
    { kind: 'write' as const, path: 'a/b/new.txt', before: undefined, after: 'new', why: '' },
    // It is written under its other name once, and can be put in its place once only.
    { kind: 'write' as const, path: 'a/b/new.txt', before: undefined, after: 'new', why: '' },
  ];
  await expect(writeAll(at(), writes)).rejects.toThrow(
    "a/b/new.txt can't be written (ENOENT), so nothing was: let no other program change the folder meanwhile and run this again.",
  );
  expect(await site()).toEqual({ 'astro.config.mjs': config, 'src/content.config.mjs': contentConfig });
  expect((await stat(at('src/content.config.mjs'))).mode & 0o777).toBe(0o640);
  expect(await readdir(at())).toEqual(['astro.config.mjs', 'src']);
});

test.each([
  ['EACCES', 'make its folder writable'],
  ['EPERM', 'make its folder writable'],
  ['EROFS', 'put the site onto a disk that can be written'],
  ['ENOSPC', 'make room on the disk'],
  ['EDQUOT', 'make room on the disk'],
  ['EBUSY', 'close the program that uses it'],
  ['ENAMETOOLONG', 'put the site into a folder with a shorter path'],
  ['EIO', 'look up what that code means'],
])('what helps against %s is to %s', (code, advice) => {
  expect(writeAdvice(code)).toBe(advice);
});
