import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { layoutText } from '../histories/layouts.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

const digests = {
  'src/content/digests/2025-03-10.txt': digestText('Mar 10', [
    ['Old owls', 'They hunt at night.'],
    ['Old bats', 'They hunt at night, too.'],
  ]),
  'src/content/digests/2025-03-11.txt': digestText('Mar 11', [
    ['Terns', 'They cross the sea.'],
    ['Newts', 'They live in ponds.'],
  ]),
};

const next = {
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    ['Moths', 'They fly to the light.'],
    ['Wasps', 'They build of paper.'],
  ]),
};

const config = (options: string): string => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({ site: 'https://example.org', integrations: [digest({ title: 'Daily Papers', ${options} })] });
`;

/** A content configuration with a collection of the site's own. */
const withPosts = `
  import { defineCollection } from 'astro:content';
  import { glob } from 'astro/loaders';
  import { digestCollections } from 'astro-digest/content';
  const posts = defineCollection({ loader: glob({ pattern: '*.md', base: 'src/posts' }) });
  export const collections = { ...digestCollections(), posts };
`;

describe('the next day', () => {
  let site: Site;
  let inodes: Map<string, number>;
  let first: string;
  let output: string;

  async function inodesOf(paths: readonly string[]): Promise<Map<string, number>> {
    const stats = paths.map(async (path): Promise<[string, number]> => [
      path,
      (await stat(join(site.root, 'dist', path))).ino,
    ]);
    return new Map(await Promise.all(stats));
  }

  beforeAll(async () => {
    site = await Site.create('kept-next-day', { ...plainSite, ...digests });
    first = (await site.astro(['build'])).output;
    inodes = await inodesOf(await site.list('dist'));
    for (const [path, text] of Object.entries(next)) await site.write(path, text);
    ({ output } = await site.astro(['build']));
  });

  test('keeps the pages that show nothing of it', async () => {
    const now = await inodesOf(await site.list('dist'));
    const kept = [...now].filter(([path, ino]) => inodes.get(path) === ino).map(([path]) => path);
    expect(kept).toEqual(
      expect.arrayContaining(['papers/2025-03-10/old-owls/index.html', 'papers/2025-03-11/terns/index.html']),
    );
    expect(kept).not.toContain('papers/index.html');
    expect(now.has('papers/2025-03-12/moths/index.html')).toBe(true);
  });

  test('is told with what differs', () => {
    expect(first).not.toContain('differ');
    expect(output).toMatch(/differ +\d+ +\d+ kB +from the last build: \d+ new or changed, \d+ gone/);
  });

  test('changes nothing where nothing has changed', async () => {
    const { output } = await site.astro(['build']);
    expect(output).toMatch(/differ +0 +0 kB/);
  });
});

test('a build that fails leaves the last site', async () => {
  const site = await Site.create('kept-failure', {
    ...plainSite,
    ...digests,
    'astro.config.mjs': config("layout: './src/layouts/Base.astro'"),
    'src/styles/site.css': '',
    'src/layouts/Base.astro': layoutText([], 'the first word'),
  });
  await site.astro(['build']);
  const files = await site.list('dist');
  await site.write('src/layouts/Base.astro', layoutText(['throws'], ''));
  expect((await site.astro(['build'])).status).toBe(1);
  expect(await site.list('dist')).toEqual(files);
  expect(await site.read('dist/papers/2025-03-10/old-owls/index.html')).toContain('the first word');

  await site.write('src/layouts/Base.astro', layoutText([], 'another word'));
  expect((await site.astro(['build'])).status).toBe(0);
  for (const path of ['papers/2025-03-10/old-owls', 'papers/2025-03-11', 'papers'])
    expect(await site.read(`dist/${path}/index.html`)).toContain('another word');
});

test('a layout that asks for a collection shows what is in it at each build', async () => {
  const site = await Site.create('kept-collection', {
    ...plainSite,
    ...digests,
    'astro.config.mjs': config("layout: './src/layouts/Base.astro'"),
    'src/content.config.ts': withPosts,
    'src/posts/one.md': '---\ntitle: The first post\n---\n',
    'src/styles/site.css': '',
    'src/layouts/Base.astro': layoutText(['posts'], 'word'),
  });
  await site.astro(['build']);
  await site.write('src/posts/two.md', '---\ntitle: The second post\n---\n');
  const { output } = await site.astro(['build']);
  expect(output).toContain('because src/layouts/Base.astro takes something from outside');
  expect(await site.read('dist/papers/2025-03-10/old-owls/index.html')).toContain('The second post');
});

test('a package that asks for a collection shows what is in it at each build', async () => {
  const site = await Site.create('kept-package', {
    ...plainSite,
    ...digests,
    'astro.config.mjs': config("layout: './src/layouts/Base.astro'"),
    'src/content.config.ts': withPosts,
    'src/posts/one.md': '---\ntitle: The first post\n---\n',
    'node_modules/theme/package.json': JSON.stringify({
      name: 'theme',
      type: 'module',
      keywords: ['astro-component'],
      exports: { './Posts.astro': './Posts.astro' },
    }),
    'node_modules/theme/Posts.astro': `---
import { getCollection } from 'astro:content';
const posts = await getCollection('posts');
---
{posts.map(({ data }) => <p>{data.title}</p>)}
`,
    'src/layouts/Base.astro': `---
import Posts from 'theme/Posts.astro';
const { title } = Astro.props;
---
<html lang="en"><head><title>{title}</title><slot name="head" /></head><body><Posts /><slot /></body></html>
`,
  });
  await site.astro(['build']);
  await site.write('src/posts/two.md', '---\ntitle: The second post\n---\n');
  await site.astro(['build']);
  expect(await site.read('dist/papers/2025-03-10/old-owls/index.html')).toContain('The second post');
});

test('of two builds at a time one waits, and both end well', async () => {
  const site = await Site.create('kept-twice', { ...plainSite, ...digests });
  const builds = await Promise.all([site.astro(['build']), site.astro(['build'])]);
  for (const { status, output } of builds) expect(status, output).toBe(0);
  expect(builds.map(({ output }) => output).join('')).toContain('this one waits until that has ended');
  expect(await site.list('dist')).toContain('papers/2025-03-10/old-owls/index.html');
});

test('what the configuration puts into all pages is shown at each build', async () => {
  const configWith = (word: string): string => `
    import { defineConfig } from 'astro/config';
    import digest from 'astro-digest';
    const script = {
      name: 'script',
      hooks: { 'astro:config:setup': ({ injectScript }) => injectScript('head-inline', 'window.word = "${word} script"') },
    };
    export default defineConfig({
      site: 'https://example.org',
      vite: { define: { __WORD__: '"${word} definition"' } },
      integrations: [script, digest({ title: 'Daily Papers', layout: './src/layouts/Base.astro' })],
    });
  `;
  const site = await Site.create('kept-configuration', {
    ...plainSite,
    ...digests,
    'astro.config.mjs': configWith('first'),
    'src/styles/site.css': '',
    'src/layouts/Base.astro': layoutText([], '{__WORD__}'),
  });
  await site.astro(['build']);
  await site.write('astro.config.mjs', configWith('second'));
  await site.astro(['build']);
  for (const path of ['papers/2025-03-10/old-owls', 'papers/2025-03-11/terns', 'papers/2025-03-10']) {
    const page = await site.read(`dist/${path}/index.html`);
    expect(page).toContain('second definition');
    expect(page).toContain('second script');
    expect(page).not.toContain('first');
  }
});
