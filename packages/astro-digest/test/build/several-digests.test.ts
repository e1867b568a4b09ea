import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSiteSearch } from '../site/site-search.ts';
import { deadLinks } from '../site/dead-links.ts';
import { Html } from '../site/html.ts';
import { digestText, Site } from '../site/site.ts';
import { warningsIn } from '../site/warnings.ts';

const first = digestText('Mar 12', [
  ['Walking Robots', 'Robots walk over forest floors and learn from falling.'],
]);
const second = digestText('Mar 12', [
  ['Seeing Rivers', 'Cameras look at rivers and tell how high the water is.'],
]);

const config = (digests: string): string => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({ site: 'https://example.org', integrations: [${digests}] });
`;

const files = {
  'astro.config.mjs': config(
    `digest({ title: 'Daily Papers' }),
     digest({
       title: 'Vision Weekly', name: 'vision', base: '/vision', lang: 'de', routes: { authors: false },
       components: { Colophon: './src/components/Foot.astro' },
     })`,
  ),
  'src/content.config.ts': `
    import { digestCollections } from 'astro-digest/content';
    export const collections = {
      ...digestCollections(),
      ...digestCollections({ name: 'vision', base: 'src/content/vision' }),
    };
  `,
  'src/components/Foot.astro': `---
import { addresses, t } from 'astro-digest/runtime?digest=vision';
---
<footer id="foot">A foot of its own: <a href={addresses.archive()}>{t('archive')}</a></footer>
`,
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
import LatestIssue from 'astro-digest/components/LatestIssue.astro';
import LatestVision from 'astro-digest/components/LatestIssue.astro?digest=vision';
const counts = [(await getCollection('papers')).length, (await getCollection('vision-papers')).length];
---
<html lang="en"><head><title>Both</title></head>
<body><p id="counts">{counts.join(' and ')}</p><div id="daily"><LatestIssue /></div><div id="vision"><LatestVision /></div></body></html>
`,
  'src/content/digests/2025-03-12.txt': first,
  'src/content/vision/2025-03-12.txt': second,
};

describe('two digests in one site', () => {
  let site: Site;
  let output = '';
  const page = async (path: string): Promise<Html> => new Html(await site.read(`dist/${path}index.html`));

  beforeAll(async () => {
    site = await Site.create('several-digests', files);
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    output = build.output;
  });

  test('the build warns of nothing', () => {
    expect(warningsIn(output)).toEqual([]);
  });

  test('each has its own pages, with its own name, language, papers and components', async () => {
    const [daily, vision] = [await page('papers/'), await page('vision/')];
    expect(daily.text('.digest-masthead .digest-name')).toBe('Daily Papers');
    expect(daily.texts('.digest-paper h2')).toEqual(['Walking Robots']);
    expect(daily.attributes('html', 'lang')).toEqual(['en']);
    expect(daily.text('#foot')).toBeUndefined();
    expect(vision.text('.digest-masthead .digest-name')).toBe('Vision Weekly');
    expect(vision.texts('.digest-paper h2')).toEqual(['Seeing Rivers']);
    expect(vision.attributes('html', 'lang')).toEqual(['de']);
    expect(vision.text('#foot')).toBe('A foot of its own: Archiv');
    expect(vision.attributes('#foot a', 'href')).toEqual(['/vision/archive/']);
  });

  test('routes, feeds and files are those of each', async () => {
    const made = await site.list('dist');
    expect(made).toContain('papers/2025-03-12/walking-robots/index.html');
    expect(made).toContain('vision/2025-03-12/seeing-rivers/index.html');
    expect(made).toContain('vision/images/2025-03-12.png');
    expect(made).not.toContain('vision/authors/index.html');
    expect(await site.read('dist/papers/rss.xml')).toContain('Walking Robots');
    expect(await site.read('dist/vision/rss.xml')).toContain('Seeing Rivers');
    expect(await site.read('dist/vision/rss.xml')).not.toContain('Walking Robots');
    expect(await site.read('dist/vision/2025-03-12/mail.txt')).toContain('Seeing Rivers');
    expect(await deadLinks(site)).toEqual([]);
  });

  test('each has its own search', async () => {
    const titles = async (folder: string, query: string) => {
      const engine = await openSiteSearch(join(site.root, 'dist'), [folder]);
      const { papers } = await engine.search({ text: query, filters: {}, sort: 'relevance' });
      const found = await Promise.all(papers.map((paper) => paper.load()));
      return found.map(({ data }) => data.meta.title);
    };
    expect(await titles('papers/pagefind', 'robots')).toEqual(['Walking Robots']);
    expect(await titles('papers/pagefind', 'rivers')).toEqual([]);
    expect(await titles('vision/pagefind', 'rivers')).toEqual(['Seeing Rivers']);
  });

  test('a page of the site has parts of both, and both collections', async () => {
    const home = await page('');
    expect(home.text('#counts')).toBe('1 and 1');
    expect(home.texts('#daily .digest-title > a')).toEqual(['Walking Robots']);
    expect(home.texts('#vision .digest-title > a')).toEqual(['Seeing Rivers']);
    expect(home.attributes('#vision h2 a', 'href')).toEqual(['/vision/2025-03-12/']);
  });

  test('a second build reads nothing anew and makes the same pages', async () => {
    const before = await site.read('dist/vision/index.html');
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    expect(build.output.match(/\b0 read anew/g)).toHaveLength(2);
    expect(await site.read('dist/vision/index.html')).toBe(before);
  });

  test('the dev server shows both', async () => {
    const server = await site.serve('dev');
    try {
      for (const [path, title] of [
        ['papers/', 'Walking Robots'],
        ['vision/', 'Seeing Rivers'],
        ['vision/2025-03-12/seeing-rivers/', 'Seeing Rivers'],
        ['vision/2025-03-12/mail.txt', 'Seeing Rivers'],
      ]) {
        const response = await fetch(`${server.address}/${path}`);
        expect(response.status, path).toBe(200);
        expect(await response.text()).toContain(title);
      }
    } finally {
      await server.stop();
    }
  });
});

describe('digests that can’t be in one site', () => {
  test.each([
    ['no names', "digest({ title: 'A' }), digest({ title: 'B', base: '/b' })", '`name` is missing'],
    [
      'one name',
      "digest({ title: 'A', name: 'a' }), digest({ title: 'B', name: 'a', base: '/b' })",
      '`name` is not valid: two digests are called `a`',
    ],
    [
      'one base',
      "digest({ title: 'A' }), digest({ title: 'B', name: 'b' })",
      '`base` is not valid: two digests have their pages under `/papers`',
    ],
    [
      'a base inside another',
      "digest({ title: 'A', name: 'a', base: '/papers/archive' }), digest({ title: 'B' })",
      '`base` is not valid: `/papers/archive` is inside `/papers`, where another digest has its pages',
    ],
    [
      'a page of the whole site',
      "digest({ title: 'A', base: '/' }), digest({ title: 'B', name: 'b', base: '/topics' })",
      '`base` is not valid: `/topics` is inside `/`',
    ],
    [
      'shards',
      "digest({ title: 'A', shard: '1/2' }), digest({ title: 'B', name: 'b', base: '/b' })",
      '`shard` is not valid',
    ],
  ])('%s', async (name, digests, message) => {
    const site = await Site.create(`several-digests-${name.replaceAll(' ', '-')}`, {
      ...files,
      'astro.config.mjs': config(digests),
    });
    const build = await site.astro(['build']);
    expect(build.status).toBe(1);
    expect(build.output).toContain(`digest() in astro.config: ${message}`);
  });
});
