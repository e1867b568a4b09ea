import type { APIRoute } from 'astro';
import { feedFile, watchFeed } from '../runtime/feeds.ts';
import { watchData } from '../runtime/route-data.ts';

export { watchPaths as getStaticPaths } from '../runtime/route-data.ts';

/** `rss.xml`, `atom.xml`, `feed.json` of a watched query. */
export const GET: APIRoute = async ({ params, routePattern }) =>
  feedFile(watchFeed(await watchData(params)), routePattern);
