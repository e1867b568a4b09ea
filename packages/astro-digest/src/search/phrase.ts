import { heaviness, isHeavy, lineOf, splitForms, type WordForms } from './words.ts';

/** Words that must stand one after another. */
export interface Phrase {
  /** As `lineOf` has them. */
  line: string;
  /** Each of them as `WordForms` has it whole. */
  words: string[];
}

/** Reads a phrase as it stands between quotes. */
export function toPhrase(text: string): Phrase {
  return { line: lineOf(text), words: splitForms(text).map(({ whole }) => whole) };
}

/** A phrase in Pagefind's words, which finds it as it stands. */
export function quoted({ words }: Phrase): string {
  return `"${words.join(' ')}"`;
}

/** The words of phrases that nearly every paper has, those first that are in the fewest. */
export function heavyWordsOf(phrases: readonly Phrase[]): string[] {
  const words = new Set(phrases.flatMap(({ words }) => words.filter(isHeavy)));
  return [...words].sort((a, b) => heaviness(a) - heaviness(b));
}

/** Places of some words within a phrase, from 0. */
export function placesOf({ words }: Phrase, asked: readonly WordForms[]): number[] {
  const wholes = new Set(asked.map(({ whole }) => whole));
  return words.flatMap((word, place) => (wholes.has(word) ? [place] : []));
}

/**
 * Places of a text, which may be before its beginning, where a phrase may begin: where some of its words stand as far from one another as in it.
 *
 * @param found places of words in the text
 */
export function startsOf(phrase: Phrase, asked: readonly WordForms[], found: ReadonlySet<number>): number[] {
  const [first, ...others] = placesOf(phrase, asked);
  // Nothing is known of its places.
  if (first === undefined) return [Number.NaN];
  return [...found]
    .map((place) => place - first)
    .filter((start) => others.every((other) => found.has(start + other)));
}
