import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { writeXml } from './xml.ts';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A page of the site. */
export interface SitemapPage {
  /** Absolute address. */
  url: string;
  /** Day of its last change, `YYYY-MM-DD`, where it is known. */
  changed?: string;
}

/** A file of a sitemap. */
export interface SitemapFile {
  /** Name of the file: `sitemap.xml`, and those that it names where there are several. */
  name: string;
  xml: string;
}

/** How much a file may hold; the defaults are what https://www.sitemaps.org/protocol.html allows. */
export interface SitemapLimits {
  /** How many addresses. Default: 50,000. */
  urls?: number;
  /** How many bytes. Default: 52,428,800. */
  bytes?: number;
}

/** Pages that stand in a file of their own where there is more than one file, so that a day changes small ones. */
export interface SitemapGroup {
  /** What the file is called after: `sitemap-<name>.xml`; a number of its part follows where one file can't hold it. */
  name: string;
  pages: readonly SitemapPage[];
}

/**
 * Writes a sitemap as https://www.sitemaps.org/protocol.html describes it: one file, or, for several groups of pages and for more
 * than a file may hold, an index and its parts. Pages keep their order.
 *
 * @param groups those without pages are left out
 * @param folder absolute address of the folder that the files are in
 * @returns the files; the first is always `sitemap.xml`, where readers begin
 * @throws TypeError when an address is not absolute
 */
export function sitemap(
  groups: readonly SitemapGroup[],
  folder: string,
  limits: SitemapLimits = {},
): SitemapFile[] {
  const parts = groups.flatMap(({ name, pages }) => {
    const own = split(pages, limits);
    return own.map((pages, index) => ({
      name: own.length === 1 ? `sitemap-${name}.xml` : `sitemap-${name}-${index + 1}.xml`,
      pages,
    }));
  });
  const [only = { pages: [] }] = parts;
  if (parts.length < 2) return [{ name: 'sitemap.xml', xml: urlset(only.pages) }];
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  const index = x(
    'sitemapindex',
    { xmlns: namespace },
    parts.map((part) => place('sitemap', { url: base + part.name, ...newest(part.pages) })),
  );
  return [
    { name: 'sitemap.xml', xml: writeXml(index) },
    ...parts.map((part) => ({ name: part.name, xml: urlset(part.pages) })),
  ];
}

function urlset(pages: readonly SitemapPage[]): string {
  return writeXml(
    x(
      'urlset',
      { xmlns: namespace },
      pages.map((page) => place('url', page)),
    ),
  );
}

function place(name: 'url' | 'sitemap', { url, changed }: SitemapPage): Element {
  return x(name, [x('loc', new URL(url).href), ...(changed === undefined ? [] : [x('lastmod', changed)])]);
}

/** A sign of an address is at most so long: four bytes, each as `%F0`. */
const mostOfSign = 12;

/** What stands around an address, with its day, is shorter. */
const mostAround = 100;

function split(
  pages: readonly SitemapPage[],
  { urls = 50_000, bytes = 52_428_800 }: SitemapLimits,
): SitemapPage[][] {
  const room = bytes - urlset([]).length;
  const most = pages.reduce((sum, { url }) => sum + mostAround + mostOfSign * url.length, 0);
  // To write each page takes as long as to write the file.
  if (pages.length > 0 && pages.length <= urls && most <= room) return [[...pages]];
  const parts: SitemapPage[][] = [];
  let left = 0;
  for (const page of pages) {
    // An address is ASCII as it is written, so its length is its size.
    const size = toXml(place('url', page)).length;
    const part = parts.at(-1);
    if (part && part.length < urls && size <= left) {
      part.push(page);
      left -= size;
    } else {
      parts.push([page]);
      left = room - size;
    }
  }
  return parts;
}

function newest(pages: readonly SitemapPage[]): { changed?: string } {
  const changed = pages
    .flatMap((page) => page.changed ?? [])
    .sort()
    .at(-1);
  return changed === undefined ? {} : { changed };
}
