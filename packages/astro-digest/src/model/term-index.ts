import { findPhrases, none } from './phrases.ts';
import type { Reading } from './reading.ts';
import { termForms } from './term-forms.ts';

/**
 * Which terms are in which papers: units that name something, the words of compounds, and phrases of two or three units.
 * The terms of all papers stand one after another.
 */
export interface TermIndex {
  /** Where the terms of each paper start; and, as one more, where those of the last end. */
  starts: Int32Array;
  /** Numbers of the terms, of each paper each once, as they first stand in it. */
  terms: Int32Array;
  /** How often each stands in the title. */
  inTitle: Uint16Array;
  /** How often each stands in the abstract. */
  inBody: Uint16Array;
  /** In how many papers that are learnt from each term is, by its number. Terms of fewer than two are in no paper's list. */
  frequency: Int32Array;
  /** The single words of a term, as units, in order. */
  wordsOf(term: number): readonly number[];
  /** Terms as they stand most often, by number. */
  formsOf(terms: Iterable<number>): Map<number, string>;
}

/**
 * What is told of a term that stands somewhere: its number, where it begins, of how many units it is. A word of a compound
 * is of none.
 */
export type Visit = (term: number, place: number, length: number) => void;

/** Goes through what stands from a place to another. */
export type EachTerm = (start: number, end: number, visit: Visit) => void;

/** Finds the terms of all papers. Phrases of words that stand side by side only once in those that are learnt from are no terms. */
export function indexTerms(reading: Reading): TermIndex {
  const { units, parts, content, standsAlone } = reading;
  const phrases = findPhrases(reading);
  const { pairAt, tripleAt } = phrases;
  const each: EachTerm = (start, end, visit) => {
    for (let place = start; place < end; place++) {
      const unit = units[place] as number;
      if (!content[unit]) continue;
      visit(unit, place, 1);
      const own = parts[unit] as readonly number[];
      for (let index = 0; index < own.length; index++) {
        const part = own[index] as number;
        if (content[part] && standsAlone[part]) visit(part, place, 0);
      }
      if (pairAt[place] !== none) visit(pairAt[place] as number, place, 2);
      if (tripleAt[place] !== none) visit(tripleAt[place] as number, place, 3);
    }
  };
  const words: (readonly number[] | undefined)[] = [];
  const wordsOf = (term: number): readonly number[] => {
    if (term >= phrases.first) return (words[term] ??= phrases.split(term).flatMap(wordsOf));
    const own = parts[term] as readonly number[];
    return own.length > 0 ? own : (words[term] ??= [term]);
  };
  const { frequency, all } = countPapers(reading, phrases.end, each);
  return {
    ...listTerms(reading, frequency, all, each),
    frequency,
    wordsOf,
    formsOf: (terms) => termForms(reading, terms, phrases.end, each),
  };
}

/** In how many papers each term is: in those that are learnt from, and in all. */
function countPapers(
  { ids, starts, learnt }: Reading,
  size: number,
  each: EachTerm,
): { frequency: Int32Array; all: Int32Array } {
  let frequency = new Int32Array(size);
  const all = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let paper = 0; paper < ids.length; paper++) {
    if (paper === learnt) frequency = all.slice();
    each(starts[paper] as number, starts[paper + 1] as number, (term) => {
      if (last[term] === paper) return;
      last[term] = paper;
      all[term] = (all[term] as number) + 1;
    });
  }
  return { frequency: learnt < ids.length ? frequency : all, all };
}

/** Nobody counts further. */
const most = 65_535;

function listTerms(
  reading: Reading,
  frequency: Int32Array,
  all: Int32Array,
  each: EachTerm,
): Pick<TermIndex, 'starts' | 'terms' | 'inTitle' | 'inBody'> {
  const size = frequency.reduce((sum, papers, term) => sum + (papers < 2 ? 0 : (all[term] as number)), 0);
  const starts = new Int32Array(reading.ids.length + 1);
  const terms = new Int32Array(size);
  const inTitle = new Uint16Array(size);
  const inBody = new Uint16Array(size);
  // Where each term was last listed.
  const listed = new Int32Array(frequency.length).fill(-1);
  let end = 0;
  for (let paper = 0; paper < reading.ids.length; paper++) {
    const start = end;
    const body = reading.bodies[paper] as number;
    each(reading.starts[paper] as number, reading.starts[paper + 1] as number, (term, place) => {
      if ((frequency[term] as number) < 2) return;
      let at = listed[term] as number;
      if (at < start) {
        at = end++;
        listed[term] = at;
        terms[at] = term;
      }
      const counts = place < body ? inTitle : inBody;
      counts[at] = Math.min(most, (counts[at] as number) + 1);
    });
    starts[paper + 1] = end;
  }
  return { starts, terms, inTitle, inBody };
}

/** Whether words stand side by side within other words. */
export function isWithin(words: readonly number[], others: readonly number[]): boolean {
  for (let start = 0; start + words.length <= others.length; start++) {
    let index = 0;
    while (index < words.length && others[start + index] === words[index]) index++;
    if (index === words.length) return true;
  }
  return false;
}
