import type { Logger } from '../content/printable-logger.ts';
import { isAstro6 } from '../content/astro-version.ts';
import { startProgress } from '../content/progress.ts';
import type { Shard } from '../model/shard.ts';
import type { ConnectionsReport, ConnectionsThread } from './connections-thread.ts';
import { tellOwnPages } from './own-routes.ts';
import { prerenderAfter } from './prerender-after.ts';
import { renderInPattern } from './render-in-pattern.ts';
import type { DigestRoute } from './routes.ts';
import { pathShards, prerenderShard } from './shard-paths.ts';
import type { SiteDigest } from './site-digests.ts';
import { withoutSitePaths } from './site-paths.ts';
import type { DigestConfig } from './virtual-modules.ts';
import { writePages, type PagesKeeping, type PagesPlace } from './write-pages.ts';

/** What the rendering of a digest's pages rests on. */
export interface PagesRequest {
  config: DigestConfig;
  routes: readonly DigestRoute[];
  /** Where the digest writes its pages itself; absent where that is Astro's business. */
  place: PagesPlace | undefined;
  /** What the pages wait for; absent where they work out themselves what connects the papers. */
  connections: ConnectionsThread | undefined;
  /** Which part of the pages is rendered, and the shards of all issues, by id; absent where it is all of them. */
  part: { shard: Shard; shards: ReadonlyMap<string, number> } | undefined;
  /** How pages are kept from build to build. */
  keeping: PagesKeeping;
}

/** The rendering of a digest's pages. */
export interface PagesRendering {
  prerender: NonNullable<SiteDigest['prerender']>;
  /** What the connections came to; absent until the pages have waited for them. */
  connections(): ConnectionsReport | undefined;
}

/** Puts together how the pages of a digest are rendered in a build. */
export function renderPages(
  { config, routes, place, connections, part, keeping }: PagesRequest,
  logger: Logger,
): PagesRendering {
  const { base, siteBase, trailingSlash } = config;
  const shardOf = part && pathShards(base, part.shards, part.shard.count);
  let connected: ConnectionsReport | undefined;
  return {
    connections: () => connected,
    prerender(prerenderer, defaultPrerenderer) {
      const fit =
        isAstro6 && trailingSlash === 'always'
          ? renderInPattern(prerenderer, siteBase, new Set(routes.map(({ pattern }) => pattern)))
          : prerenderer;
      const left = withoutSitePaths(fit, routes, (paths) => logger.info(tellOwnPages(paths)));
      const all = connections
        ? prerenderAfter(left, async () => void (connected = await connections.wait()))
        : left;
      const own = part && shardOf ? prerenderShard(all, part.shard, shardOf) : all;
      if (!place) return own;
      const progress = startProgress((line) => logger.info(line));
      return writePages(own, defaultPrerenderer, place, keeping, (written, count) => {
        progress.show(
          () => `Writing: ${written.toLocaleString('en')} of ${count.toLocaleString('en')} pages and files`,
        );
        if (written === count) progress.end();
      });
    },
  };
}
