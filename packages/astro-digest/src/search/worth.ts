/** Where a paper has a word. */
export type Field = 'title' | 'authors' | 'id' | 'text';

/** What each time counts for in a field of the usual length, in words, and how much a long field takes away from that. */
const frequencies: Record<Field, { weight: number; byLength: number; usualLength: number }> = {
  title: { weight: 2.5, byLength: 0.3, usualLength: 10 },
  text: { weight: 1, byLength: 0.5, usualLength: 200 },
  authors: { weight: 2, byLength: 0, usualLength: 1 },
  id: { weight: 4, byLength: 0, usualLength: 1 },
};

/** How soon further times add little. */
const saturation = 1.2;

/** What each time counts for that a field of so many words has a word. */
export function weightOf(field: Field, length: number): number {
  const { weight, byLength, usualLength } = frequencies[field];
  return weight / (1 - byLength + (byLength * length) / usualLength);
}

/**
 * How much a paper has a word: BM25F without the word's own weight, from 0 to 1. See Robertson and Zaragoza, “The Probabilistic Relevance
 * Framework: BM25 and Beyond”, 2009.
 *
 * @param sum of the weights of each time that it has the word
 */
export function strengthOf(sum: number): number {
  return sum / (sum + saturation);
}

/** What a word counts for that so many of all papers have: the inverse document frequency of BM25, which is never negative. */
export function worthOfWord(having: number, papers: number): number {
  return Math.log(1 + (papers - having + 0.5) / (having + 0.5));
}
