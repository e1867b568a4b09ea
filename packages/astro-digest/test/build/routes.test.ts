import { describe, expect, test } from 'vitest';
import type { DigestOptions } from '../../src/integration/options.ts';
import { kindsToAskFor, routeKinds, type RouteKind } from '../../src/model/route-kinds.ts';
import { deadLinks } from '../site/dead-links.ts';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { warningsIn } from '../site/warnings.ts';

/** Two issues with a paper in common; topics, people and votes. */
const files = {
  'src/content.config.ts': plainSite['src/content.config.ts'] as string,
  'src/content/digests/2025-03-11.txt': digestText('Mar 11', [
    [
      'Seen Twice',
      'This abstract has enough different words about pruning decision forests to prove that both are the same.',
    ],
    ['Pruning Decision Forests', 'We prune decision forests until only their decision trees are left.'],
  ]),
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    [
      'Seen Twice',
      'This abstract has enough different words about pruning decision forests to prove that both are the same.',
    ],
    ['Small Rivers', 'Decision forests grow along rivers, and pruning keeps them small.'],
  ]),
  'src/content/digests/2025-03-12/small-rivers.mdx':
    '---\nauthors: [Ada Lovelace]\norganizations: [Analytical Engines]\nupvotes: 18\n---\n',
};

/** A site that has asked for all kinds, but those that its options turn off. */
function siteWith(name: string, { routes = {}, ...options }: Partial<DigestOptions>): Promise<Site> {
  const digest = {
    title: 'Daily Papers',
    base: '/',
    offline: true,
    topics: { Pruning: ['pruning'] },
    watch: [{ name: 'Forests', query: 'decision forests' }],
    ...options,
    routes: routes && { ...Object.fromEntries(kindsToAskFor.map((kind) => [kind, true])), ...routes },
  };
  return Site.create(`routes-${name}`, {
    ...files,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({ site: 'https://example.org', integrations: [digest(${JSON.stringify(digest)})] });
    `,
  });
}

/** What of the built site belongs to a kind. */
const filesOf: Record<RouteKind, RegExp> = {
  latest: /^index\.html$/,
  issue: /^2025-03-\d\d\/index\.html$/,
  byVotes: /\/by-votes\//,
  paper: /^2025-03-\d\d\/(?!by-votes)[^/]+\/index\.html$/,
  archive: /^archive\/.*\.html$/,
  topics: /^topics\//,
  authors: /^authors\//,
  organizations: /^organizations\//,
  categories: /^categories\//,
  watch: /^watch\//,
  trends: /^trends\//,
  reviews: /^reviews\//,
  search: /^search\/index\.html$/,
  subscribe: /^subscribe\//,
  about: /^about\//,
  starred: /^starred\//,
  offline: /^offline\/index\.html$/,
  notFound: /^404/,
  feeds: /(?:rss\.xml|atom\.xml|feed\.json)$/,
  bibliographies: /papers\.(?:bib|ris|json|jsonl)$/,
  epub: /\.epub$/,
  mail: /mail\.(?:html|txt|eml)$/,
  sitemap: /^sitemap/,
  llms: /^llms\.txt$/,
  images: /^images\//,
};

test('a site with everything has something of every kind, and no dead link', async () => {
  const site = await siteWith('all', {});
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  const made = await site.list('dist');
  expect(routeKinds.filter((kind) => !made.some((file) => filesOf[kind].test(file)))).toEqual([]);
  expect(await deadLinks(site)).toEqual([]);
});

describe.each(routeKinds)('without %s', (kind) => {
  test('there is no file of that kind, all others are there, and no link is dead', async () => {
    const site = await siteWith(kind, { routes: { [kind]: false } });
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    expect(warningsIn(build.output)).toEqual([]);
    const made = await site.list('dist');
    const there = routeKinds.filter((kind) => made.some((file) => filesOf[kind].test(file)));
    expect(there).toEqual(routeKinds.filter((other) => other !== kind));
    expect(await deadLinks(site)).toEqual([]);
  });
});

test('without any kind the site is built, with nothing of the digest', async () => {
  const site = await siteWith('none', { routes: false });
  await site.write(
    'src/pages/index.astro',
    `---\nimport { getCollection } from 'astro:content';\nconst papers = await getCollection('papers');\n---\n<p>{papers.length} papers</p>`,
  );
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(await site.list('dist')).toEqual(['index.html']);
  expect(await site.read('dist/index.html')).toContain('4 papers');
  expect(build.output).not.toContain('search');
});

test('names whose pages are off are plain text', async () => {
  const site = await siteWith('few', {
    routes: { latest: false, issue: false, byVotes: false, archive: false, authors: false, starred: false },
    search: false,
  });
  // A site whose digest has no front page has one of its own.
  await site.write('src/pages/index.astro', '<h1>Papers</h1>');
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(await deadLinks(site)).toEqual([]);
  const paper = new Html(await site.read('dist/2025-03-12/small-rivers/index.html'));
  expect(paper.text('.digest-facts')).toBe('Ada Lovelace · Analytical Engines · 18 votes');
  expect(paper.texts('.digest-facts a')).toEqual(['Analytical Engines']);
  expect(paper.text('.digest-paper-head')).toContain('Wednesday, March 12, 2025 · paper 2 of 2');
  expect(paper.texts('.digest-paper-head a')).toEqual([]);
  expect(paper.text('.digest-masthead .digest-name')).toBe('Daily Papers');
  expect(paper.texts('.digest-masthead a')).toEqual(['Topics', 'Subscribe']);
  expect(paper.texts('.digest-colophon a')).toEqual([
    'Organizations',
    'Watched searches',
    'Offline',
    'About this digest',
  ]);
  expect(paper.texts('dialog kbd')).toEqual(['j', 'k', '?']);
});

test('search: false makes neither an index nor a search page', async () => {
  const site = await siteWith('no-search', { search: false });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect((await site.list('dist')).filter((file) => /^(?:search|pagefind)\//.test(file))).toEqual([]);
  expect(await deadLinks(site)).toEqual([]);
  expect(await site.read('dist/index.html')).not.toContain('SearchAction');
});

test('routes: { search: false } leaves the index to a search page of the site', async () => {
  const site = await siteWith('own-search', { routes: { search: false } });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  const files = await site.list('dist');
  expect(files).toContain('pagefind/pagefind.js');
  expect(files).not.toContain('search/index.html');
});
