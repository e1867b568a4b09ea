import { askedInTurn } from './asked-words.ts';
import { findByLists } from './find-by-lists.ts';
import { findByRuns } from './find-by-runs.ts';
import { findByAllWords } from './find-by-all-words.ts';
import { findPhrases } from './find-phrases.ts';
import { loadPapers, toFound } from './found-paper.ts';
import { foundAmong, type Found } from './found.ts';
import type { Indexes } from './indexes.ts';
import { isRun, toPagefindQuery, type Query, type Term } from './query.ts';
import type { WordLists } from './word-lists/open-word-lists.ts';
import { stemsOf } from './word-lists/stems.ts';

/** How many words are asked for at first: so many that likely leave few papers. */
const wordsAtFirst = { least: 2, most: 3 };

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
  if (query.terms.some(isRun)) return findByRuns(indexes, lists, query);
  if (query.phrases.length > 0) return findPhrases(indexes, query);
  const listed = await findByLists(indexes, lists, query);
  if (listed) return listed;
  return (await findByFewWords(indexes, lists, query, guessed)) ?? findByAllWords(indexes, query);
}

/**
 * Asks for some of many words, and reads which papers have the others as soon as those that have these are few: each word that is asked
 * for loads a file of each index.
 *
 * @returns nothing where they are never few
 */
async function findByFewWords(
  indexes: Indexes,
  lists: WordLists,
  query: Query,
  guessed: string | undefined,
): Promise<Found | undefined> {
  const known = await countPapers(indexes, lists, askedInTurn(query));
  const words = known.words.filter(({ whole }) => whole !== guessed);
  const first = guessed === undefined ? known.first : Math.min(known.first, Math.max(1, words.length));
  for (let count = first; count < query.terms.length && count <= words.length; count++) {
    const results = (await indexes.ask(toPagefindQuery(words.slice(0, count)))).flat();
    if (results.length <= (guessed === undefined ? mostRead.typed : mostRead.guessed))
      return foundAmong(await loadPapers(results.map((result) => toFound(result, query))));
  }
  return undefined;
}

/**
 * Puts words in the order in which they are asked for, where lists tell how many papers have them: those first that few have.
 *
 * @returns how many of them are asked for at first, too: as many as would leave few papers if papers had them by chance
 */
async function countPapers(
  indexes: Indexes,
  lists: WordLists,
  words: readonly Term[],
): Promise<{ words: readonly Term[]; first: number }> {
  if (words.length <= wordsAtFirst.most) return { words, first: wordsAtFirst.most };
  const all = (await indexes.ids()).reduce((sum, { length }) => sum + length, 0);
  const counted = await Promise.all(
    words.map(async (word, place) => {
      const pieces = word.parts.length > 0 ? word.parts : [word.whole];
      const found = await lists.find(pieces.flatMap(stemsOf));
      const papers = found.filter(({ length }) => length === 1).map(({ papers }) => papers);
      return { word, place, share: Math.min(...papers) / all };
    }),
  );
  counted.sort((a, b) => a.share - b.share || a.place - b.place);
  let likely = all;
  const enough = counted.findIndex(({ share }) => (likely *= share) <= mostRead.typed) + 1;
  return {
    words: counted.map(({ word }) => word),
    first:
      enough === 0 ? wordsAtFirst.most : Math.min(wordsAtFirst.most, Math.max(wordsAtFirst.least, enough)),
  };
}
