import { Highest } from './highest.ts';
import type { PaperVectors } from './paper-vectors.ts';

/** A paper that is near another. */
export interface Near {
  /** Its number. */
  paper: number;
  /** The cosine of the two, above 0, at most 1. */
  score: number;
}

/**
 * Finds the papers that are nearest to one, by the cosine of their terms: first by the rarer terms, then, among those
 * that these find, by all.
 *
 * @param most how many at most
 * @param ranks numbers of the papers' issues in time, by the numbers of the papers: of one that is later than the paper itself none is found
 * @returns what gives, for the number of a paper, the nearest first; papers that are equally near go by number
 */
export function nearestFinder(
  vectors: PaperVectors,
  most: number,
  ranks: Int32Array,
): (paper: number) => Near[] {
  const { starts, terms, weights, isRare } = vectors;
  const postings = post(vectors);
  const common = selectCommon(vectors);
  // One number a paper, and one a term: used for each paper anew.
  const scores = new Float64Array(starts.length - 1);
  const own = new Float64Array(isRare.length);
  const candidates = new Highest(most);
  return (paper) => {
    const start = starts[paper] as number;
    const end = starts[paper + 1] as number;
    for (let at = start; at < end; at++) own[terms[at] as number] = weights[at] as number;
    findCandidates(paper, vectors, postings, ranks, scores, candidates);
    const near: Near[] = [];
    for (let rank = 0; rank < candidates.size; rank++) {
      const other = candidates.items[rank] as number;
      let sum = candidates.scores[rank] as number;
      for (let at = common.starts[other] as number; at < (common.starts[other + 1] as number); at++) {
        sum += (own[common.terms[at] as number] as number) * (common.weights[at] as number);
      }
      // Rounded, so that the last bits of a sum decide nothing.
      near.push({ paper: other, score: Math.min(1, Math.round(sum * 10_000) / 10_000) });
    }
    for (let at = start; at < end; at++) own[terms[at] as number] = 0;
    return near.sort((a, b) => b.score - a.score || a.paper - b.paper);
  };
}

/**
 * Finds the papers that are nearest to one by the rarer terms alone, which is quick since few papers have them.
 *
 * @param scores for each paper 0, before and afterwards
 * @param candidates where they are put
 */
function findCandidates(
  paper: number,
  vectors: PaperVectors,
  { starts, ends, paperAt, weightAt }: Postings,
  ranks: Int32Array,
  scores: Float64Array,
  candidates: Highest,
): void {
  const found: number[] = [];
  const rank = ranks[paper] as number;
  for (
    let at = vectors.starts[paper] as number, last = vectors.starts[paper + 1] as number;
    at < last;
    at++
  ) {
    const term = vectors.terms[at] as number;
    const weight = vectors.weights[at] as number;
    for (let post = starts[term] as number, end = ends[term] as number; post < end; post++) {
      const other = paperAt[post] as number;
      if ((ranks[other] as number) > rank) continue;
      const score = scores[other] as number;
      if (score === 0) found.push(other);
      scores[other] = score + weight * (weightAt[post] as number);
    }
  }
  scores[paper] = 0;
  candidates.clear();
  for (let place = 0; place < found.length; place++) {
    const other = found[place] as number;
    const score = scores[other] as number;
    if (score >= candidates.least) candidates.add(other, score);
    scores[other] = 0;
  }
}

/** Papers by term, one list after another, of the terms that are not too frequent; those of one term in their order. */
interface Postings {
  /** Where the list of each term starts. */
  starts: Int32Array;
  /** Where it ends. */
  ends: Int32Array;
  paperAt: Int32Array;
  /** What the term counts there. */
  weightAt: Float64Array;
}

function post({ starts: paperStarts, terms, weights, isRare }: PaperVectors): Postings {
  const starts = new Int32Array(isRare.length + 1);
  for (const term of terms) if (isRare[term]) starts[term + 1] = (starts[term + 1] as number) + 1;
  for (let term = 0; term < isRare.length; term++)
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  const ends = starts.slice(0, -1);
  const paperAt = new Int32Array(starts[isRare.length] as number);
  const weightAt = new Float64Array(paperAt.length);
  for (let paper = 0; paper + 1 < paperStarts.length; paper++) {
    for (let at = paperStarts[paper] as number; at < (paperStarts[paper + 1] as number); at++) {
      const term = terms[at] as number;
      if (!isRare[term]) continue;
      const post = ends[term] as number;
      paperAt[post] = paper;
      weightAt[post] = weights[at] as number;
      ends[term] = post + 1;
    }
  }
  return { starts, ends, paperAt, weightAt };
}

/** Of each paper the terms that are too frequent to find papers, in the order of the index. */
function selectCommon({ starts: paperStarts, terms, weights, isRare }: PaperVectors): {
  starts: Int32Array;
  terms: Int32Array;
  weights: Float64Array;
} {
  const common = { starts: new Int32Array(paperStarts.length), terms: new Int32Array(terms.length) };
  const own = new Float64Array(terms.length);
  let size = 0;
  for (let paper = 0; paper + 1 < paperStarts.length; paper++) {
    for (let at = paperStarts[paper] as number; at < (paperStarts[paper + 1] as number); at++) {
      const term = terms[at] as number;
      if (isRare[term]) continue;
      common.terms[size] = term;
      own[size++] = weights[at] as number;
    }
    common.starts[paper + 1] = size;
  }
  return { ...common, weights: own };
}
