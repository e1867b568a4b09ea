import type { APIRoute } from 'astro';
import type { Library } from '../model/library.ts';
import { sitemap, type SitemapFile } from '../outputs/sitemap.ts';
import { absolute } from '../runtime/absolute.ts';
import { addresses } from '../runtime/addresses.ts';
import { textFile } from '../runtime/files.ts';
import { getLibrary, keepNot } from '../runtime/library.ts';
import { sitemapGroups } from '../runtime/sitemap-pages.ts';

const made = new WeakMap<Library, SitemapFile[]>();

/** The files of the sitemap, made once. */
async function filesOfSitemap(): Promise<SitemapFile[]> {
  const library = await getLibrary();
  const files = made.get(library) ?? sitemap(sitemapGroups(library), absolute(addresses.file('')));
  made.set(library, files);
  return files;
}

/** The sitemap, and its parts where there are several. */
export async function getStaticPaths() {
  return (await filesOfSitemap()).map(({ name }) => ({ params: { sitemap: name.replace(/\.xml$/, '') } }));
}

/** `sitemap.xml`, `sitemap-pages.xml`, `sitemap-2025-h1.xml` … */
export const GET: APIRoute = async ({ params }) => {
  keepNot();
  const file = (await filesOfSitemap()).find(({ name }) => name === `${params['sitemap']}.xml`);
  return textFile(file?.xml ?? '', 'application/xml');
};
