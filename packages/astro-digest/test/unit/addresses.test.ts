import { expect, test } from 'vitest';
import { joinPaths, makeAddresses } from '../../src/model/addresses.ts';

const site = { siteBase: '/', base: '/papers', trailingSlash: 'ignore', format: 'directory' } as const;

test('pages are under the base, each with a slash at its end', () => {
  const addresses = makeAddresses(site);
  expect(addresses.latest()).toBe('/papers/');
  expect(addresses.issue('2025-03-12')).toBe('/papers/2025-03-12/');
  expect(addresses.paper('2025-03-12/one')).toBe('/papers/2025-03-12/one/');
  expect(addresses.searchIndex()).toBe('/papers/pagefind/');
});

test('a digest can be the whole site', () => {
  const addresses = makeAddresses({ ...site, base: '/' });
  expect(addresses.latest()).toBe('/');
  expect(addresses.archive()).toBe('/archive/');
});

test('the base of the site comes before that of the digest', () => {
  const addresses = makeAddresses({ ...site, siteBase: '/repo' });
  expect(addresses.search()).toBe('/repo/papers/search/');
  expect(addresses.searchIndex()).toBe('/repo/papers/pagefind/');
});

test('the site decides about slashes and files', () => {
  expect(makeAddresses({ ...site, trailingSlash: 'never' }).issue('a')).toBe('/papers/a');
  expect(makeAddresses({ ...site, format: 'file' }).issue('a')).toBe('/papers/a.html');
  expect(makeAddresses({ ...site, format: 'file' }).latest()).toBe('/papers.html');
  expect(makeAddresses({ ...site, base: '/', trailingSlash: 'never' }).latest()).toBe('/');
});

test.each([
  [['', ''], '/'],
  [['/', 'a/'], '/a'],
  [['//a//b', '/c/'], '/a/b/c'],
])('joins %j to %s', (parts, whole) => expect(joinPaths(...parts)).toBe(whole));
