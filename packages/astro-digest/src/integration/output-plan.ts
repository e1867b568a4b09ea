import type { AstroConfig } from 'astro';
import { contentStoreOf, type ContentStore } from '../seams/content-store.ts';
import type { DigestRoute } from './routes.ts';
import { pagesPlace, type PagesPlace } from './write-pages.ts';

/** How the pages of a digest are to be made: the second stage, which follows from Astro's whole configuration. */
export interface OutputPlan {
  /** Astro's whole configuration. */
  config: AstroConfig;
  /** Where the digest writes its pages itself; absent where that is Astro's business. */
  place: PagesPlace | undefined;
  /** Where Astro has the entries; see `contentStoreOf`. */
  store: ContentStore | undefined;
  /** The file with the connections of the papers; absent where the pages work them out themselves. */
  connectionsFile: string | undefined;
  /** Whether the pages go through an adapter. */
  hasAdapter: boolean;
}

/**
 * Plans how the pages of a digest are made.
 *
 * @param base path of the digest within the site
 * @param connectionsFile where the connections of the papers will be; undefined where nothing looks for them
 */
export function planOutput(
  config: AstroConfig,
  buildOutput: 'static' | 'server',
  command: 'build' | 'dev',
  base: string,
  routes: readonly DigestRoute[],
  connectionsFile: string | undefined,
): OutputPlan {
  const store = contentStoreOf(config, buildOutput, command);
  return {
    config,
    place: pagesPlace(config, buildOutput, base, routes),
    store,
    // Pages that are rendered elsewhere work it out themselves.
    connectionsFile: store && connectionsFile,
    hasAdapter: config.adapter !== undefined,
  };
}
