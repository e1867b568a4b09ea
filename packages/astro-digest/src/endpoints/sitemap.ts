import type { APIRoute } from 'astro';
import { sitemap } from '../outputs/sitemap.ts';
import { absolute } from '../runtime/absolute.ts';
import { addresses } from '../runtime/addresses.ts';
import { textFile } from '../runtime/files.ts';
import { getLibrary } from '../runtime/library.ts';
import { sitemapPages } from '../runtime/sitemap-pages.ts';

/** The sitemap, and its parts where one file can't hold it. */
export async function getStaticPaths() {
  const files = sitemap(sitemapPages(await getLibrary()), absolute(addresses.file('')));
  return files.map(({ name, xml }) => ({ params: { sitemap: name.replace(/\.xml$/, '') }, props: { xml } }));
}

/** `sitemap.xml`, `sitemap-1.xml` … */
export const GET: APIRoute<{ xml: string }> = ({ props }) => textFile(props.xml, 'application/xml');
