import { rules, type KnownItemQuery, type Rule } from './queries.ts';

/** How well a search found what it had to. */
export interface Scores {
  queries: number;
  /** Share of the queries whose paper came first. */
  first: number;
  /** Share of the queries whose paper was among the first ten. */
  ten: number;
  /** Mean of one through the place of the paper; of nothing, where it was not among the first ten. */
  reciprocal: number;
}

/** Scores of a search, by the rule of the queries, and of all together. */
export type Result = Partial<Record<Rule | 'all', Scores>>;

/** Asks all queries and notes where each paper stands; 0 for nowhere among the first ten. */
export async function placesOf(
  queries: readonly KnownItemQuery[],
  search: (query: string) => Promise<readonly string[]>,
): Promise<number[]> {
  const places: number[] = [];
  for (const { query, paper } of queries) {
    const found = await search(query);
    places.push(found.slice(0, 10).indexOf(paper) + 1);
  }
  return places;
}

/** Sums up where papers stood. */
export function scoresOf(queries: readonly KnownItemQuery[], places: readonly number[]): Result {
  const result: Result = {};
  for (const rule of [...rules, 'all'] as const) {
    const own = places.filter((_, index) => rule === 'all' || queries[index]?.rule === rule);
    if (own.length === 0) continue;
    const mean = (value: (place: number) => number): number =>
      own.reduce((sum, place) => sum + value(place), 0) / own.length;
    result[rule] = {
      queries: own.length,
      first: mean((place) => Number(place === 1)),
      ten: mean((place) => Number(place > 0)),
      reciprocal: mean((place) => (place > 0 ? 1 / place : 0)),
    };
  }
  return result;
}
