import type { ConceptList, FoundList, WordLists } from './word-lists/open-word-lists.ts';

/** A concept that a query describes, and the papers that have it. */
export interface FoundConcept {
  /** Numbers of the terms that describe it. */
  terms: readonly number[];
  /** How much they tell of it together: 1 for one word that describes nothing else. */
  telling: number;
  list: ConceptList;
}

/** How many concepts are looked up: each loads a file of each index. */
const mostConcepts = 2;

/** What words must tell of a concept together, and of how many words they are at least. */
const least = { telling: 0.9, words: 2, share: 0.55 };

/**
 * Finds concepts that some words of a query describe together, as somebody does who doesn't know their names.
 *
 * @param found what the lists have of the query's words
 * @param termsOf numbers of the terms that a list is of
 */
export async function findConcepts(
  lists: WordLists,
  found: readonly FoundList[],
  termsOf: (list: FoundList) => readonly number[],
): Promise<FoundConcept[]> {
  const described = new Map<number, Map<number, number>>();
  for (const list of found) {
    if (list.length > 1 || !list.hint) continue;
    for (const concept of list.hint.concepts) {
      const terms = described.get(concept) ?? new Map<number, number>();
      described.set(concept, terms);
      for (const term of termsOf(list)) terms.set(term, Math.max(terms.get(term) ?? 0, list.hint.telling));
    }
  }
  const likely = [...described]
    .map(([number, terms]) => ({
      number,
      terms: [...terms.keys()],
      telling: [...terms.values()].reduce((sum, telling) => sum + telling, 0),
    }))
    .filter(({ terms, telling }) => terms.length >= least.words && telling >= least.telling)
    .sort((a, b) => b.telling - a.telling || a.number - b.number);
  const enough = (likely[0]?.telling ?? 0) * least.share;
  return Promise.all(
    likely
      .filter(({ telling }) => telling >= enough)
      .slice(0, mostConcepts)
      .map(async ({ number, terms, telling }) => ({
        terms,
        telling,
        list: await lists.findConcept(number),
      })),
  );
}
