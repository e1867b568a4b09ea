import type { IssueFront } from '../content/sync-files.ts';
import { issueParts } from '../model/shard.ts';

/**
 * How many records one index may have. Pagefind takes 150 kB of memory for each while it makes an index; a site with more
 * has several, which are made one after the other and searched as one.
 */
export const mostRecords = 5000;

/** What is indexed together. */
export interface IndexPlan {
  /** Ids of the issues. */
  issues: string[];
  /** How many papers they have, those included that an issue before has, too. */
  papers: number;
  /** In how many parts. */
  parts: number;
}

/** What is in the index of each shard of a site; the whole site is one shard. */
export function planIndexes(
  fronts: readonly Pick<IssueFront, 'id' | 'date' | 'papers'>[],
  shards: number,
): IndexPlan[] {
  const shardOf = issueParts(
    fronts.map(({ id, date }) => ({ id, data: { date } })),
    shards,
  );
  return Array.from({ length: shards }, (_, index) => {
    const own = fronts.filter(({ id }) => shardOf.get(id) === index + 1);
    const papers = own.reduce((sum, front) => sum + front.papers, 0);
    return { issues: own.map(({ id }) => id), papers, parts: Math.max(1, Math.ceil(papers / mostRecords)) };
  });
}

/** Folders of the parts of an index: the first is the index's own, which has the others in it. */
export function partFolders(folder: string, parts: number): string[] {
  return Array.from({ length: parts }, (_, index) => (index === 0 ? folder : `${folder}/part-${index + 1}`));
}

/** Cuts records into so many parts, each about as long, in order. */
export function cutIntoParts<Item>(records: readonly Item[], parts: number): Item[][] {
  const length = Math.ceil(records.length / parts);
  return Array.from({ length: parts }, (_, index) => records.slice(index * length, (index + 1) * length));
}
