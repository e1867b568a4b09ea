import { isDate, isWithin } from '../date-range.ts';
import { lineOf, smallestWords } from '../words.ts';

/** What `has:` may ask for, in other words than those of the facets. */
const otherNames: Readonly<Record<string, string>> = { dataset: 'data' };

/** The facet that `has:` asks for. */
export function hasName(value: string): string {
  const name = value.toLowerCase();
  return otherNames[name] ?? name;
}

/** Tells which topics `topic:` asks for: those whose names have its words. */
export function topicFits(value: string): (topic: string) => boolean {
  const words = lineOf(value);
  return (topic) => words.trim() !== '' && lineOf(topic).includes(words);
}

/** Tells which days `in:`, `before:` and `after:` ask for; none where the value is no date. */
export function dateFits(name: 'in' | 'before' | 'after', value: string): (date: string) => boolean {
  if (!isDate(value)) return () => false;
  return {
    in: (date: string) => isWithin(date, value, value),
    before: (date: string) => date !== '' && date < value,
    after: (date: string) => date.slice(0, value.length) > value,
  }[name];
}

/** Words of a name, without case and accents. */
export function wordsOfName(name: string): string[] {
  return smallestWords(name);
}

/**
 * Tells which names `author:` asks for, by their words: those that have all of its words, in any order. An initial stands for each name that
 * begins with it, and a name for its initial, as long as another word is there in full.
 */
export function authorFits(value: string): (words: readonly string[]) => boolean {
  const asked = wordsOfName(value);
  return (words) =>
    asked.some((word) => word.length > 1 && words.includes(word)) &&
    asked.every((word) => words.some((own) => own === word || isInitial(word, own) || isInitial(own, word)));
}

function isInitial(letter: string, name: string): boolean {
  return letter.length === 1 && name.startsWith(letter);
}
