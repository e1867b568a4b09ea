import { describe, expect, test } from 'vitest';
import { changeCssAddresses } from '../../src/offline/portable/css-addresses.ts';
import { mergeOrder } from '../../src/offline/portable/merge-orders.ts';
import { splitPath } from '../../src/offline/portable/page/page-addresses.ts';
import { portablePages, relativeAddress, targetOf } from '../../src/offline/portable/portable-pages.ts';

const files = [
  'index.html',
  '_astro/style.css',
  'papers/404.html',
  'papers/2025-03-12/index.html',
  'papers/2025-03-12/mail.html',
  'papers/2025-03-12/attention/index.html',
  'papers/index.html',
  'papers/rss.xml',
  'papers/search/index.html',
];

describe('the pages of a folder', () => {
  test('are those of the digest, but for mails and the one that is shown where none is', () => {
    const { pages } = portablePages({ title: 'T', base: '/papers' }, files);
    expect(Object.fromEntries(pages)).toEqual({
      'papers/2025-03-12/attention/index.html': '2025-03-12/attention/index.html',
      'papers/2025-03-12/index.html': '2025-03-12/index.html',
      'papers/index.html': 'index.html',
      'papers/search/index.html': 'search/index.html',
    });
  });

  test('begin at index.html where a site has files instead of folders', () => {
    const { pages } = portablePages({ title: 'T', base: '/papers' }, ['papers.html', 'papers/search.html']);
    expect(Object.fromEntries(pages)).toEqual({
      'papers.html': 'index.html',
      'papers/search.html': 'search.html',
    });
  });

  test('are all of a site that is a digest as a whole', () => {
    const { pages } = portablePages({ title: 'T', base: '/' }, [
      'index.html',
      '404.html',
      'search/index.html',
    ]);
    expect([...pages.values()]).toEqual(['index.html', 'search/index.html']);
  });
});

describe('an address', () => {
  const pages = portablePages({ title: 'T', base: '/papers' }, files);
  const from = 'papers/2025-03-12/index.html';
  const target = (address: string, siteBase = ''): object =>
    targetOf(address, from, { siteBase, site: 'https://example.org' }, pages);

  test.each([
    ['/papers/', { kind: 'page', path: 'index.html', behind: '' }],
    ['/papers', { kind: 'page', path: 'index.html', behind: '' }],
    ['attention/#cite', { kind: 'page', path: '2025-03-12/attention/index.html', behind: '#cite' }],
    [
      'https://example.org/papers/search/?q=a+b',
      { kind: 'page', path: 'search/index.html', behind: '?q=a+b' },
    ],
    ['/_astro/style.css?v=1', { kind: 'file', path: '_astro/style.css', behind: '?v=1' }],
    ['/papers/rss.xml', { kind: 'file', path: 'papers/rss.xml', behind: '' }],
    ['/blog/', { kind: 'site', path: '/blog/' }],
    ['/', { kind: 'site', path: '/' }],
    ['https://elsewhere.example/papers/', { kind: 'other' }],
    ['mailto:a@example.org', { kind: 'other' }],
    ['http://[', { kind: 'other' }],
  ])('%s leads to %j', (address, expected) => {
    expect(target(address)).toEqual(expected);
  });

  test('is found under the base of a site', () => {
    expect(target('/sub/papers/', '/sub')).toEqual({ kind: 'page', path: 'index.html', behind: '' });
    expect(target('/papers/', '/sub')).toEqual({ kind: 'site', path: '/papers/' });
  });
});

test.each([
  ['a/b/index.html', 'a/c/index.html', '../c/index.html'],
  ['index.html', 'a/index.html', 'a/index.html'],
  ['a/index.html', 'index.html', '../index.html'],
  ['a/index.html', 'a/index.html', 'index.html'],
  ['index.html', 'what: 100%?/index.html', 'what%3A%20100%25%3F/index.html'],
])('from %s the address of %s is %s', (from, to, address) => {
  expect(relativeAddress(from, to)).toBe(address);
});

describe('paths of pages', () => {
  test.each([
    ['/papers/', '/papers', '', ''],
    ['/papers/2025-03-12/a/?x#y', '/papers', '2025-03-12/a', '?x#y'],
    ['/sub/papers/search.html?q=1', '/sub/papers', 'search', '?q=1'],
    ['/papers/search', '/papers', 'search', ''],
    ['/search/', '', 'search', ''],
  ] as const)('%s under "%s" is taken apart', (path, base, page, behind) => {
    expect(splitPath(path, base)).toEqual({ page, behind });
  });

  test('of others are none', () => {
    expect(splitPath('/papers-2/a/', '/papers')).toBeUndefined();
    expect(splitPath('https://example.org/papers/', '/papers')).toBeUndefined();
  });
});

test('addresses of a style sheet are changed, and nothing that looks like one', () => {
  const css = `@import "a.css";/* url(b.png) */.x{background:url(c.png),url('d e.png');content:"url(f.png)";mask:url(data:image/png;base64,AA)}`;
  expect(changeCssAddresses(css, (address) => `/${address}`)).toBe(
    `@import url("/a.css");/* url(b.png) */.x{background:url("/c.png"),url("/d e.png");content:"url(f.png)";mask:url(data:image/png;base64,AA)}`,
  );
});

test('lists become one that keeps the order of each', () => {
  const merged: string[] = [];
  for (const list of [['reset', 'page'], ['search', 'page'], ['page', 'late'], []]) mergeOrder(merged, list);
  expect(merged).toEqual(['reset', 'search', 'page', 'late']);
});
