import type { APIRoute } from 'astro';
import { issueEpub } from '../runtime/epub.ts';
import { issueData } from '../runtime/route-data.ts';

export { issuePaths as getStaticPaths } from '../runtime/route-data.ts';

/** `papers.epub` of an issue. */
export const GET: APIRoute = async ({ params }) => issueEpub(await issueData(params));
