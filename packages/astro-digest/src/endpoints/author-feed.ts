import type { APIRoute } from 'astro';
import { authorFeed, feedFile } from '../runtime/feeds.ts';
import type { PersonRouteData } from '../runtime/route-data.ts';

export { authorPaths as getStaticPaths } from '../runtime/route-data.ts';

/** `rss.xml`, `atom.xml`, `feed.json` of an author. */
export const GET: APIRoute<PersonRouteData> = ({ props, routePattern }) =>
  feedFile(authorFeed(props), routePattern);
