import { fnv1a } from './fnv1a.ts';

/** A dictionary, and what must be known to find words in it. */
export interface DictionaryPlace {
  /** Its folder, with a slash at its end. */
  folder: string;
  /** How many files the words go into by their beginnings, and as many by their endings. */
  parts: number;
}

/** Name of the file with the short words. */
export const shortFile = 'short.txt';

/** Short words have this many letters at most. */
const longestShort = 4;

/** How many letters are a beginning or an ending. */
const edge = 2;

/** Whether a word is in the file of the short ones, of which one slip can change the beginning and the ending. */
export function isShort(word: string): boolean {
  return word.length <= longestShort;
}

/** Whether a short word may be meant by what was typed. */
export function isNearlyShort(typed: string): boolean {
  return typed.length <= longestShort + 1;
}

/** Into how many parts the dictionary of so many papers goes: a part has about 700 words, which grow as the root of the papers (Heaps' law). */
export function partsFor(papers: number): number {
  return 2 ** Math.max(0, Math.round(Math.log2(Math.sqrt(papers) / 2.2)));
}

/** Name of the file with the words that begin as a word does. */
export function beginningFile(word: string, parts: number): string {
  return `beginning-${fnv1a(word.slice(0, edge)) % parts}.txt`;
}

/** Name of the file with the words that end as a word does, each backwards. */
export function endingFile(word: string, parts: number): string {
  return `ending-${fnv1a(word.slice(-edge)) % parts}.txt`;
}

/** Names of all files of a dictionary. */
export function fileNames(parts: number): string[] {
  const numbers = [...Array(parts).keys()];
  return [
    shortFile,
    ...numbers.map((number) => `beginning-${number}.txt`),
    ...numbers.map((number) => `ending-${number}.txt`),
  ];
}

/** A word from its last letter to its first. */
export function backwards(word: string): string {
  return [...word].reduce((rest, letter) => letter + rest, '');
}
