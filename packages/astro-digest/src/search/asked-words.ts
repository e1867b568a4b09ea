import type { Query, Term } from './query.ts';

/**
 * The words of a query in the order in which they are asked for: those first that few papers are likely to have. Names with odd letters are
 * the rarest, and long words are rarer than short ones.
 *
 * @returns without those of one letter, which the index has as words of their own only
 */
export function askedInTurn({ terms }: Query): Term[] {
  return terms.filter(({ whole }) => whole.length > 1).sort((a, b) => rarity(b) - rarity(a));
}

function rarity({ whole, typed }: Term): number {
  const isOdd = /[\p{N}+#]|\p{Ll}\p{Lu}/u.test(typed);
  return whole.length + (isOdd ? 100 : 0);
}
