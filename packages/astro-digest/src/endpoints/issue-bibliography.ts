import type { APIRoute } from 'astro';
import { bibliographyFile } from '../runtime/bibliographies.ts';
import type { IssueRouteData } from '../runtime/route-data.ts';

export { issuePaths as getStaticPaths } from '../runtime/route-data.ts';

/** `papers.bib`, `.ris`, `.json`, `.jsonl` of an issue. */
export const GET: APIRoute<IssueRouteData> = ({ props: { library, papers }, routePattern }) =>
  bibliographyFile(library, papers, routePattern);
