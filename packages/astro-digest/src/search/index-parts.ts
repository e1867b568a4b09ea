import type { IssueFront } from '../content/sync-files.ts';
import { issueParts } from '../model/shard.ts';

/** From how many papers on an index has several parts. */
const mostInOne = 5000;

/**
 * How many papers one index may have: Pagefind takes 150 kB of memory for each while it makes an index. A query asks all
 * parts, so there are no more than are needed.
 */
const mostPapers = 10_000;

/** Few enough that a query costs little, and enough that one is made while the pages are rendered, and two at a time after that. */
const fewestParts = 3;

/** How many of Pagefind's programs run at one time: each takes one core, and memory for each paper that it has. */
export const lanes = 2;

/** In how many parts the index of so many papers is made, which are searched as one. */
export function partCount(papers: number): number {
  return Math.max(papers > mostInOne ? fewestParts : 1, Math.ceil(papers / mostPapers));
}

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
    return { issues: own.map(({ id }) => id), papers, parts: partCount(papers) };
  });
}

/** Folders of the parts of an index: the first is the index's own, which has the others in it. */
export function partFolders(folder: string, parts: number): string[] {
  return Array.from({ length: parts }, (_, index) => (index === 0 ? folder : `${folder}/part-${index + 1}`));
}

/**
 * Cuts records into so many parts, in order, each about as long. Of three the first has somewhat more: it is made while the pages are
 * rendered, the others at the same time, when each paper of both takes memory.
 */
export function cutIntoParts<Item>(records: readonly Item[], parts: number): Item[][] {
  const { length } = records;
  const first = parts === fewestParts ? Math.round(0.36 * length) : Math.ceil(length / parts);
  const others = (length - first) / Math.max(1, parts - 1);
  const startOf = (part: number): number => (part === 0 ? 0 : first + Math.ceil((part - 1) * others));
  return Array.from({ length: parts }, (_, part) => records.slice(startOf(part), startOf(part + 1)));
}
