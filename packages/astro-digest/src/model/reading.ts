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
 * The texts of papers as numbers, small and fast to count. A text is a row of units: words, or compounds such as
 * `few-shot`, which are one unit with or without their hyphen. The units of all papers stand one after another; a place
 * is a number in this row.
 */
export interface Reading {
  /** Ids of the papers, sorted, so that all that follows is the same in whatever order these were given. */
  ids: string[];
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
  /** What stands before each word, as in `gapNumbers`. */
  wordGaps: Uint8Array;
  /** What stands from a word to another, with its hyphens. */
  written(start: number, end: number): string;
  /** The words and compounds. */
  lexicon: Lexicon;
}

/**
 * Reads titles and abstracts, and learns their words and compounds.
 *
 * @param known texts whose words and compounds are known beforehand
 */
export function readPapers(papers: readonly TextPaper[], known: readonly string[] = []): Reading {
  const lexicon = new Lexicon();
  const compounds = known.flatMap((text) => hyphenated(wordsOf(text, lexicon)));
  const texts = readTexts(papers, lexicon);
  // Compounds are known only when all texts are read: the first paper may have the form without a hyphen.
  for (const compound of [...compounds, ...texts.compounds]) lexicon.learn(compound);
  return toReading(texts, lexicon);
}

/** Reads titles and abstracts with the words and compounds of other texts, to which nothing is added. */
export function readMore(papers: readonly TextPaper[], learnt: Lexicon): Reading {
  const lexicon = new Lexicon(learnt);
  return toReading(readTexts(papers, lexicon), lexicon);
}

/** Units of a text that was known beforehand. */
export function unitsOf(text: string, lexicon: Lexicon): number[] {
  const words = wordsOf(text, lexicon);
  return [...joinCompounds(words, [words.forms.length], lexicon).units];
}

function wordsOf(text: string, lexicon: Lexicon): { forms: number[]; gaps: number[] } {
  const { words } = splitWords(text);
  return {
    forms: words.map(({ form }) => lexicon.form(form)),
    gaps: words.map(({ gap }) => gapNumbers[gap]),
  };
}

/** The words of papers. */
interface ReadTexts {
  ids: string[];
  words: { forms: Int32Array; gaps: Uint8Array };
  /** Where the words of titles and of abstracts end. */
  ends: number[];
  compounds: readonly (readonly number[])[];
}

function readTexts(papers: readonly TextPaper[], lexicon: Lexicon): ReadTexts {
  const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const reader = new PieceReader(lexicon);
  const ends: number[] = [];
  for (const { body, data } of sorted) {
    reader.read(data.title);
    ends.push(reader.length);
    reader.read(body ?? '');
    ends.push(reader.length);
  }
  return { ids: sorted.map(({ id }) => id), words: reader.wordNumbers(), ends, compounds: reader.compounds };
}

function toReading({ ids, words, ends }: ReadTexts, lexicon: Lexicon): Reading {
  const { units, gaps, firstWords, starts } = joinCompounds(words, ends, lexicon);
  return {
    ids,
    starts: starts.filter((_, index) => index % 2 === 0),
    bodies: starts.filter((_, index) => index % 2 === 1),
    units,
    gaps,
    firstWords,
    words: words.forms,
    wordGaps: words.gaps,
    written: (start, end) => written(words, start, end, lexicon.forms),
    lexicon,
  };
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

/** Words as they stand, with their hyphens. */
function written({ forms, gaps }: WordNumbers, start: number, end: number, texts: readonly string[]): string {
  let text = texts[forms[start] as number] as string;
  for (let word = start + 1; word < end; word++) {
    text += `${gaps[word] === gapNumbers.hyphen ? '-' : ' '}${texts[forms[word] as number]}`;
  }
  return text;
}
