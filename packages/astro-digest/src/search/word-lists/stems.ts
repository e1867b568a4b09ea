import { stem } from '../../model/stem.ts';
import { isHeavy, smallestWords, splitForms } from '../words.ts';

/** A text as the thesaurus has it: its smallest words without their endings. */
export function stemsOf(text: string): string[] {
  return smallestWords(text).map(stem);
}

/** How often a text has each stem; those of hyphenated words as a whole and by their pieces, and none that nearly every text has. */
export function countStems(text: string): { times: Map<string, number>; length: number } {
  const words = splitForms(text);
  const times = new Map<string, number>();
  for (const { whole, parts } of words) {
    for (const form of [whole, ...parts]) {
      if (isHeavy(form)) continue;
      const root = stem(form);
      times.set(root, (times.get(root) ?? 0) + 1);
    }
  }
  return { times, length: words.length };
}
