import type { IssueFront } from '../content/sync-files.ts';
import { issueParts, type Shard } from '../model/shard.ts';
import { volumesOf, type Volume } from '../model/volumes.ts';

/** How many of Pagefind's programs run at one time: each takes one core, and memory for each paper that it has. */
export const lanes = 2;

/**
 * The volumes that are indexed, each by itself: those of a shard's issues, or of all.
 *
 * @returns the latest first
 */
export function indexedVolumes(
  fronts: readonly Pick<IssueFront, 'id' | 'date' | 'papers'>[],
  shard: Shard | undefined,
): Volume[] {
  if (!shard) return volumesOf(fronts);
  const shardOf = issueParts(
    fronts.map(({ id, date }) => ({ id, data: { date } })),
    shard.count,
  );
  return volumesOf(fronts.filter(({ id }) => shardOf.get(id) === shard.number));
}
