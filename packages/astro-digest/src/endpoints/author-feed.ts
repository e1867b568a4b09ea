import type { APIRoute } from 'astro';
import { authorFeed, feedFile } from '../runtime/feeds.ts';
import { authorData } from '../runtime/route-data.ts';

export { authorPaths as getStaticPaths } from '../runtime/route-data.ts';

/** `rss.xml`, `atom.xml`, `feed.json` of an author. */
export const GET: APIRoute = async ({ params, routePattern }) =>
  feedFile(authorFeed(await authorData(params)), routePattern);
