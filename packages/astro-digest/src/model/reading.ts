import type { Paper } from './entries.ts';
import { gapNumbers } from './gaps.ts';
import { hyphenated, Lexicon, type WordNumbers } from './lexicon.ts';
import { splitWords } from './terms.ts';
import { PieceReader } from './word-pieces.ts';

/** A paper whose words are asked for. */
export interface TextPaper extends Pick<Paper, 'id' | 'body'> {
  data: Pick<Paper['data'], 'title'>;
}

/**
 * The texts of all papers as numbers, small and fast to count. A text is a row of units: words, or compounds such as
 * `few-shot`, which are one unit with or without their hyphen. The units of all papers stand one after another; a place
 * is a number in this row.
 */
export interface Reading {
  /**
   * Ids of the papers, whatever the order in which they were given, so that all that follows is the same: those from which everything is
   * learnt, sorted, then the others, sorted.
   */
  ids: string[];
  /** How many papers everything is learnt from; the others are read with what these taught. */
  learnt: number;
  /** The place where each paper starts, with its title; and, as one more, where the last ends. */
  starts: Int32Array;
  /** The place where the abstract of each paper starts. */
  bodies: Int32Array;
  /** The unit at each place. */
  units: Int32Array;
  /** What stands before it, as in `gapNumbers`. */
  gaps: Uint8Array;
  /** For each place, the number of its first word among the words of all papers; and, as one more, where the last ends. */
  firstWords: Int32Array;
  /** The form of each word, as a number. */
  words: Int32Array;
  /** Texts of the forms, by number. */
  forms: readonly string[];
  /** The unit of each form. */
  unitOfForm: readonly number[];
  /** What stands from a place to another, with its hyphens. */
  written(start: number, end: number): string;
  /** Stems of the units, by number; none for a compound. */
  stems: readonly string[];
  /** The single words of a compound, as units; empty for a word. By the number of the unit. */
  parts: readonly (readonly number[])[];
  /** Whether a unit can name something; a compound can when a part of it can. By the number of the unit. */
  content: readonly boolean[];
  /**
   * Whether a word stands alone at least as often as within compounds. `cross`, `multi` and `shot` don't, and name
   * nothing apart from their compounds. By the number of the unit.
   */
  standsAlone: readonly boolean[];
  /** Units of another text, to look for among these; a word that no paper has is a unit of its own. */
  unitsOf(text: string): number[];
}

/**
 * Reads titles and abstracts.
 *
 * @param known texts whose words are known beforehand, so that compounds may be closed as they are there
 * @param isLearnt tells of a paper whether something is learnt from it, as compounds and what is frequent; one from which nothing is
 * changes nothing for the others. Default: of all
 */
export function readPapers(
  papers: readonly TextPaper[],
  known: readonly string[] = [],
  isLearnt: (id: string) => boolean = () => true,
): Reading {
  const lexicon = new Lexicon();
  for (const text of known) for (const { form } of splitWords(text).words) lexicon.form(form);
  const learnt = sortById(papers.filter(({ id }) => isLearnt(id)));
  const others = sortById(papers.filter(({ id }) => !isLearnt(id)));
  const reader = new PieceReader(lexicon);
  // Where the words of titles and of abstracts end.
  const ends: number[] = [];
  const readAll = (papers: readonly TextPaper[]): void => {
    for (const { body, data } of papers) {
      reader.read(data.title);
      ends.push(reader.length);
      reader.read(body ?? '');
      ends.push(reader.length);
    }
  };
  readAll(learnt);
  // Compounds are known only when all texts are read: the first paper may have the form without a hyphen.
  for (const compound of reader.compounds) lexicon.learn(compound);
  const content = [...lexicon.content];
  readAll(others);
  // Another form of a word that is known changes nothing of what is known of it.
  for (const [unit, names] of content.entries()) lexicon.content[unit] = names;
  const words = reader.wordNumbers();
  const { units, gaps, firstWords, starts } = joinCompounds(words, ends, lexicon);
  return {
    ids: [...learnt, ...others].map(({ id }) => id),
    learnt: learnt.length,
    starts: starts.filter((_, index) => index % 2 === 0),
    bodies: starts.filter((_, index) => index % 2 === 1),
    units,
    gaps,
    firstWords,
    words: words.forms,
    forms: lexicon.forms,
    unitOfForm: lexicon.units,
    written: (start, end) =>
      written(words, firstWords[start] as number, firstWords[end] as number, lexicon.forms),
    stems: lexicon.stems,
    parts: lexicon.parts,
    content: lexicon.content,
    standsAlone: findStandingAlone(units.subarray(0, starts[2 * learnt.length]), lexicon.parts),
    unitsOf: (text) => unitsOf(text, lexicon),
  };
}

function sortById(papers: readonly TextPaper[]): TextPaper[] {
  return papers.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/**
 * Makes one unit of each compound.
 *
 * @param ends where texts end, as numbers of words
 * @returns the units, what stands before each, the first word of each (and, as one more, the end), and where each text starts (and the last ends)
 */
function joinCompounds(
  words: WordNumbers,
  ends: readonly number[],
  lexicon: Lexicon,
): { units: Int32Array; gaps: Uint8Array; firstWords: Int32Array; starts: Int32Array } {
  const units = new Int32Array(words.forms.length);
  const gaps = new Uint8Array(words.forms.length);
  const firstWords = new Int32Array(words.forms.length + 1);
  const starts = new Int32Array(ends.length + 1);
  let count = 0;
  let word = 0;
  for (let text = 0; text < ends.length; text++) {
    const end = ends[text] as number;
    for (; word < end; count++) {
      const compound = lexicon.compoundAt(words, word);
      units[count] = compound?.unit ?? (lexicon.units[words.forms[word] as number] as number);
      gaps[count] = words.gaps[word] as number;
      firstWords[count] = word;
      word += compound?.parts.length ?? 1;
    }
    starts[text + 1] = count;
  }
  firstWords[count] = word;
  return {
    units: units.slice(0, count),
    gaps: gaps.slice(0, count),
    firstWords: firstWords.slice(0, count + 1),
    starts,
  };
}

function unitsOf(text: string, lexicon: Lexicon): number[] {
  const { words } = splitWords(text);
  const numbers = {
    forms: words.map(({ form }) => lexicon.form(form)),
    gaps: words.map(({ gap }) => gapNumbers[gap]),
  };
  for (const compound of hyphenated(numbers)) lexicon.learn(compound);
  return [...joinCompounds(numbers, [words.length], lexicon).units];
}

function findStandingAlone(units: Int32Array, parts: readonly (readonly number[])[]): boolean[] {
  const times = new Int32Array(parts.length);
  for (const unit of units) times[unit] = (times[unit] as number) + 1;
  const balance = times.slice();
  for (const [unit, own] of parts.entries()) {
    for (const part of own) balance[part] = (balance[part] as number) - (times[unit] as number);
  }
  return Array.from(balance, (count) => count >= 0);
}

/** Words as they stand, with their hyphens. */
function written({ forms, gaps }: WordNumbers, start: number, end: number, texts: readonly string[]): string {
  let text = texts[forms[start] as number] as string;
  for (let word = start + 1; word < end; word++) {
    text += `${gaps[word] === gapNumbers.hyphen ? '-' : ' '}${texts[forms[word] as number]}`;
  }
  return text;
}
