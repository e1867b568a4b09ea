import { inTime } from './paper-order.ts';
import { readMore, type Reading, type TextPaper } from './reading.ts';
import { findKnownTerms, type TermList } from './term-index.ts';
import { weighTerms } from './term-weights.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Papers from which nothing was learnt, read with what was learnt from others. */
export interface OtherPapers {
  /** Ids of the papers, by number. */
  ids: readonly string[];
  reading: Reading;
  list: TermList;
  /** What each term counts in each paper; see `weighTerms`. */
  weights: Float64Array;
  /**
   * New words as they stand most often in the first paper that has them, by number.
   *
   * @param ranks numbers of the papers' issues in time
   */
  formsOfNew(terms: readonly number[], ranks: Int32Array): ReadonlyMap<number, string>;
}

/** Reads papers with what was learnt from others. */
export function readOthers({ lexicon, terms, worth }: Vocabulary, papers: readonly TextPaper[]): OtherPapers {
  const reading = readMore(papers, lexicon);
  const { formsIn, ...list } = findKnownTerms(reading, terms);
  return {
    ids: reading.ids,
    reading,
    list,
    weights: weighTerms(list, worth),
    formsOfNew(asked, ranks) {
      const isAsked = new Set(asked);
      const first = new Map<number, number>();
      for (const paper of inTime(ranks)) {
        for (const term of list.terms.subarray(list.starts[paper], list.starts[paper + 1]))
          if (isAsked.has(term) && !first.has(term)) first.set(term, paper);
      }
      return formsIn(first);
    },
  };
}
