import { isFunctionWord } from './function-words.ts';
import { fold } from './fold.ts';
import { gapNumbers } from './gaps.ts';
import type { Reading } from './reading.ts';

/** What an acronym stands for. */
export interface LongForm {
  /** Its words, as units. */
  words: readonly number[];
  /** As it stands most often. */
  written: string;
}

/** An acronym has two capitals at least. */
const acronym = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\p{N}]{2,8}$/u;

/** This share of the places of a word is written as an acronym: `map` is a word, too. */
const leastWritten = 0.8;

/** An acronym stands for what this share of the papers say that spell it out: `PR` may be many things. */
const leastAgreement = 0.6;

/** How many of its first letters a word gives to an acronym, as in `NeRF` for `neural radiance fields`. */
const mostLetters = 3;

/** A place where a text spells an acronym out. */
interface Spelling {
  start: number;
  end: number;
  papers: Set<number>;
}

/** Finds what acronyms stand for, by the papers that say so: `large language models (LLMs)`. By the unit of the acronym. */
export function longForms(reading: Reading): Map<number, LongForm> {
  const { ids, starts, firstWords, words, wordGaps, lexicon } = reading;
  const spelled = new Map<number, Map<string, Spelling>>();
  const isAcronym = lexicon.forms.map((form) => acronym.test(form));
  for (let paper = 0; paper < ids.length; paper++) {
    const first = firstWords[starts[paper] as number] as number;
    const end = firstWords[starts[paper + 1] as number] as number;
    for (let word = first + 2; word < end; word++) {
      const form = words[word] as number;
      const isApart =
        wordGaps[word] === gapNumbers.break && (word + 1 === end || wordGaps[word + 1] === gapNumbers.break);
      if (!isAcronym[form] || !isApart) continue;
      const start = startOfLongForm(reading, first, word);
      if (start === undefined) continue;
      const unit = lexicon.units[form] as number;
      const forms = spelled.get(unit) ?? new Map<string, Spelling>();
      spelled.set(unit, forms);
      const key = unitsBetween(reading, start, word).join(' ');
      const spelling = forms.get(key) ?? { start, end: word, papers: new Set() };
      spelling.papers.add(paper);
      forms.set(key, spelling);
    }
  }
  const times = new Int32Array(lexicon.content.length);
  const acronyms = new Int32Array(lexicon.content.length);
  for (const form of words) {
    const unit = lexicon.units[form] as number;
    times[unit] = (times[unit] as number) + 1;
    if (isAcronym[form]) acronyms[unit] = (acronyms[unit] as number) + 1;
  }
  const isWrittenSo = (unit: number): boolean =>
    (acronyms[unit] as number) >= leastWritten * (times[unit] as number);
  const found = new Map<number, LongForm>();
  for (const [unit, forms] of spelled) {
    const all = [...forms.values()].sort((a, b) => b.papers.size - a.papers.size || a.start - b.start);
    const [most] = all as [Spelling];
    const papers = all.reduce((sum, spelling) => sum + spelling.papers.size, 0);
    if (most.papers.size < leastAgreement * papers || !isWrittenSo(unit)) continue;
    found.set(unit, {
      words: unitsBetween(reading, most.start, most.end),
      written: reading.written(most.start, most.end),
    });
  }
  return found;
}

function unitsBetween({ words, lexicon }: Reading, start: number, end: number): number[] {
  return Array.from(
    { length: end - start },
    (_, index) => lexicon.units[words[start + index] as number] as number,
  );
}

/** Where the words begin whose first letters make the acronym that stands after them. */
function startOfLongForm(
  { words, wordGaps, lexicon }: Reading,
  first: number,
  word: number,
): number | undefined {
  const letters = fold((lexicon.forms[words[word] as number] as string).replace(/s$/, ''));
  const matches = (left: number, at: number, isFirst: boolean): number | undefined => {
    if (left === 0) return at + 1;
    if (at < first || (!isFirst && wordGaps[at + 1] === gapNumbers.break)) return undefined;
    const form = fold(lexicon.forms[words[at] as number] as string);
    for (let count = 1; count <= Math.min(left, mostLetters); count++) {
      if (!form.startsWith(letters.slice(left - count, left))) continue;
      const start = matches(left - count, at - 1, false);
      if (start !== undefined) return start;
    }
    return isFirst || !isFunctionWord(form) ? undefined : matches(left, at - 1, false);
  };
  const start = matches(letters.length, word - 1, true);
  return start !== undefined && word - start > 1 ? start : undefined;
}
