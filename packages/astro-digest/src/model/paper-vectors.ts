import { inTime } from './paper-order.ts';
import { isAbout, type TermList } from './term-index.ts';

/** What the terms of papers count in them; the terms of all papers stand one after another. */
export interface PaperVectors {
  /** Ids of the papers, by number. */
  ids: readonly string[];
  /** Where the terms of each paper start; and, as one more, where those of the last end. */
  starts: Int32Array;
  /** Numbers of the terms. */
  terms: Int32Array;
  /** What each counts. */
  weights: Float64Array;
  /** Whether a term is in so few papers that it finds papers, as 1 and 0, by its number. */
  isRare: Uint8Array;
  /** The single words of a term, as units, in order. */
  wordsOf(term: number): readonly number[];
}

/** Terms of more papers than this don't find papers; they still count for papers that others find. */
const mostPostings = 100;

/** Whether terms are in so few papers that they find papers, as 1 and 0, by their numbers. */
export function rareTerms(frequency: Int32Array): Uint8Array {
  return Uint8Array.from(frequency, (papers) => Number(papers > 1 && papers <= mostPostings));
}

/**
 * Adds papers to those that were learnt from. A word that these lack connects the others where they are about it: the first papers that have it,
 * so that what it says of them never changes.
 *
 * @param list the terms of the papers; those of new words have a weight of their own
 * @param frequency of the terms that are known
 * @param ranks numbers of the papers' issues in time
 */
export function addVectors(
  learnt: PaperVectors,
  { ids, list, weights }: { ids: readonly string[]; list: TermList; weights: Float64Array },
  frequency: Int32Array,
  ranks: Int32Array,
): PaperVectors {
  const isNew = (term: number): boolean => (frequency[term] ?? 0) < 2;
  const having = new Map<number, number>();
  const kept = new Uint8Array(list.terms.length);
  for (const paper of inTime(ranks)) {
    for (let at = list.starts[paper] as number; at < (list.starts[paper + 1] as number); at++) {
      const term = list.terms[at] as number;
      const others = having.get(term) ?? 0;
      kept[at] = Number(!isNew(term) || (others < mostPostings && isAbout(list, at)));
      if (isNew(term) && kept[at]) having.set(term, others + 1);
    }
  }
  const before = learnt.terms.length;
  const starts = new Int32Array(learnt.starts.length + ids.length);
  const terms = new Int32Array(before + list.terms.length);
  const all = new Float64Array(terms.length);
  starts.set(learnt.starts);
  terms.set(learnt.terms);
  all.set(learnt.weights);
  let end = before;
  for (let paper = 0; paper < ids.length; paper++) {
    for (let at = list.starts[paper] as number; at < (list.starts[paper + 1] as number); at++) {
      if (!kept[at]) continue;
      terms[end] = list.terms[at] as number;
      all[end++] = weights[at] as number;
    }
    starts[learnt.starts.length + paper] = end;
  }
  const highest = list.terms.reduce((most, term) => Math.max(most, term), learnt.isRare.length - 1);
  const isRare = new Uint8Array(highest + 1);
  isRare.set(learnt.isRare);
  for (const term of having.keys()) isRare[term] = 1;
  return {
    ids: [...learnt.ids, ...ids],
    starts,
    terms: terms.subarray(0, end),
    weights: all.subarray(0, end),
    isRare,
    wordsOf: learnt.wordsOf,
  };
}
