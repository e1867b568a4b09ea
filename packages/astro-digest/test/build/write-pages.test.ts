import { describe, expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';

const digest = {
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    ['One', 'The first.'],
    ['Two', 'The second.'],
    ['Three', 'The third.'],
  ]),
};

const configOf = (more: string, options = ''): string => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  const listing = { name: 'listing', hooks: { 'astro:build:done': ({ pages }) => console.log('PAGES ' + JSON.stringify(pages.map(({ pathname }) => pathname))) } };
  export default defineConfig({ integrations: [digest({ title: 'Daily Papers', ${options} }), listing], ${more} });
`;

const pagesOf = (output: string): string[] => JSON.parse(/PAGES (.*)/.exec(output)?.[1] ?? '[]') as string[];

describe.each([
  ['directory', 'ignore', (slug: string) => `papers/2025-03-12/${slug}/index.html`, '/'],
  ['directory', 'never', (slug: string) => `papers/2025-03-12/${slug}/index.html`, ''],
  ['file', 'ignore', (slug: string) => `papers/2025-03-12/${slug}.html`, ''],
  ['preserve', 'ignore', (slug: string) => `papers/2025-03-12/${slug}.html`, ''],
] as const)('format %s, trailing slash %s', (format, trailingSlash, fileOf, ending) => {
  test('every paper has its page, and other integrations are told of all pages once', async () => {
    const site = await Site.create(`paper-pages-${format}-${trailingSlash}`, {
      ...plainSite,
      ...digest,
      'astro.config.mjs': configOf(`build: { format: '${format}' }, trailingSlash: '${trailingSlash}'`),
    });
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    expect(await site.list('dist')).toEqual(expect.arrayContaining(['one', 'two', 'three'].map(fileOf)));
    const pages = pagesOf(build.output);
    expect(pages).toEqual(
      expect.arrayContaining(['one', 'two', 'three'].map((slug) => `papers/2025-03-12/${slug}${ending}`)),
    );
    expect(new Set(pages).size).toBe(pages.length);
    expect(build.output).toContain(`${pages.length} page(s) built`);
  });
});

test("a page of the site's own at a paper's address stays", async () => {
  const site = await Site.create('paper-pages-own', {
    ...plainSite,
    ...digest,
    'src/pages/papers/2025-03-12/one.astro': '<p>Mine</p>',
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(await site.read('dist/papers/2025-03-12/one/index.html')).toContain('Mine');
  expect(await site.read('dist/papers/2025-03-12/two/index.html')).toContain('The second.');
});

test('a middleware that sends readers elsewhere makes a redirect', async () => {
  const site = await Site.create('paper-pages-redirect', {
    ...plainSite,
    ...digest,
    'src/middleware.js': `export const onRequest = (context, next) => context.url.pathname.includes('/one') ? context.redirect('https://example.org/elsewhere') : next();`,
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(await site.read('dist/papers/2025-03-12/one/index.html')).toContain(
    'url=https://example.org/elsewhere',
  );
  expect(await site.read('dist/papers/2025-03-12/two/index.html')).toContain('The second.');
});

test('other integrations are told of the pages of a shard', async () => {
  const site = await Site.create('write-pages-shard', {
    ...plainSite,
    ...digest,
    'src/content/digests/2025-03-13.txt': digestText('Mar 13', [['Four', 'The fourth.']]),
    'astro.config.mjs': configOf('', `shard: process.env.SHARD`),
  });
  const builds = [];
  for (const number of [1, 2]) {
    const build = await site.astro(['build'], { SHARD: `${number}/2` });
    expect(build.status, build.output).toBe(0);
    builds.push(pagesOf(build.output).filter((path) => /^papers\/2025-03-1\d\/\w+\//.test(path)));
  }
  expect(builds.flat().sort()).toEqual(
    ['12/one', '12/three', '12/two', '13/four'].map((path) => `papers/2025-03-${path}/`),
  );
});

test('topics and related papers are found once, also where there is no search', async () => {
  const site = await Site.create('write-pages-no-search', {
    ...plainSite,
    ...digest,
    'astro.config.mjs': configOf('', 'search: false'),
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(build.output).toMatch(/^ {2}topics .*related papers of 3$/m);
  expect(build.output).not.toMatch(/^ {2}index /m);
});
