import type { APIRoute } from 'astro';
import { bibliographyFile } from '../runtime/bibliographies.ts';
import { issueData } from '../runtime/route-data.ts';

export { issuePaths as getStaticPaths } from '../runtime/route-data.ts';

/** `papers.bib`, `.ris`, `.json`, `.jsonl` of an issue. */
export const GET: APIRoute = async ({ params, routePattern }) => {
  const { library, papers } = await issueData(params);
  return bibliographyFile(library, papers, routePattern);
};
