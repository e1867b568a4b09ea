import type { APIRoute } from 'astro';
import { bibliographyFile } from '../runtime/bibliographies.ts';
import { exportsOf, papersOfExport } from '../runtime/exports.ts';
import { getLibrary } from '../runtime/library.ts';
import { watchData } from '../runtime/route-data.ts';

/** A path for each volume of each watched query. */
export async function getStaticPaths() {
  const library = await getLibrary();
  return library.watches.flatMap(({ slug, papers }) =>
    exportsOf(library, papers).map(({ stem }) => ({ params: { watch: slug, export: stem } })),
  );
}

/** `papers.bib`, `.ris`, `.json`, `.jsonl` of a watched query, or `papers-2025-h1.bib` … of its volumes. */
export const GET: APIRoute = async ({ params, routePattern }) => {
  const { library, watch } = await watchData(params);
  return bibliographyFile(
    library,
    papersOfExport(library, params['export'] ?? '', watch.papers),
    routePattern,
  );
};
