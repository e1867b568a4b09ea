import { askedInTurn } from './asked-words.ts';
import { loadPapers, toFound } from './found-paper.ts';
import { foundAmong, type Found } from './found.ts';
import type { Indexes } from './indexes.ts';
import type { Query } from './query.ts';
import type { FoundList, WordLists } from './word-lists/open-word-lists.ts';
import { stemsOf } from './word-lists/stems.ts';
import { longestList } from './word-lists/word-list-files.ts';

/** So many words at least, because the indexes answer few as cheaply. */
const fewestWords = 3;

/** The lists of so many words are looked at: those that tell most. */
const mostWords = 4;

/**
 * Finds the papers that have all words of a query, where a list has all papers of one of the words: only these are read.
 *
 * @returns nothing where no list is whole, or a word has none
 */
export async function findByLists(
  indexes: Indexes,
  lists: WordLists,
  query: Query,
): Promise<Found | undefined> {
  const terms = askedInTurn(query).slice(0, mostWords);
  if (terms.length < fewestWords) return undefined;
  const found = await Promise.all(
    terms.map(({ whole, parts }) => lists.find((parts.length > 0 ? parts : [whole]).flatMap(stemsOf))),
  );
  const single = found.map((own) => own.filter(({ length }) => length === 1));
  // What has no list may be a rare name, or the beginning of a longer word.
  if (single.some((own) => own.length === 0 || own.some(({ papers }) => papers === 0))) return undefined;
  const whole = single.flat().filter(isWhole);
  if (whole.length === 0) return undefined;

  const [ids, all] = await Promise.all([indexes.ids(), indexes.ask(null)]);
  const having = whole.map(
    (list) => new Set(list.having.flatMap((papers, index) => papers.map(({ place }) => ids[index]?.[place]))),
  );
  const results = all.flat().filter(({ id }) => having.every((own) => own.has(id)));
  return foundAmong(await loadPapers(results.map((result) => toFound(result, query))));
}

function isWhole({ papers, having }: FoundList): boolean {
  return papers <= longestList.having && papers === having.reduce((sum, { length }) => sum + length, 0);
}
