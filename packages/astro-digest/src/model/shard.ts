import { latestFirst, type Dated } from './order.ts';

/** One of several parts of a site that are built apart from one another. */
export interface Shard {
  /** Which one it is, from 1. */
  number: number;
  /** How many there are. */
  count: number;
}

/** Most shards that a site can be built in. */
export const mostShards = 256;

/** Reads a shard as it is written, such as `2/8`; `undefined` when it is none. */
export function parseShard(text: string): Shard | undefined {
  const [, number = 0, count = 0] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text)?.map(Number) ?? [];
  return number >= 1 && number <= count && count <= mostShards ? { number, count } : undefined;
}

/**
 * Which of several parts each issue belongs to: they take turns, the oldest first, so that the parts are about equal and a
 * new issue moves no other one.
 *
 * @param count how many parts
 * @returns number of the part by issue, from 1
 */
export function issueParts(issues: readonly Dated[], count: number): Map<string, number> {
  return new Map(
    latestFirst(issues)
      .toReversed()
      .map(({ id }, rank) => [id, (rank % count) + 1]),
  );
}
