import type { APIRoute } from 'astro';
import { bibliographyFile } from '../runtime/bibliographies.ts';
import { exportsOf, papersOfExport } from '../runtime/exports.ts';
import { getLibrary } from '../runtime/library.ts';

/** A path for each volume. */
export async function getStaticPaths() {
  return exportsOf(await getLibrary()).map(({ stem }) => ({ params: { export: stem } }));
}

/** `papers.bib`, `.ris`, `.json`, `.jsonl` of the digest, or `papers-2025-h1.bib` … of its volumes. */
export const GET: APIRoute = async ({ params: { export: stem = '' }, routePattern }) => {
  const library = await getLibrary();
  return bibliographyFile(library, papersOfExport(library, stem), routePattern);
};
