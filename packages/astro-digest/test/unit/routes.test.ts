import { expect, test } from 'vitest';
import { resolveOptions, type DigestOptions } from '../../src/integration/options.ts';
import { kindsThatNeedSite, requestedRoutes, withoutRoutes } from '../../src/integration/resolve-routes.ts';
import { digestRoutes } from '../../src/integration/routes.ts';
import { kindsToAskFor, routeKinds, type RouteKind } from '../../src/model/route-kinds.ts';

const requested = (options: Partial<DigestOptions>) =>
  requestedRoutes(resolveOptions({ title: 'T', ...options }));
/** With these options there is every kind that need not be asked for. */
const all: Partial<DigestOptions> = { offline: true, watch: [{ name: 'Owls', query: 'owls' }] };
/** The kinds that are off, of those that need not be asked for. */
const off = (options: Partial<DigestOptions>): RouteKind[] =>
  routeKinds.filter((kind) => !requested({ ...all, ...options })[kind] && !kindsToAskFor.includes(kind));
const patterns = (options: Partial<DigestOptions>): string[] =>
  digestRoutes('/papers', requested(options)).map(({ pattern }) => pattern);

test('everything is on by default, but e-books, reading offline and watched queries', () => {
  expect(off({})).toEqual([]);
  expect(off({ routes: {} })).toEqual([]);
  expect(routeKinds.filter((kind) => !requested({})[kind])).toEqual(['watch', 'offline', 'epub']);
  expect(patterns({}).join(' ')).not.toContain('epub');
  expect(off({ offline: false, routes: { offline: true } })).toEqual(['offline']);
});

test('e-books are on where a site asks for them, those of months where these have pages', () => {
  const epubs = (options: Partial<DigestOptions>) =>
    patterns(options).filter((pattern) => pattern.endsWith('.epub'));
  expect(epubs({ routes: { epub: true } })).toEqual([
    '/papers/[issue]/papers.epub',
    '/papers/archive/[period].epub',
  ]);
  expect(epubs({ routes: { epub: true, archive: false } })).toEqual(['/papers/[issue]/papers.epub']);
});

test.each<[Partial<DigestOptions>, RouteKind[]]>([
  [{ routes: { about: false, feeds: true } }, ['about']],
  [{ routes: { issue: false } }, ['issue']],
  [{ routes: { paper: false } }, ['paper']],
  [{ routes: { issue: false, paper: false } }, ['issue', 'paper', 'search', 'starred']],
  [{ pages: 'issue' }, ['paper']],
  [{ pages: 'issue', routes: { issue: false } }, ['issue', 'paper', 'search', 'starred']],
  [{ topics: false }, ['topics']],
  [{ topics: false, routes: { topics: true } }, ['topics']],
  [{ watch: [] }, ['watch']],
  [{ watch: [], routes: { watch: true } }, ['watch']],
  [{ search: false }, ['search']],
  [{ search: true, routes: { search: false } }, ['search']],
  [{ search: { maxFragments: 5 } }, []],
])('%j turns off %j', (options, kinds) => expect(off(options)).toEqual(kinds));

test('`false` turns all off', () => {
  expect(routeKinds.filter((kind) => requested({ routes: false })[kind])).toEqual([]);
  expect(patterns({ routes: false })).toEqual([]);
});

test('what can not be made is off', () => {
  const routes = withoutRoutes(
    requested({ ...all, routes: { about: false, epub: true } }),
    kindsThatNeedSite,
  );
  expect(routeKinds.filter((kind) => !routes[kind])).toEqual([
    'about',
    'feeds',
    'epub',
    'mail',
    'sitemap',
    'llms',
    'images',
  ]);
});

test.each<[RouteKind, string[]]>([
  ['latest', ['/papers']],
  ['archive', ['/papers/archive', '/papers/archive/[period]']],
  [
    'authors',
    ['', '/[person]', '/[person]/rss.xml', '/[person]/atom.xml', '/[person]/feed.json'].map(
      (path) => `/papers/authors${path}`,
    ),
  ],
  ['sitemap', ['/papers/[sitemap].xml']],
  ['images', []],
])('%s has its routes, and its feeds', (kind, gone) => {
  const left = patterns({ routes: { [kind]: false } });
  expect(patterns({}).filter((pattern) => !left.includes(pattern))).toEqual(gone);
});

test('mails are those of issues, weeks and months, or of the latter alone', () => {
  const mails = (mail?: 'issue' | 'weekly') =>
    digestRoutes('/papers', requested({}), mail)
      .filter(({ pattern }) => pattern.endsWith('mail.eml'))
      .map(({ pattern }) => pattern);
  expect(mails()).toEqual(['/papers/[issue]/mail.eml', '/papers/reviews/[review]/mail.eml']);
  expect(mails('weekly')).toEqual(['/papers/reviews/[review]/mail.eml']);
});

test('feeds are turned off wherever they are', () => {
  expect(patterns({}).filter((pattern) => /(?:rss|atom)\.xml|feed\.json/.test(pattern))).toHaveLength(12);
  expect(patterns({ routes: { feeds: false } }).join(' ')).not.toMatch(/rss|atom|feed/);
});
