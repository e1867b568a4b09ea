import { readPapers, type TextPaper } from './reading.ts';
import { indexTerms, isWithin, type PaperTerms, type TermIndex } from './term-index.ts';

/** A paper that is related to another. */
export interface RelatedPaper {
  id: string;
  /** How near it is: above 0, at most 1. */
  score: number;
  /** The terms that tie the two together, the strongest first, as they stand in the texts; up to four. */
  terms: string[];
}

/** A term in a title counts as often as this in an abstract. */
const titleWeight = 3;

/** What is less near than this is not related. */
const floor = 0.1;

/** Terms of more papers than this don't find papers; they still count for papers that others find. */
const mostPostings = 100;

/** How many papers that share the rarer terms are compared by all terms. */
const mostCandidates = 30;

/** Among how many of the strongest terms that two papers share the reasons are chosen. */
const mostShared = 24;

/** The most terms that are named as a reason. */
const mostReasons = 4;

/** A term that counts less than this share of the strongest is no reason, unless it is the second. */
const leastReason = 0.25;

/**
 * Finds for each paper those that are about the same: by the terms they share, the rarer the more (TF-IDF and cosine,
 * as in Manning, Raghavan and Schütze, Introduction to Information Retrieval, chapter 6).
 *
 * @param papers each once: of a paper that several issues have, one appearance only
 * @returns by the id of a paper, the nearest first; papers that are equally near go by id
 */
export function relatedPapers(
  papers: readonly TextPaper[],
  { count = 5 }: { count?: number } = {},
): Map<string, RelatedPaper[]> {
  const index = indexTerms(readPapers(papers));
  const vectors = weigh(index);
  const found = findNearest(index, vectors, count).map((near, paper) =>
    near.map(({ paper: other, score }) => ({
      id: (index.papers[other] as PaperTerms).id,
      score,
      reasons: reasonsFor(index, vectors, paper, other),
    })),
  );
  const forms = index.formsOf(new Set(found.flatMap((near) => near.flatMap(({ reasons }) => reasons))));
  return new Map(
    index.papers.map(({ id }, paper) => [
      id,
      (found[paper] as (typeof found)[number]).map(({ id, score, reasons }) => ({
        id,
        score,
        terms: reasons.map((term) => forms.get(term) as string),
      })),
    ]),
  );
}

interface Near {
  /** Its number. */
  paper: number;
  score: number;
}

/** For each paper the weights of its terms; the sum of their squares is 1. */
type Vectors = Float64Array[];

function weigh(index: TermIndex): Vectors {
  const worth = termWorth(index);
  return index.papers.map((own) => {
    const vector = new Float64Array(own.terms.length);
    let squares = 0;
    for (let place = 0; place < vector.length; place++) {
      const weight = (1 + Math.log(timesOf(own, place))) * (worth[own.terms[place] as number] as number);
      vector[place] = weight;
      squares += weight * weight;
    }
    return vector.map((weight) => weight / Math.sqrt(squares));
  });
}

/** How often a paper has the term at a place of its list; the title counts more. */
function timesOf({ inTitle, inBody }: PaperTerms, place: number): number {
  return (inBody[place] as number) + titleWeight * (inTitle[place] as number);
}

/**
 * What a term is worth by all papers: the rarer the more, and the more, the more often papers that have it say it again,
 * because they come back to their subject and not to the words of every paper.
 */
function termWorth({ papers, frequency }: TermIndex): Float64Array {
  const times = new Float64Array(frequency.length);
  for (const paper of papers) {
    for (let place = 0; place < paper.terms.length; place++) {
      const term = paper.terms[place] as number;
      times[term] = (times[term] as number) + timesOf(paper, place);
    }
  }
  return times.map((sum, term) => {
    const having = frequency[term] as number;
    return having && Math.sqrt(sum / having) * Math.log(1 + (papers.length - having + 0.5) / (having + 0.5));
  });
}

/** For each term that is not too frequent, the papers that have it and its weight in each, one list after another. */
interface Postings {
  /** Where the list of each term starts; that of the last ends at the end. */
  starts: Int32Array;
  papers: Int32Array;
  weights: Float64Array;
}

function post({ papers, frequency }: TermIndex, vectors: Vectors): Postings {
  const starts = new Int32Array(frequency.length + 1);
  for (const [term, count] of frequency.entries()) {
    starts[term + 1] = (starts[term] as number) + (count <= mostPostings && count > 1 ? count : 0);
  }
  const size = starts.at(-1) as number;
  const next = starts.slice();
  const postings = { starts, papers: new Int32Array(size), weights: new Float64Array(size) };
  for (const [paper, { terms }] of papers.entries()) {
    const vector = vectors[paper] as Float64Array;
    for (let place = 0; place < terms.length; place++) {
      const term = terms[place] as number;
      const at = next[term] as number;
      if (at === starts[term + 1]) continue;
      postings.papers[at] = paper;
      postings.weights[at] = vector[place] as number;
      next[term] = at + 1;
    }
  }
  return postings;
}

/** Finds the nearest of each paper: first by the rarer terms, then, among those that these find, by all. */
function findNearest(index: TermIndex, vectors: Vectors, count: number): Near[][] {
  const { starts, papers, weights } = post(index, vectors);
  // One number a paper and one a term, used for each paper anew.
  const scores = new Float64Array(vectors.length);
  const own = new Float64Array(index.frequency.length);
  return index.papers.map(({ terms }, paper) => {
    const vector = vectors[paper] as Float64Array;
    const found: number[] = [];
    for (let place = 0; place < terms.length; place++) {
      const term = terms[place] as number;
      const weight = vector[place] as number;
      own[term] = weight;
      for (let at = starts[term] as number, end = starts[term + 1] as number; at < end; at++) {
        const other = papers[at] as number;
        const score = scores[other] as number;
        if (score === 0) found.push(other);
        scores[other] = score + weight * (weights[at] as number);
      }
    }
    scores[paper] = 0;
    const candidates = highest(found, scores, Math.max(mostCandidates, 2 * count));
    for (const other of found) scores[other] = 0;
    const near = candidates.map((other) => ({
      paper: other,
      score: nearness(own, (index.papers[other] as PaperTerms).terms, vectors[other] as Float64Array),
    }));
    for (const term of terms) own[term] = 0;
    return near
      .filter(({ score }) => score >= floor)
      .sort(nearestFirst)
      .slice(0, count);
  });
}

/** The papers with the highest scores above 0, of equal ones those that come first. */
function highest(papers: readonly number[], scores: Float64Array, count: number): number[] {
  const before = (a: number, b: number) => (scores[b] as number) - (scores[a] as number) || a - b;
  let kept: number[] = [];
  let least = Number.MIN_VALUE;
  for (const paper of papers) {
    if ((scores[paper] as number) < least) continue;
    kept.push(paper);
    if (kept.length < 4 * count) continue;
    kept = kept.sort(before).slice(0, count);
    least = scores[kept.at(-1) as number] as number;
  }
  return kept.sort(before).slice(0, count);
}

/** The cosine of two vectors, of which the first is spread over all terms. */
function nearness(own: Float64Array, terms: Int32Array, vector: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < terms.length; place++) {
    sum += (own[terms[place] as number] as number) * (vector[place] as number);
  }
  // Rounded, so that the last bits of a sum decide nothing.
  return Math.min(1, Math.round(sum * 10_000) / 10_000);
}

function nearestFirst(a: Near, b: Near): number {
  return b.score - a.score || a.paper - b.paper;
}

/** The terms that count most for two papers; of a phrase and its words, the phrase alone. */
function reasonsFor(index: TermIndex, vectors: Vectors, a: number, b: number): number[] {
  const reasons: { term: number; words: readonly number[]; weight: number }[] = [];
  for (const { term, weight } of strongestShared(index, vectors, a, b)) {
    const words = index.wordsOf(term);
    if (reasons.some((reason) => isWithin(words, reason.words))) continue;
    const part = reasons.findIndex((reason) => isWithin(reason.words, words));
    const { weight: most } = reasons[part] ?? { weight };
    if (part < 0) {
      if (reasons.length < mostReasons) reasons.push({ term, words, weight });
      continue;
    }
    // A phrase takes the place of the first of its words, and the others go.
    reasons[part] = { term, words, weight: most };
    for (let rank = reasons.length - 1; rank > part; rank--) {
      if (isWithin((reasons[rank] as (typeof reasons)[number]).words, words)) reasons.splice(rank, 1);
    }
  }
  const strongest = reasons[0]?.weight ?? 0;
  return reasons
    .filter(({ weight }, rank) => rank < 2 || weight >= strongest * leastReason)
    .map(({ term }) => term);
}

/** The terms that two papers share, those first that bring them nearest. */
function strongestShared(
  { papers }: TermIndex,
  vectors: Vectors,
  a: number,
  b: number,
): { term: number; weight: number }[] {
  const { terms: termsA } = papers[a] as PaperTerms;
  const { terms: termsB } = papers[b] as PaperTerms;
  const vectorA = vectors[a] as Float64Array;
  const vectorB = vectors[b] as Float64Array;
  const shared: { term: number; weight: number }[] = [];
  for (let inA = 0, inB = 0; inA < termsA.length && inB < termsB.length;) {
    const term = termsA[inA] as number;
    const other = termsB[inB] as number;
    if (term === other) shared.push({ term, weight: (vectorA[inA] as number) * (vectorB[inB] as number) });
    if (term <= other) inA++;
    if (term >= other) inB++;
  }
  return shared.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, mostShared);
}
