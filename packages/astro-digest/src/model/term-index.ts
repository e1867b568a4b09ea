import { eachTerm, numberOfUnit, type EachTerm } from './each-term.ts';
import type { Lexicon } from './lexicon.ts';
import { once } from './once.ts';
import { findKnownPhrases, findPhrases, splitPhrase, type Phrases } from './phrases.ts';
import type { Reading } from './reading.ts';
import { standingAlone } from './standing-alone.ts';
import { termForms } from './term-forms.ts';

/** Which terms are in which papers. The terms of all papers stand one after another. */
export interface TermList {
  /** Where the terms of each paper start; and, as one more, where those of the last end. */
  starts: Int32Array;
  /** Numbers of the terms, of each paper each once, as they first stand in it. */
  terms: Int32Array;
  /** How often each stands in the title. */
  inTitle: Uint16Array;
  /** How often each stands in the abstract. */
  inBody: Uint16Array;
}

/**
 * The terms that texts have: units that name something, the words of compounds, and phrases of two or three units. Plain data, so that it can
 * be kept.
 */
export interface Terms {
  phrases: Phrases;
  /** In how many of the papers that are learnt from each term is, by its number. Terms of fewer than two are in no paper's list. */
  frequency: Int32Array;
  /** Which units name something apart from their compounds; see `standingAlone`. */
  standsAlone: Uint8Array;
}

/** The terms of the papers that are learnt from. */
export interface TermIndex extends Terms, TermList {
  /** The single words of a term, as units, in order. */
  wordsOf(term: number): readonly number[];
  /** The terms that more than one paper has, by number, as they stand most often. Worked out when it is first asked for. */
  readonly forms: ReadonlyMap<number, string>;
  /** Goes through the terms of the texts. */
  readonly each: EachTerm;
}

/** Finds the terms of papers that are learnt from. Phrases of words that stand side by side only once are no terms. */
export function indexTerms(reading: Reading): TermIndex {
  const { pairAt, tripleAt, ...phrases } = findPhrases(reading);
  const standsAlone = standingAlone(reading);
  const each = eachTerm(reading, { phrases, standsAlone, pairAt, tripleAt });
  const { end } = phrases;
  const frequency = countPapers(reading, end, each);
  const size = frequency.reduce((sum, papers) => sum + (papers > 1 ? papers : 0), 0);
  const isListed = (term: number): boolean => (frequency[term] as number) > 1;
  // All at once: to go through the texts takes longer than to look at the terms.
  const forms = once(() => termForms(reading, [...frequency.keys()].filter(isListed), end, each));
  return {
    ...listTerms(reading, { size, end, each, isListed }),
    frequency,
    phrases,
    standsAlone,
    wordsOf: wordsOfTerms(phrases, reading.lexicon.parts),
    each,
    get forms() {
      return forms();
    },
  };
}

/**
 * Finds the terms of papers from which nothing is learnt: those that are known of others, and new words, which are in none or one of the
 * others. The number of a word that is in none is above those of all that is known; see `numberOfUnit`.
 *
 * @returns also what gives terms as they stand most often in one paper each
 */
export function findKnownTerms(
  reading: Reading,
  { phrases, frequency, standsAlone }: Terms,
): TermList & { formsIn(papers: ReadonlyMap<number, number>): Map<number, string> } {
  const each = eachTerm(reading, { phrases, standsAlone, ...findKnownPhrases(reading, phrases) });
  const isListed = (term: number): boolean =>
    term < phrases.first || term >= phrases.end || (frequency[term] as number) > 1;
  let size = 0;
  each(0, reading.units.length, (term) => (size += Number(isListed(term))));
  const end = numberOfUnit(reading.lexicon.parts.length, phrases);
  return {
    ...listTerms(reading, { size, end, each, isListed }),
    formsIn: (papers) =>
      termForms(reading, papers.keys(), end, each, (term, place) => {
        const paper = papers.get(term) as number;
        return place >= (reading.starts[paper] as number) && place < (reading.starts[paper + 1] as number);
      }),
  };
}

/** Gives the single words of terms, as units. */
export function wordsOfTerms(phrases: Phrases, parts: Lexicon['parts']): (term: number) => readonly number[] {
  const { first, end } = phrases;
  const words: (readonly number[] | undefined)[] = [];
  return function wordsOf(term: number): readonly number[] {
    if (term >= end) return (words[term] ??= [term - end + first]);
    if (term >= first) return (words[term] ??= splitPhrase(phrases, term).flatMap(wordsOf));
    const own = parts[term] as readonly number[];
    return own.length > 0 ? own : (words[term] ??= [term]);
  };
}

/** In how many papers each term is. */
function countPapers({ ids, starts }: Reading, size: number, each: EachTerm): Int32Array {
  const frequency = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let paper = 0; paper < ids.length; paper++) {
    each(starts[paper] as number, starts[paper + 1] as number, (term) => {
      if (last[term] === paper) return;
      last[term] = paper;
      frequency[term] = (frequency[term] as number) + 1;
    });
  }
  return frequency;
}

/** Nobody counts further. */
const most = 65_535;

/**
 * Lists the terms of each paper.
 *
 * @param size how many entries there are at most
 * @param end one more than the highest number that a term has
 * @param isListed tells whether a term is listed
 */
function listTerms(
  reading: Reading,
  {
    size,
    end,
    each,
    isListed,
  }: { size: number; end: number; each: EachTerm; isListed(term: number): boolean },
): TermList {
  const starts = new Int32Array(reading.ids.length + 1);
  const terms = new Int32Array(size);
  const inTitle = new Uint16Array(size);
  const inBody = new Uint16Array(size);
  // Where each term was last listed.
  const listed = new Int32Array(end).fill(-1);
  let next = 0;
  for (let paper = 0; paper < reading.ids.length; paper++) {
    const start = next;
    const body = reading.bodies[paper] as number;
    each(reading.starts[paper] as number, reading.starts[paper + 1] as number, (term, place) => {
      if (!isListed(term)) return;
      let at = listed[term] as number;
      if (at < start) {
        at = next++;
        listed[term] = at;
        terms[at] = term;
      }
      const counts = place < body ? inTitle : inBody;
      counts[at] = Math.min(most, (counts[at] as number) + 1);
    });
    starts[paper + 1] = next;
  }
  return {
    starts,
    terms: terms.subarray(0, next),
    inTitle: inTitle.subarray(0, next),
    inBody: inBody.subarray(0, next),
  };
}

/**
 * A paper is about a term that is in its title, or several times in its abstract.
 *
 * @param at where the term is in the list
 * @param mentions how often in the abstract. Default: twice
 */
export function isAbout({ inTitle, inBody }: TermList, at: number, mentions = 2): boolean {
  return (inTitle[at] as number) > 0 || (inBody[at] as number) >= mentions;
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
