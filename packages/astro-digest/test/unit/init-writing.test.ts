import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
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
    error: 'astro.config.mjs was changed meanwhile: run this again.\n',
  });
  expect(await read('astro.config.mjs')).toBe(edited);
});

test('a file that can’t be written is named, and nothing is left beside it', async () => {
  await write({ 'astro.config.mjs': config, 'src/content': 'a file where a folder should be' });
  const { status, error } = await init(['--yes']);
  expect(status).toBe(1);
  expect(error).toMatch(
    /^src\/content\/digests\/2025-03-09\.txt can't be written \((?:ENOTDIR|EEXIST)\): make its folder writable and run this again\.\n$/,
  );
  expect(Object.keys(await site()).sort()).toEqual(['astro.config.mjs', 'src/content']);
});
