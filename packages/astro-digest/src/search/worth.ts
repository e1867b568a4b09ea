/** Where a paper has a word. */
export type Field = 'title' | 'authors' | 'id' | 'text';

/** What each time counts for that a field has a word, and how much a long field takes away from that. */
const frequencies: Record<Field, { weight: number; byLength: number; usualLength: number }> = {
  title: { weight: 2.5, byLength: 0.3, usualLength: 10 },
  text: { weight: 1, byLength: 0.5, usualLength: 200 },
  authors: { weight: 2, byLength: 0, usualLength: 1 },
  id: { weight: 4, byLength: 0, usualLength: 1 },
};

/** How soon further times add little. */
const saturation = 1.2;

/** How often a field has a word, and how many words it has. */
export interface Frequency {
  times: number;
  length: number;
}

/**
 * How much a paper has a word: BM25F without the word's own weight, from 0 to 1. See Robertson and Zaragoza, “The Probabilistic Relevance
 * Framework: BM25 and Beyond”, 2009.
 */
export function strengthOf(fields: Partial<Record<Field, Frequency>>): number {
  let sum = 0;
  for (const [field, { times, length }] of Object.entries(fields)) {
    const { weight, byLength, usualLength } = frequencies[field as Field];
    sum += (weight * times) / (1 - byLength + (byLength * length) / usualLength);
  }
  return sum / (sum + saturation);
}

/** What a word counts for that so many of all papers have: the inverse document frequency of BM25, which is never negative. */
export function worthOfWord(having: number, papers: number): number {
  return Math.log(1 + (papers - having + 0.5) / (having + 0.5));
}
