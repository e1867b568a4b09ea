import { gapNumbers, type PaperUnits, type Reading } from './reading.ts';

/** The terms of a paper: units that name something, the words of compounds, and phrases of two or three units. */
export interface PaperTerms {
  id: string;
  /** Numbers of its terms, ascending, each once. */
  terms: Int32Array;
  /** How often each stands in the title. */
  inTitle: Uint16Array;
  /** How often each stands in the abstract. */
  inBody: Uint16Array;
}

/** Which terms are in which papers. */
export interface TermIndex {
  /** In the order of their ids. */
  papers: PaperTerms[];
  /** In how many papers each term is, by its number. Terms of fewer than two papers are in no paper's list. */
  frequency: Int32Array;
  /** The single words of a term, as units, in order. */
  wordsOf(term: number): readonly number[];
  /** Terms as they stand most often, by number. */
  formsOf(terms: ReadonlySet<number>): Map<number, string>;
}

/** What is told of a term that stands somewhere: its number, where it begins, of how many units it is. */
type Visit = (term: number, start: number, length: number) => void;

/** Finds the terms of all papers. Phrases of words that stand side by side only once in all papers are no terms. */
export function indexTerms(reading: Reading): TermIndex {
  const { papers, parts, content, standsAlone } = reading;
  const units = parts.length;
  const unitFrequency = count(papers.length, units, (paper, visit) => {
    for (const unit of (papers[paper] as PaperUnits).units) visit(unit);
  });
  const pairs = findPhrases(papers, units, ({ units: own, gaps }, place) => {
    const first = own[place] as number;
    const second = own[place + 1] as number;
    if (gaps[place + 1] !== gapNumbers.space || !content[first] || !content[second]) return none;
    return unitFrequency[first] === 1 || unitFrequency[second] === 1 ? none : first * units + second;
  });
  const triples = findPhrases(papers, units + pairs.codes.length, ({ units: own }, place, paper) => {
    const at = pairs.at[paper] as Int32Array;
    const pair = at[place] as number;
    return pair === none || (at[place + 1] ?? none) === none
      ? none
      : pair * units + (own[place + 2] as number);
  });
  const each = (paper: number, visit: Visit): void => {
    const own = (papers[paper] as PaperUnits).units;
    const pairAt = pairs.at[paper] as Int32Array;
    const tripleAt = triples.at[paper] as Int32Array;
    for (let place = 0; place < own.length; place++) {
      const unit = own[place] as number;
      if (!content[unit]) continue;
      visit(unit, place, 1);
      // Of no units: a word of a compound is a part of one.
      for (const part of parts[unit] as readonly number[]) {
        if (content[part] && standsAlone[part]) visit(part, place, 0);
      }
      if (pairAt[place] !== none) visit(pairAt[place] as number, place, 2);
      if (tripleAt[place] !== none) visit(tripleAt[place] as number, place, 3);
    }
  };
  const size = triples.first + triples.codes.length;
  const frequency = count(papers.length, size, each);
  const words = new Map<number, readonly number[]>();
  const wordsOf = (term: number): readonly number[] => {
    if (term < units) return parts[term]?.length ? (parts[term] as readonly number[]) : [term];
    let known = words.get(term);
    if (!known) {
      const { codes, first } = term < triples.first ? pairs : triples;
      const code = codes[term - first] as number;
      known = [...wordsOf(Math.floor(code / units)), ...wordsOf(code % units)];
      words.set(term, known);
    }
    return known;
  };
  return {
    papers: termsOf(papers, frequency, each),
    frequency,
    wordsOf,
    formsOf: (terms) => formsOf(reading, terms, each),
  };
}

/** Where no phrase begins. */
const none = -1;

/** Phrases that at least two papers have. */
interface Phrases {
  /** Number of the first of them. */
  first: number;
  /** From the number, less the first of them, to the code. */
  codes: Float64Array;
  /** For each paper, the number of the phrase that begins at each place. */
  at: Int32Array[];
}

/**
 * Finds the phrases that at least two papers have. Sorting their codes needs far less memory than counting them by
 * name, since nearly all stand only once.
 *
 * @param codeAt the code of what begins at a place
 */
function findPhrases(
  papers: readonly PaperUnits[],
  first: number,
  codeAt: (paper: PaperUnits, place: number, number: number) => number,
): Phrases {
  const codesOf = papers.map((paper, number) => {
    const codes = new Float64Array(paper.units.length).fill(none);
    for (let place = 0; place + 1 < codes.length; place++) codes[place] = codeAt(paper, place, number);
    return codes;
  });
  const all = new Float64Array(codesOf.reduce((sum, codes) => sum + codes.length, 0));
  let end = 0;
  for (const codes of codesOf) {
    let last = none;
    for (const code of codes.toSorted()) {
      if (code !== last) all[end++] = code;
      last = code;
    }
  }
  const sorted = all.subarray(0, end).sort();
  const codes = sorted.filter((code, index) => sorted[index + 1] === code && sorted[index - 1] !== code);
  const numbers = new Map<number, number>();
  for (let index = 0; index < codes.length; index++) numbers.set(codes[index] as number, first + index);
  const at = codesOf.map((codes) => {
    const own = new Int32Array(codes.length).fill(none);
    for (let place = 0; place < codes.length; place++) {
      if (codes[place] !== none) own[place] = numbers.get(codes[place] as number) ?? none;
    }
    return own;
  });
  return { first, codes, at };
}

/** In how many papers each of some things is. */
function count(
  papers: number,
  size: number,
  each: (paper: number, visit: (thing: number) => void) => void,
): Int32Array {
  const frequency = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let paper = 0; paper < papers; paper++) {
    each(paper, (thing) => {
      if (last[thing] === paper) return;
      last[thing] = paper;
      frequency[thing] = (frequency[thing] as number) + 1;
    });
  }
  return frequency;
}

function termsOf(
  papers: readonly PaperUnits[],
  frequency: Int32Array,
  each: (paper: number, visit: Visit) => void,
): PaperTerms[] {
  // One number a term, used for each paper anew.
  const inTitle = new Uint16Array(frequency.length);
  const inBody = new Uint16Array(frequency.length);
  return papers.map(({ id, inTitle: titleLength }, paper) => {
    const found: number[] = [];
    each(paper, (term, start) => {
      if ((frequency[term] as number) < 2) return;
      if (inTitle[term] === 0 && inBody[term] === 0) found.push(term);
      const counts = start < titleLength ? inTitle : inBody;
      counts[term] = Math.min(most, (counts[term] as number) + 1);
    });
    const terms = Int32Array.from(found).sort();
    const own = {
      id,
      terms,
      inTitle: new Uint16Array(terms.length),
      inBody: new Uint16Array(terms.length),
    };
    for (let place = 0; place < terms.length; place++) {
      const term = terms[place] as number;
      own.inTitle[place] = inTitle[term] as number;
      own.inBody[place] = inBody[term] as number;
      inTitle[term] = 0;
      inBody[term] = 0;
    }
    return own;
  });
}

/** Nobody counts further. */
const most = 65_535;

/** A form inside a sentence counts more than any number of titles and beginnings, where capitals tell nothing. */
const insideSentence = 1000;

function formsOf(
  { papers, forms, parts }: Reading,
  wanted: ReadonlySet<number>,
  each: (paper: number, visit: Visit) => void,
): Map<number, string> {
  const counts = new Map<number, Map<string, number>>();
  for (const [number, paper] of papers.entries()) {
    each(number, (term, start, length) => {
      if (!wanted.has(term)) return;
      const form =
        length === 0
          ? partForm(
              forms[paper.forms[start] as number] as string,
              (parts[paper.units[start] as number] as number[]).indexOf(term),
            )
          : phraseForm(forms, paper.forms, start, length);
      const weight =
        length > 0 && start >= paper.inTitle && paper.gaps[start] !== gapNumbers.break ? insideSentence : 1;
      const own = counts.get(term) ?? new Map<string, number>();
      own.set(form, (own.get(form) ?? 0) + weight);
      counts.set(term, own);
    });
  }
  return new Map([...counts].map(([term, own]) => [term, mostFrequent(own)]));
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  const [[form] = ['']] = [...forms].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1));
  return form;
}

function phraseForm(texts: readonly string[], forms: Int32Array, start: number, length: number): string {
  let text = texts[forms[start] as number] as string;
  for (let place = start + 1; place < start + length; place++) text += ` ${texts[forms[place] as number]}`;
  return text;
}

function partForm(compound: string, part: number): string {
  return compound.split(/[- ]/)[part] ?? compound;
}

/** Whether words stand side by side within other words. */
export function isWithin(words: readonly number[], others: readonly number[]): boolean {
  for (let start = 0; start + words.length <= others.length; start++) {
    if (words.every((word, index) => others[start + index] === word)) return true;
  }
  return false;
}
