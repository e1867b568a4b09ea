import { expect, test } from 'vitest';
import { firstDigest } from '../../src/cli/init/first-digest.ts';
import { config, initSite } from './init-site.ts';

const { write, read, site, init } = initSite();

test('a site that names another folder for its sources has all of it there', async () => {
  await write({ 'astro.config.mjs': config.replace('site:', "srcDir: './app/',\n  site:") });
  expect(await init(['--yes'])).toMatchObject({ status: 0, error: '' });
  expect(Object.keys(await site()).sort()).toEqual([
    'app/content.config.mjs',
    'app/content/digests/1900-01-01.txt',
    'astro.config.mjs',
  ]);
  expect(await read('app/content.config.mjs')).toContain(
    "digestCollections({ base: 'app/content/digests' })",
  );
});

test.each(["new URL('./app/', import.meta.url)", "'../app'", "'/app'"])(
  'sources in %s are left to whoever knows where that is',
  async (folder) => {
    await write({ 'astro.config.mjs': config.replace('site:', `srcDir: ${folder},\n  site:`) });
    const { status, error } = await init(['--yes']);
    expect(status).toBe(1);
    expect(error).toContain("The folder of the sources can't be told from astro.config: write these lines");
    expect(Object.keys(await site())).toEqual(['astro.config.mjs']);
  },
);

test('digests that are there already are enough, also in a folder that the collections name', async () => {
  await write({
    'astro.config.mjs': config,
    'src/content.config.ts':
      "import { digestCollections } from 'astro-digest/content';\nexport const collections = digestCollections({ base: './texts/' });\n",
    'texts/2024/spring.txt': firstDigest(),
  });
  expect(await init(['--yes'])).toMatchObject({ status: 0 });
  expect(Object.keys(await site()).sort()).toEqual([
    'astro.config.mjs',
    'src/content.config.ts',
    'texts/2024/spring.txt',
  ]);
});
