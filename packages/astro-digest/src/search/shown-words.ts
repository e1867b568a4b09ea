import type { Term } from './query.ts';

/** Words of a query as a reader is told of them: pairs that overlap in what was typed are one word again. */
export function shownWords(terms: readonly Term[], isTold: (index: number) => boolean): string[] {
  const words: string[] = [];
  let before: string | undefined;
  for (const [index, { typed, whole, follows }] of terms.entries()) {
    if (!isTold(index)) continue;
    const last = words.length - 1;
    if (follows !== undefined && follows === before) words[last] += typed.replace(/^\P{M}\p{M}*/u, '');
    else words.push(typed);
    before = whole;
  }
  return words;
}
