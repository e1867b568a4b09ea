import { createHash } from 'node:crypto';
import type { AstroPrerenderer } from 'astro';
import type { Shard } from '../model/shard.ts';

/**
 * Renders only those of a site's pages and files that belong to a shard. All routes stay, so that scripts and styles are the
 * same in every shard.
 *
 * @param shardOf number of the shard that a path belongs to
 */
export function prerenderShard(
  prerenderer: AstroPrerenderer,
  shard: Shard,
  shardOf: (path: string) => number,
): AstroPrerenderer {
  return {
    ...prerenderer,
    name: `astro-digest:shard ${shard.number}/${shard.count}`,
    setup: () => prerenderer.setup?.() ?? Promise.resolve(),
    render: (request, options) => prerenderer.render(request, options),
    async getStaticPaths() {
      const paths = await prerenderer.getStaticPaths();
      return paths.filter(({ pathname }) => shardOf(pathname) === shard.number);
    },
  };
}

/**
 * Tells the shard of a path: what belongs to an issue is in that of the issue, everything else in one that rests on its
 * path alone.
 *
 * @param base path of the digest within the site
 * @param shards shards of the issues, by id
 */
export function pathShards(
  base: string,
  shards: ReadonlyMap<string, number>,
  count: number,
): (path: string) => number {
  const prefix = base === '/' ? '/' : `${base}/`;
  return (path) => {
    const own = path.startsWith(prefix) ? path.slice(prefix.length).split('/')[0] : undefined;
    return shards.get(own ?? '') ?? (createHash('sha256').update(path).digest().readUInt32BE() % count) + 1;
  };
}
