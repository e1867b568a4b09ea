import type { APIRoute } from 'astro';
import { mailFile } from '../runtime/mail-edition.ts';
import type { IssueRouteData } from '../runtime/route-data.ts';

export { issuePaths as getStaticPaths } from '../runtime/route-data.ts';

/** `mail.html`, `mail.txt`, `mail.eml` of an issue. */
export const GET: APIRoute<IssueRouteData> = ({ props, routePattern }) => mailFile(props, routePattern);
