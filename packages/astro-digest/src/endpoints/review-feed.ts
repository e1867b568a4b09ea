import type { APIRoute } from 'astro';
import { feedFile, reviewsFeed } from '../runtime/feeds.ts';
import { getLibrary } from '../runtime/library.ts';

/** `rss.xml`, `atom.xml`, `feed.json` of the weeks and months in review. */
export const GET: APIRoute = async ({ routePattern }) =>
  feedFile(reviewsFeed(await getLibrary()), routePattern);
