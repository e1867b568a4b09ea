import { askedInTurn } from './asked-words.ts';
import { findByLists } from './find-by-lists.ts';
import { findByAllWords } from './find-by-all-words.ts';
import { findPhrases } from './find-phrases.ts';
import { loadPapers, toFound } from './found-paper.ts';
import { foundAmong, type Found } from './found.ts';
import type { Indexes } from './indexes.ts';
import { toPagefindQuery, type Query } from './query.ts';
import type { WordLists } from './word-lists/open-word-lists.ts';

/** How many words are asked for at first. */
const wordsAtFirst = 3;

/** How many papers are read rather than asking for another word, which loads as much; for a guess more, since other guesses read the same. */
const mostRead = { typed: 20, guessed: 40 };

/**
 * Finds the papers that have all words of a query, and its phrases.
 *
 * @param guessed a word of it, whole, that nobody has typed: it is asked for last, since others may be guessed in its place
 */
export async function find(
  indexes: Indexes,
  lists: WordLists,
  query: Query,
  guessed?: string,
): Promise<Found> {
  if (query.phrases.length > 0) return findPhrases(indexes, query);
  const listed = await findByLists(indexes, lists, query);
  if (listed) return listed;
  return (await findByFewWords(indexes, query, guessed)) ?? findByAllWords(indexes, query);
}

/**
 * Asks for some of many words, and reads which papers have the others as soon as those that have these are few: each word that is asked
 * for loads a file of each index.
 *
 * @returns nothing where they are never few
 */
async function findByFewWords(
  indexes: Indexes,
  query: Query,
  guessed: string | undefined,
): Promise<Found | undefined> {
  const words = askedInTurn(query).filter(({ whole }) => whole !== guessed);
  const first = guessed === undefined ? wordsAtFirst : Math.min(wordsAtFirst, Math.max(1, words.length));
  for (let count = first; count < query.terms.length && count <= words.length; count++) {
    const results = (await indexes.ask(toPagefindQuery(words.slice(0, count)))).flat();
    if (results.length <= (guessed === undefined ? mostRead.typed : mostRead.guessed))
      return foundAmong(await loadPapers(results.map((result) => toFound(result, query))));
  }
  return undefined;
}
