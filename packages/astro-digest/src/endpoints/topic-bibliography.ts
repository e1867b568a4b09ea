import type { APIRoute } from 'astro';
import { bibliographyFile } from '../runtime/bibliographies.ts';
import { exportsOf, papersOfExport } from '../runtime/exports.ts';
import { getLibrary } from '../runtime/library.ts';
import { topicData } from '../runtime/route-data.ts';

/** A path for each volume of each topic. */
export async function getStaticPaths() {
  const library = await getLibrary();
  return library.topics.flatMap(({ slug, papers }) =>
    exportsOf(library, papers).map(({ stem }) => ({ params: { topic: slug, export: stem } })),
  );
}

/** `papers.bib`, `.ris`, `.json`, `.jsonl` of a topic, or `papers-2025-h1.bib` … of its volumes. */
export const GET: APIRoute = async ({ params, routePattern }) => {
  const { library, topic } = await topicData(params);
  return bibliographyFile(
    library,
    papersOfExport(library, params['export'] ?? '', topic.papers),
    routePattern,
  );
};
