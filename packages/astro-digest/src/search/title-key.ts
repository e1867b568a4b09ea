import { fnv1a } from './fnv1a.ts';
import { lineOf } from './words.ts';

/** Begins the key of each title; no word of a text does. */
const mark = 'qqzx';

/**
 * One word that stands for a whole title, however it is typed. By it a title is found that has the same words as
 * hundreds of others; that two titles have one key is rare, and whoever finds by it compares the titles.
 */
export function titleKey(title: string): string {
  return mark + (fnv1a(lineOf(title)) >>> 7).toString(36);
}

/** Whether a text is the title, but for what people leave out when they type: case, accents, punctuation. */
export function isTitle(title: string, typed: string): boolean {
  return lineOf(title) === lineOf(typed);
}
