import type { TermIndex } from './term-index.ts';

/** A term in a title counts as often as this in an abstract. */
const titleWeight = 3;

/**
 * What each term counts in each paper, in the order of the index; the sum of the squares of a paper's is 1, so that the
 * sum of the products of two papers' is their cosine. The rarer a term, the more it counts (TF-IDF, as in Manning, Raghavan
 * and Schütze, Introduction to Information Retrieval, chapter 6).
 */
export function weighTerms(index: TermIndex): Float64Array {
  const { starts, terms } = index;
  const worth = termWorth(index);
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
 * What a term is worth by all papers: the rarer the more, and the more, the more often papers that have it say it again,
 * because they come back to their subject and not to the words of every paper.
 */
function termWorth(index: TermIndex): Float64Array {
  const { starts, terms, frequency } = index;
  const times = new Float64Array(frequency.length);
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as number;
    times[term] = (times[term] as number) + timesOf(index, at);
  }
  const papers = starts.length - 1;
  return times.map((sum, term) => {
    const having = frequency[term] as number;
    return having < 2 ? 0 : Math.sqrt(sum / having) * Math.log(1 + (papers - having + 0.5) / (having + 0.5));
  });
}
