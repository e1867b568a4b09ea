import type { APIRoute } from 'astro';
import { mailFile } from '../runtime/mail-edition.ts';
import { issueData } from '../runtime/route-data.ts';

export { issuePaths as getStaticPaths } from '../runtime/route-data.ts';

/** `mail.html`, `mail.txt`, `mail.eml` of an issue. */
export const GET: APIRoute = async ({ params, routePattern }) =>
  mailFile(await issueData(params), routePattern);
