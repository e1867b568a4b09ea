import type { APIRoute } from 'astro';
import { reviewMailFile } from '../runtime/review-mail.ts';
import { reviewData } from '../runtime/route-data.ts';

export { reviewPaths as getStaticPaths } from '../runtime/route-data.ts';

/** `mail.html`, `mail.txt`, `mail.eml` of a week or a month in review. */
export const GET: APIRoute = async ({ params, routePattern }) =>
  reviewMailFile(await reviewData(params), routePattern);
