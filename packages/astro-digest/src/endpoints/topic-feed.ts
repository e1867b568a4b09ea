import type { APIRoute } from 'astro';
import { feedFile, topicFeed } from '../runtime/feeds.ts';
import { topicData } from '../runtime/route-data.ts';

export { topicPaths as getStaticPaths } from '../runtime/route-data.ts';

/** `rss.xml`, `atom.xml`, `feed.json` of a topic. */
export const GET: APIRoute = async ({ params, routePattern }) =>
  feedFile(topicFeed(await topicData(params)), routePattern);
