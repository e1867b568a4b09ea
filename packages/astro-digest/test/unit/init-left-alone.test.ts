import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { config, contentConfig, initSite } from './init-site.ts';

const { at, write, site, init } = initSite();

test('a file that can’t be changed safely stays, its lines are printed, and nothing is written', async () => {
  const own = "import { all } from './integrations.mjs';\nexport default { integrations: all };\n";
  await write({ 'astro.config.mjs': own, 'src/content.config.js': contentConfig });
  const { status, error, out } = await init(['--yes', '--title', 'Vision Papers']);
  expect(status).toBe(1);
  expect(error)
    .toBe(`astro.config.mjs:2:32 This file stays as it is, because its integrations are not a list that is written there: write these lines yourself.
    import digest from 'astro-digest';
    integrations: [digest({ title: 'Vision Papers' })],

Nothing was written: write those lines, then run this again for src/content/digests/1900-01-01.txt and src/content.config.js.
`);
  expect(out).not.toContain('astro.config.mjs');
  expect(out).toContain('{ blog, ...digestCollections() }');
  expect(await site()).toEqual({ 'astro.config.mjs': own, 'src/content.config.js': contentConfig });
});

test('a content config with papers of its own stays, and there is no digest that nothing would read', async () => {
  await write({
    'astro.config.mjs': config,
    'src/content.config.ts': 'export const collections = { papers };\n',
  });
  const { status, error } = await init(['--yes']);
  expect(status).toBe(1);
  expect(error)
    .toBe(`src/content.config.ts:1:30 This file stays as it is, because it has a collection \`papers\` already: write these lines yourself.
    import { digestCollections } from 'astro-digest/content';
    export const collections = { ...digestCollections() };

Nothing was written: write those lines, then run this again for astro.config.mjs.
`);
  expect(Object.keys(await site()).sort()).toEqual(['astro.config.mjs', 'src/content.config.ts']);
});

test.each<[string, Record<string, string | Uint8Array>, string, string]>([
  [
    'a CommonJS config',
    { 'astro.config.cjs': 'module.exports = {};\n' },
    'astro.config.cjs',
    "astro.config.cjs is a CommonJS module, which Astro doesn't read: write astro.config.mjs, with these lines.",
  ],
  [
    'collections where Astro 5 had them',
    { 'astro.config.mjs': config, 'src/content/config.ts': contentConfig },
    'src/content/config.ts',
    'src/content/config.ts is where Astro no longer looks for collections: move it to src/content.config.mjs, with these lines.',
  ],
  [
    'another encoding',
    { 'astro.config.mjs': Buffer.from(config, 'utf16le').subarray(0, 33) },
    'astro.config.mjs',
    'astro.config.mjs:1:2 This file stays as it is',
  ],
  [
    'an encoding that loses bytes',
    { 'astro.config.mjs': Buffer.from(`// caf\u00e9\n${config}`, 'latin1') },
    'astro.config.mjs',
    'astro.config.mjs This file stays as it is, because it is not written in UTF-8: write these lines yourself.',
  ],
])('%s stays as it is, and the lines are printed', async (_, files, path, message) => {
  await write(files);
  const bytes = await readFile(at(path));
  const before = await site();
  const { status, error } = await init(['--yes']);
  expect(status).toBe(1);
  expect(error).toContain(message);
  expect(await readFile(at(path))).toEqual(bytes);
  expect(await site()).toEqual(before);
});
