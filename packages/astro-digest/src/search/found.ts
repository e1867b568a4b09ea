import type { Allows } from './facets/open-facets.ts';
import type { Sort } from './filters.ts';
import { byMatch, bySite, byVotes, type FoundPaper, type LoadedPaper, type Order } from './found-paper.ts';
import type { Match } from './match.ts';

/** How well a query has been answered by the papers that have been read. */
export interface Answered {
  /** Whether there is a paper that has everything. */
  isComplete: boolean;
  /** How the best paper answers; absent when none has been read. */
  best?: Match | undefined;
}

/** What a query finds. */
export interface Found extends Answered {
  /** Reads so many papers at most that have not been read: an index takes words for forms of others, so the first ones may lack a word. */
  readFurther(most: number): Promise<Answered>;
  /** Ids of all papers, in no order. */
  ids: readonly string[];
  /** The papers that may be shown; those that come later are loaded when they are shown. */
  inOrder(sort: Sort, allows: Allows): Promise<readonly FoundPaper[]>;
}

/** How papers are put in order once they are loaded. */
export const orders: Record<Sort, Order> = { relevance: byMatch, newest: bySite, votes: byVotes };

/** What is found when all papers have been read that may answer: those that have everything. */
export function foundAmong(papers: readonly LoadedPaper[]): Found {
  const having = papers.filter(({ match }) => hasAllWords(match) && match.hasPhrases);
  const answered = { isComplete: having.length > 0, best: bestOf(having.length > 0 ? having : papers) };
  return {
    ...answered,
    readFurther: () => Promise.resolve(answered),
    ids: having.map(({ paper }) => paper.result.id),
    inOrder: async (sort, allows) =>
      having
        .filter(({ paper }) => allows(paper.result.id))
        .sort(orders[sort])
        .map(({ paper }) => paper),
  };
}

/** How the best of some papers answers. */
export function bestOf(papers: readonly LoadedPaper[]): Match | undefined {
  return [...papers].sort(byMatch)[0]?.match;
}

/** Whether a paper has every word. */
export function hasAllWords({ fields }: Match): boolean {
  return fields.every((having) => having.length > 0);
}
