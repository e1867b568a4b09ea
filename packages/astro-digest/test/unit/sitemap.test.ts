import * as fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { sitemap, type SitemapPage } from '../../src/outputs/sitemap.ts';
import { readXml, textsAt } from './xml-reader.ts';

const folder = 'https://example.org/papers/';
const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    url: `https://example.org/papers/${index}/`,
    changed: `2025-03-${String((index % 28) + 1).padStart(2, '0')}`,
  }));

const group = (pages: readonly SitemapPage[]) => [{ name: 'all', pages }];

test('a small site has one file, in the order of its pages', () => {
  const files = sitemap(group([{ url: 'https://example.org/a?b=1&c=2' }, ...pages(2)]), folder);
  expect(files.map(({ name }) => name)).toEqual(['sitemap.xml']);
  const read = readXml(files[0]!.xml);
  expect(read[0]).toMatchObject({
    path: 'urlset',
    attributes: { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
  });
  expect(textsAt(read, 'urlset/url/loc')).toEqual([
    'https://example.org/a?b=1&c=2',
    'https://example.org/papers/0/',
    'https://example.org/papers/1/',
  ]);
  expect(textsAt(read, 'urlset/url/lastmod')).toEqual(['2025-03-01', '2025-03-02']);
});

test('a site without pages has a file without pages', () => {
  expect(readXml(sitemap(group([]), folder)[0]!.xml)).toHaveLength(1);
});

test('a site of more than 50,000 pages has an index of its parts', () => {
  const files = sitemap(group(pages(50_001)), folder);
  expect(files.map(({ name }) => name)).toEqual(['sitemap.xml', 'sitemap-all-1.xml', 'sitemap-all-2.xml']);
  const index = readXml(files[0]!.xml);
  expect(textsAt(index, 'sitemapindex/sitemap/loc')).toEqual([
    'https://example.org/papers/sitemap-all-1.xml',
    'https://example.org/papers/sitemap-all-2.xml',
  ]);
  expect(textsAt(index, 'sitemapindex/sitemap/lastmod')).toEqual(['2025-03-28', '2025-03-21']);
  expect(textsAt(readXml(files[1]!.xml), 'urlset/url/loc')).toHaveLength(50_000);
  expect(textsAt(readXml(files[2]!.xml), 'urlset/url/loc')).toEqual(['https://example.org/papers/50000/']);
});

test('no file has more bytes than allowed, and all pages are there once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.webUrl({ withQueryParameters: true }), { minLength: 1, maxLength: 60 }),
      (urls) => {
        const files = sitemap(group(urls.map((url) => ({ url }))), 'https://example.org', { bytes: 4_000 });
        const parts = files.length === 1 ? files : files.slice(1);
        for (const { xml } of parts) {
          expect(XMLValidator.validate(xml)).toBe(true);
          expect(Buffer.byteLength(xml)).toBeLessThanOrEqual(4_000);
        }
        expect(parts.flatMap(({ xml }) => textsAt(readXml(xml), 'urlset/url/loc'))).toEqual(
          urls.map((url) => new URL(url).href),
        );
      },
    ),
    { seed: 4, numRuns: 100 },
  );
});

test('addresses in other scripts are written as they are sent', () => {
  const [file] = sitemap(group([{ url: 'https://bücher.example/ä b' }]), folder);
  expect(textsAt(readXml(file!.xml), 'urlset/url/loc')).toEqual(['https://xn--bcher-kva.example/%C3%A4%20b']);
});

test('groups of pages have a file each', () => {
  const [first, ...others] = pages(3);
  const files = sitemap(
    [
      { name: 'pages', pages: first ? [first] : [] },
      { name: '2025', pages: [] },
      { name: '2024', pages: others },
    ],
    folder,
  );
  expect(files.map(({ name }) => name)).toEqual(['sitemap.xml', 'sitemap-pages.xml', 'sitemap-2024.xml']);
  expect(textsAt(readXml(files[2]!.xml), 'urlset/url/loc')).toHaveLength(2);
});
