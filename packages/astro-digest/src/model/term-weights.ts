import type { TermIndex, TermList } from './term-index.ts';

/** Steps in which the worth of a term is told, so that a paper that is edited changes that of few terms. */
const worthSteps = 8;

/** A term in a title counts as often as this in an abstract. */
const titleWeight = 3;

/** How often papers have terms, the title counting more, in the order of a list. */
export function timesOf({ terms, inTitle, inBody }: TermList): Float64Array {
  const times = new Float64Array(terms.length);
  for (let at = 0; at < terms.length; at++)
    times[at] = (inBody[at] as number) + titleWeight * (inTitle[at] as number);
  return times;
}

/**
 * What each term counts in each paper, in the order of the list; the sum of the squares of a paper's is 1, so that the
 * sum of the products of two papers' is their cosine. The rarer a term, the more it counts (TF-IDF, as in Manning, Raghavan
 * and Schütze, Introduction to Information Retrieval, chapter 6).
 *
 * @param worth what the terms are worth; those with a number above are new words, which count as if one other paper had them, and leave what
 * the known terms count as it is
 */
export function weighTerms(list: TermList, { worth, worthOfNew }: TermWorth): Float64Array {
  const { starts, terms } = list;
  const weights = timesOf(list);
  for (let paper = 0; paper + 1 < starts.length; paper++) {
    const start = starts[paper] as number;
    const end = starts[paper + 1] as number;
    let squares = 0;
    for (let at = start; at < end; at++) {
      const known = worth[terms[at] as number] ?? 0;
      const weight = (1 + Math.log(weights[at] as number)) * (known || worthOfNew);
      weights[at] = weight;
      if (known > 0) squares += weight * weight;
    }
    const length = squares > 0 ? Math.sqrt(squares) : Infinity;
    for (let at = start; at < end; at++) weights[at] = (weights[at] as number) / length;
  }
  return weights;
}

/** What terms are worth, by what was learnt. */
export interface TermWorth {
  /** By the number of the term; 0 of those that fewer than two papers have. */
  worth: Float64Array;
  /** What a word is worth that fewer than two papers have. */
  worthOfNew: number;
}

/**
 * What a term is worth by the papers that are learnt from: the rarer the more, and the more, the more often papers that have it say it again,
 * because they come back to their subject and not to the words of every paper.
 */
export function termWorth({ starts, terms, frequency, ...list }: TermIndex): TermWorth {
  const papers = starts.length - 1;
  const times = new Float64Array(frequency.length);
  const own = timesOf({ starts, terms, ...list });
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as number;
    times[term] = (times[term] as number) + (own[at] as number);
  }
  const worth = (having: number, times: number): number => {
    const worth = Math.sqrt(times / having) * Math.log(1 + (papers - having + 0.5) / (having + 0.5));
    return Math.max(1, Math.round(worth * worthSteps)) / worthSteps;
  };
  return {
    worth: times.map((sum, term) => {
      const having = frequency[term] as number;
      return having < 2 ? 0 : worth(having, sum);
    }),
    worthOfNew: worth(2, 2),
  };
}
