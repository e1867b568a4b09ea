import type { APIRoute } from 'astro';
import { feedFile, siteFeed } from '../runtime/feeds.ts';
import { getLibrary } from '../runtime/library.ts';

/** `rss.xml`, `atom.xml`, `feed.json` of the digest. */
export const GET: APIRoute = async ({ routePattern }) => feedFile(siteFeed(await getLibrary()), routePattern);
