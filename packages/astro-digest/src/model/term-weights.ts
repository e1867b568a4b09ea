import type { TermIndex } from './term-index.ts';

/** Steps in which the worth of a term is told, so that a paper that is edited changes that of few terms. */
const worthSteps = 8;

/** A term in a title counts as often as this in an abstract. */
const titleWeight = 3;

/**
 * What each term counts in each paper, in the order of the index; the sum of the squares of a paper's is 1, so that the
 * sum of the products of two papers' is their cosine. The rarer a term, the more it counts (TF-IDF, as in Manning, Raghavan
 * and Schütze, Introduction to Information Retrieval, chapter 6).
 *
 * @param learnt how many papers, the first ones, tell how rare a term is
 */
export function weighTerms(index: TermIndex, learnt: number): Float64Array {
  const { starts, terms } = index;
  const worth = termWorth(index, learnt);
  const weights = new Float64Array(terms.length);
  for (let paper = 0; paper + 1 < starts.length; paper++) {
    const start = starts[paper] as number;
    const end = starts[paper + 1] as number;
    let squares = 0;
    for (let at = start; at < end; at++) {
      const weight = (1 + Math.log(timesOf(index, at))) * (worth[terms[at] as number] as number);
      weights[at] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares);
    for (let at = start; at < end; at++) weights[at] = (weights[at] as number) / length;
  }
  return weights;
}

/** How often a paper has the term at a place of the index; the title counts more. */
function timesOf({ inTitle, inBody }: TermIndex, at: number): number {
  return (inBody[at] as number) + titleWeight * (inTitle[at] as number);
}

/**
 * What a term is worth by the papers that are learnt from: the rarer the more, and the more, the more often papers that have it say it again,
 * because they come back to their subject and not to the words of every paper.
 */
function termWorth(index: TermIndex, learnt: number): Float64Array {
  const { starts, terms, frequency } = index;
  const times = new Float64Array(frequency.length);
  for (let at = 0; at < (starts[learnt] as number); at++) {
    const term = terms[at] as number;
    times[term] = (times[term] as number) + timesOf(index, at);
  }
  return times.map((sum, term) => {
    const having = frequency[term] as number;
    if (having < 2) return 0;
    const worth = Math.sqrt(sum / having) * Math.log(1 + (learnt - having + 0.5) / (having + 0.5));
    return Math.max(1, Math.round(worth * worthSteps)) / worthSteps;
  });
}
