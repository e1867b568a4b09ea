import { askedInTurn } from './asked-words.ts';
import { loadPapers, toFound } from './found-paper.ts';
import { foundAmong, type Found } from './found.ts';
import type { Indexes } from './indexes.ts';
import type { Query, Term } from './query.ts';
import type { FoundList, WordLists } from './word-lists/open-word-lists.ts';
import { stemsOf } from './word-lists/stems.ts';

/** So many words at least, because the indexes answer few as cheaply. */
const fewestWords = 3;

/** The lists of so many words are looked at: of those first that tell most. */
const words = { first: 2, most: 8 };

/** How many papers are read at most. */
const mostRead = 24;

/**
 * Finds the papers that have all words of a query, where lists have all papers of some of the words, and these are few: only they are read.
 *
 * @returns nothing where no list is whole, or too many papers have these words
 */
export async function findByLists(
  indexes: Indexes,
  lists: WordLists,
  query: Query,
): Promise<Found | undefined> {
  const terms = askedInTurn(query).slice(0, words.most);
  if (terms.length < fewestWords) return undefined;
  const first = await wholeLists(lists, terms.slice(0, words.first));
  return (
    (await readFew(indexes, first, query)) ??
    readFew(indexes, [...first, ...(await wholeLists(lists, terms.slice(words.first)))], query)
  );
}

/** The lists of words that have all papers that have their word; what has no list may be a rare name, or the beginning of a longer word. */
async function wholeLists(lists: WordLists, terms: readonly Term[]): Promise<FoundList[]> {
  const found = await Promise.all(
    terms.map(({ whole, parts }) => lists.find((parts.length > 0 ? parts : [whole]).flatMap(stemsOf))),
  );
  return found
    .flat()
    .filter(
      ({ length, papers, having }) =>
        length === 1 && papers > 0 && papers === having.reduce((sum, { length }) => sum + length, 0),
    );
}

/** Reads the papers that all lists have, where these are few. */
async function readFew(
  indexes: Indexes,
  whole: readonly FoundList[],
  query: Query,
): Promise<Found | undefined> {
  if (whole.length === 0) return undefined;
  const [ids, all] = await Promise.all([indexes.ids(), indexes.ask(null)]);
  const having = whole.map(
    (list) => new Set(list.having.flatMap((papers, index) => papers.map(({ place }) => ids[index]?.[place]))),
  );
  const results = all.flat().filter(({ id }) => having.every((own) => own.has(id)));
  if (results.length > mostRead) return undefined;
  return foundAmong(await loadPapers(results.map((result) => toFound(result, query))));
}
