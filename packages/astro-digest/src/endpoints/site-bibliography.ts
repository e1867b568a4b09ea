import type { APIRoute } from 'astro';
import { bibliographyFile } from '../runtime/bibliographies.ts';
import { getLibrary } from '../runtime/library.ts';

/** `papers.bib`, `.ris`, `.json`, `.jsonl` of the digest. */
export const GET: APIRoute = async ({ routePattern }) => {
  const library = await getLibrary();
  return bibliographyFile(library, library.papers, routePattern);
};
