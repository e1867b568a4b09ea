import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DigestOptions } from '../../src/integration/options.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { hasAllWords } from '../../src/search/found.ts';
import { deadLinks } from '../site/dead-links.ts';
import { copyExample } from '../site/example.ts';
import { Html } from '../site/html.ts';
import { openSiteSearch } from '../site/site-search.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

/** Of one word and of several, in other forms than papers have them, begun words, compounds, names, identifiers, phrases. */
const queries = [
  'attention',
  'transformers',
  'language models',
  'few-shot',
  'few shot',
  'fewshot',
  'translat',
  'training deep networks',
  'trained',
  'generalization',
  'generalisation',
  'overfitting',
  'regulariz',
  'optimizer',
  'stochastic gradient descent',
  '"stochastic gradient"',
  '"neural networks"',
  '"language model" examples',
  'beam search',
  'ImageNet',
  'GPT-3',
  'LSTM',
  'CLIP',
  'Bengio',
  'Bahdanau attention',
  '1706.03762',
  'arXiv:2005.14165',
  'how does attention work',
  'what is a language model',
  'the',
  'reinforcement learning from human feedback',
  'protein folding zebra',
  '175 billion parameters',
  'large-scale',
  'pre-training',
  'résumé',
];

const nameOf = (query: string): string => `Query ${queries.indexOf(query) + 1}`;
const slugOf = (query: string): string => `query-${queries.indexOf(query) + 1}`;

describe('watched queries', () => {
  let site: Site;
  let engine: SearchEngine;
  const page = async (path: string) => new Html(await site.read(`dist/${path}`));

  beforeAll(async () => {
    site = await copyExample('minimal', 'watch');
    const options: DigestOptions = {
      title: 'Daily Papers',
      base: '/',
      watch: queries.map((query) => ({ name: nameOf(query), query })),
    };
    await site.write(
      'astro.config.mjs',
      `import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({ site: 'https://example.org', integrations: [digest(${JSON.stringify(options)})] });`,
    );
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    engine = await openSiteSearch(join(site.root, 'dist'), ['pagefind']);
  });

  /** What the search finds of a query: all papers that it says have everything, and those that have it where they are read. */
  const search = async (query: string) => {
    const { papers, complete } = await engine.search({ text: query, filters: {}, sort: 'newest' });
    const found = await Promise.all(papers.map((paper) => paper.load()));
    const addresses = (some: typeof found) => some.map(({ data }) => data.meta.url);
    return {
      complete: addresses(found.slice(0, complete)),
      having: addresses(found.filter(({ match }) => hasAllWords(match) && match.hasPhrases)),
    };
  };
  const onPage = async (query: string) =>
    (await page(`watch/${slugOf(query)}/index.html`)).attributes('.digest-titles a', 'href');

  test.each(queries)('%s finds the papers of the search that have everything', async (query) => {
    expect(await onPage(query)).toEqual((await search(query)).having);
  });

  test('finds all that the search finds, but for what Pagefind finds by rules of its own', async () => {
    const others: string[] = [];
    for (const query of queries) {
      if ((await onPage(query)).join() !== (await search(query)).complete.join()) others.push(query);
    }
    expect(others).toEqual([
      // It finds `attention` in `PagedAttention`, which is another word where it is read.
      'attention',
      // It takes this for a form of `transform`.
      'transformers',
      // It finds the pieces far apart, or one of them as the beginning of another word.
      'few-shot',
      // It takes these for forms of `general`.
      'generalization',
      'generalisation',
      // It takes this for another word than `regularized`, whose beginning it is.
      'regulariz',
      'how does attention work',
      'pre-training',
    ]);
  });

  test('a page tells what is looked for, how many papers have it, and leads to the search', async () => {
    const query = 'language models';
    const html = await page(`watch/${slugOf(query)}/index.html`);
    const titles = html.texts('.digest-titles a');
    expect(titles).toContain('Language Models are Few-Shot Learners');
    expect(html.text('h1')).toBe(nameOf(query));
    expect(html.text('.digest-subject-head')).toContain(`${titles.length} papers`);
    expect(html.text('.digest-subject-head a[href^="/search/"]')).toBe(query);
    const [address = ''] = html.attributes('.digest-subject-head a[href^="/search/"]', 'href');
    expect(new URL(address, 'https://example.org').searchParams.get('q')).toBe(query);
  });

  test('a page has feeds and bibliographies of its papers', async () => {
    const folder = `watch/${slugOf('attention')}`;
    const addresses = await onPage('attention');
    const feed = JSON.parse(await site.read(`dist/${folder}/feed.json`)) as {
      title: string;
      home_page_url: string;
      items: { url: string }[];
    };
    expect(feed.title).toBe(`${nameOf('attention')} · Daily Papers`);
    expect(feed.home_page_url).toBe(`https://example.org/${folder}/`);
    expect(feed.items.map(({ url }) => new URL(url).pathname)).toEqual(addresses);
    for (const file of ['rss.xml', 'atom.xml']) {
      const text = await site.read(`dist/${folder}/${file}`);
      for (const address of addresses) expect(text).toContain(`https://example.org${address}`);
    }
    const papers = JSON.parse(await site.read(`dist/${folder}/papers.json`)) as { title: string }[];
    const html = await page(`${folder}/index.html`);
    expect(papers.map(({ title }) => title)).toEqual(html.texts('.digest-titles a'));
    expect(html.attributes('.digest-files a', 'href')).toEqual(
      ['rss.xml', 'atom.xml', 'feed.json', 'papers.bib', 'papers.ris', 'papers.json', 'papers.jsonl'].map(
        (file) => `/${folder}/${file}`,
      ),
    );
    const heads = html.attributes('link[rel="alternate"]', 'href');
    expect(heads).toContain(`/${folder}/rss.xml`);
  });

  test('a query that finds nothing has a page that says so, and empty feeds', async () => {
    const folder = `watch/${slugOf('protein folding zebra')}`;
    const html = await page(`${folder}/index.html`);
    expect(html.text('.digest-main')).toContain('0 papers');
    expect(html.text('.digest-main')).toContain('No paper has all of it yet.');
    expect(html.texts('.digest-titles')).toEqual([]);
    const feed = JSON.parse(await site.read(`dist/${folder}/feed.json`)) as { items: unknown[] };
    expect(feed.items).toEqual([]);
    expect(await site.list(`dist/${folder}`)).not.toContain('papers.bib');
  });

  test('all of them are listed, where every page and the page to subscribe lead', async () => {
    const html = await page('watch/index.html');
    const addresses = queries.map((query) => `/watch/${slugOf(query)}/`);
    expect(html.attributes('.digest-titles a', 'href')).toEqual(addresses);
    const count = (await onPage('attention')).length;
    expect(html.texts('.digest-titles li')[0]).toBe(`${nameOf('attention')} attention · ${count} papers`);
    expect((await page('index.html')).attributes('.digest-colophon a', 'href')).toContain('/watch/');
    const feeds = (await page('subscribe/index.html')).attributes('.digest-subscribe li a', 'href');
    for (const address of addresses) expect(feeds).toContain(`${address}rss.xml`);
    const sitemap = await site.read('dist/sitemap.xml');
    for (const address of addresses) expect(sitemap).toContain(`<loc>https://example.org${address}</loc>`);
    expect(await deadLinks(site)).toEqual([]);
  });
});

test('the next day changes the pages and feeds that its papers belong to, and no other', async () => {
  const options: DigestOptions = {
    title: 'Daily Papers',
    watch: [
      { name: 'Owls', query: 'owls' },
      { name: 'Bats at night', query: '"bats" night' },
    ],
  };
  const site = await Site.create('watch-next-day', {
    ...plainSite,
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({ site: 'https://example.org', integrations: [digest(${JSON.stringify(options)})] });`,
    'src/content/digests/2025-03-11.txt': digestText('Mar 11', [
      ['Counting Owls', 'They hunt at night.'],
      ['Hearing of Bats', 'They hunt at night, too.'],
    ]),
  });
  const texts = async (): Promise<Map<string, string>> => {
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    const paths = (await site.list('dist')).filter((path) => path.startsWith('papers/watch/'));
    return new Map(
      await Promise.all(
        paths.map(async (path): Promise<[string, string]> => [path, await site.read(`dist/${path}`)]),
      ),
    );
  };
  const before = await texts();
  await site.write(
    'src/content/digests/2025-03-12.txt',
    digestText('Mar 12', [
      ['An Owl in the Rain', 'It waits.'],
      ['Bats by Day', 'They sleep.'],
    ]),
  );
  const after = await texts();
  expect([...after.keys()]).toEqual([...before.keys()]);
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed.filter((path) => path.includes('bats'))).toEqual([]);
  expect(changed).toEqual(
    expect.arrayContaining(
      ['index.html', 'rss.xml', 'papers.bib'].map((file) => `papers/watch/owls/${file}`),
    ),
  );
  const titles = new Html(after.get('papers/watch/owls/index.html') ?? '').texts('.digest-titles a');
  expect(titles).toEqual(['An Owl in the Rain', 'Counting Owls']);
  const bats = new Html(after.get('papers/watch/bats-at-night/index.html') ?? '').texts('.digest-titles a');
  expect(bats).toEqual(['Hearing of Bats']);

  // Another query under the same name makes its page anew.
  await site.write(
    'astro.config.mjs',
    (await site.read('astro.config.mjs')).replace('"query":"owls"', '"query":"sleep"'),
  );
  const last = new Html((await texts()).get('papers/watch/owls/index.html') ?? '');
  expect(last.texts('.digest-titles a')).toEqual(['Bats by Day']);
});
