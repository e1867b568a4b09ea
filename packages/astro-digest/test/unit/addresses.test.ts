import { expect, test } from 'vitest';
import { asInUrls, joinPaths, makeAddresses } from '../../src/model/addresses.ts';
import { routeKinds, type RouteKind } from '../../src/model/route-kinds.ts';

const routes = Object.fromEntries(routeKinds.map((kind) => [kind, true])) as Record<RouteKind, boolean>;
const site = {
  siteBase: '/',
  base: '/papers',
  trailingSlash: 'ignore',
  format: 'directory',
  routes,
  indexFolders: ['pagefind'],
} as const;

test('pages are under the base, each with a slash at its end', () => {
  const addresses = makeAddresses(site);
  expect(addresses.latest()).toBe('/papers/');
  expect(addresses.issue('2025-03-12')).toBe('/papers/2025-03-12/');
  expect(addresses.paper('2025-03-12/one')).toBe('/papers/2025-03-12/one/');
  expect(addresses.searchIndexes()).toEqual(['/papers/pagefind/']);
});

test('a digest can be the whole site', () => {
  const addresses = makeAddresses({ ...site, base: '/' });
  expect(addresses.latest()).toBe('/');
  expect(addresses.archive()).toBe('/archive/');
});

test('the base of the site comes before that of the digest', () => {
  const addresses = makeAddresses({ ...site, siteBase: '/repo' });
  expect(addresses.search()).toBe('/repo/papers/search/');
  expect(addresses.searchIndexes()).toEqual(['/repo/papers/pagefind/']);
  const parts = makeAddresses({ ...site, indexFolders: ['pagefind/1', 'pagefind/2'] });
  expect(parts.searchIndexes()).toEqual(['/papers/pagefind/1/', '/papers/pagefind/2/']);
});

test('the site decides about slashes and files', () => {
  expect(makeAddresses({ ...site, trailingSlash: 'never' }).issue('a')).toBe('/papers/a');
  expect(makeAddresses({ ...site, format: 'file' }).issue('a')).toBe('/papers/a.html');
  expect(makeAddresses({ ...site, format: 'file' }).latest()).toBe('/papers.html');
  expect(makeAddresses({ ...site, format: 'preserve' }).issue('a')).toBe('/papers/a.html');
  // The front page of a whole site is its `index.html`.
  expect(makeAddresses({ ...site, siteBase: '/repo', base: '/', format: 'file' }).latest()).toBe('/repo/');
  expect(makeAddresses({ ...site, base: '/', trailingSlash: 'never' }).latest()).toBe('/');
});

test('a page whose kind is turned off has no address', () => {
  const off = Object.fromEntries(routeKinds.map((kind) => [kind, false])) as Record<RouteKind, boolean>;
  const none = makeAddresses({ ...site, routes: off });
  const asked = [
    none.latest(),
    none.issue('a'),
    none.paper('a/b'),
    none.byVotes('a'),
    none.archive(),
    none.period('2025'),
    none.topics(),
    none.topic('a'),
    none.authors(),
    none.author('a'),
    none.organizations(),
    none.organization('a'),
    none.search(),
    none.subscribe(),
    none.about(),
    none.starred(),
  ];
  expect(asked).toEqual(asked.map(() => undefined));
  expect(none.home()).toBe('/');
  expect(makeAddresses({ ...site, siteBase: '/repo', routes: off }).home()).toBe('/repo/');
  expect(makeAddresses({ ...site, routes: { ...off, archive: true } }).home()).toBe('/papers/archive/');
});

test('a paper without a page is a place on the page of its issue, and keeps its identity', () => {
  const addresses = makeAddresses({ ...site, routes: { ...routes, paper: false } });
  expect(addresses.paper('2025-03-12/one')).toBe('/papers/2025-03-12/#one');
  expect(addresses.identity('2025-03-12/one')).toBe('/papers/2025-03-12/one/');
  const asFiles = makeAddresses({ ...site, format: 'file', routes: { ...routes, paper: false } });
  expect(asFiles.paper('2025-03-12/one')).toBe('/papers/2025-03-12.html#one');
});

test('what a paper is known by has one form, whatever form addresses have', () => {
  for (const trailingSlash of ['always', 'never', 'ignore'] as const) {
    for (const format of ['directory', 'file', 'preserve'] as const) {
      const { identity } = makeAddresses({ ...site, trailingSlash, format });
      expect(identity('2025-03-12/one')).toBe('/papers/2025-03-12/one/');
      expect(identity('')).toBe('/papers/');
    }
  }
  const alone = makeAddresses({ ...site, base: '/', trailingSlash: 'never' });
  expect([alone.identity(''), alone.identity('2025-03-12/one')]).toEqual(['/', '/2025-03-12/one/']);
});

test.each([
  [['', ''], '/'],
  [['/', 'a/'], '/a'],
  [['//a//b', '/c/'], '/a/b/c'],
])('joins %j to %s', (parts, whole) => expect(joinPaths(...parts)).toBe(whole));

test.each([
  ['directory', 'ignore', '/papers/archive/', '/papers/archive/'],
  ['directory', 'ignore', '/papers/archive', '/papers/archive/'],
  ['directory', 'never', '/papers/archive', '/papers/archive'],
  ['file', 'ignore', '/papers/archive.html', '/papers/archive.html'],
  ['file', 'ignore', '/papers/archive', '/papers/archive.html'],
  ['file', 'always', '/papers/archive/', '/papers/archive.html'],
  ['file', 'ignore', '/index.html', '/'],
  ['preserve', 'ignore', '/', '/'],
] as const)(
  'the page itself has the address that links to it have: %s, %s, %s',
  (format, trailingSlash, path, address) => {
    expect(makeAddresses({ ...site, format, trailingSlash }).here(path)).toBe(address);
  },
);

test.each(['/papers/a/#b', '/größe/a/', '/%C3%A9/a b/', '/本/'])(
  'scripts are told %s as browsers have it',
  (address) => {
    const { pathname, hash } = new URL(address, 'http://localhost');
    expect(asInUrls(address)).toBe(pathname + hash);
  },
);
