import { once } from '../model/once.ts';
import type { FixedOrder } from './filters.ts';
import type { Pagefind, PagefindOptions, PagefindRanking, PagefindResult } from './pagefind-api.ts';

/** The indexes of a search, which are asked together and answer one by one. */
export interface Indexes {
  /**
   * Asks all indexes.
   *
   * @param words in Pagefind's words; `null` for all papers
   * @returns of each index what it has, in its own order
   */
  ask(words: string | null): Promise<PagefindResult[][]>;
  /** Ids of all papers of each index, in the order of the site. */
  ids(): Promise<string[][]>;
  /** Places of all papers of each index, by their ids: in the order of the site, or by votes where it has any. */
  places(sort: FixedOrder): Promise<ReadonlyMap<string, number>[]>;
}

/** The same indexes, as if they had no other papers than some. */
export function indexesWithin(indexes: Indexes, ids: ReadonlySet<string>): Indexes {
  return {
    ...indexes,
    ask: async (words) =>
      (await indexes.ask(words)).map((results) => results.filter(({ id }) => ids.has(id))),
  };
}

/** How indexes are reached. */
export interface IndexesHost {
  /** Imports Pagefind's module from an address. */
  importPagefind(address: string): Promise<Pagefind>;
  /** Gives the text at an address; the empty text where there is none. */
  loadText(address: string): Promise<string>;
}

/** A filter that all papers of an index have the number of their index in. */
const indexFilter = 'index';

/**
 * Opens indexes, which one Pagefind searches.
 *
 * @param folders of the indexes that have papers, each with a slash at its end: with an empty one among them, Pagefind answers nothing at all; the first has Pagefind, too
 * @throws Error when Pagefind can't be loaded
 */
export async function openIndexes(
  folders: readonly string[],
  ranking: PagefindRanking,
  { importPagefind }: IndexesHost,
): Promise<Indexes> {
  const [first = '/pagefind/', ...others] = folders;
  const pagefind = await importPagefind(`${first}pagefind.js`);
  // Our records hold whole paths; Pagefind would put the site's base in front of them once more.
  const baseUrl = '/';
  await pagefind.options({ baseUrl });
  await pagefind.init();
  await pagefind.options({ ranking });

  const optionsOf = (index: number): PagefindOptions => ({ mergeFilter: { [indexFilter]: String(index) } });
  if (others.length > 0) {
    await pagefind.options(optionsOf(0));
    await Promise.all(
      others.map((folder, index) =>
        pagefind.mergeIndex(folder, { baseUrl, ranking, ...optionsOf(index + 1) }),
      ),
    );
  }
  // Pagefind would put all answers in one order by their scores, and each index has scores of its own.
  const askOne = async (
    index: number,
    words: string | null,
    sort: Record<string, 'asc'> = {},
  ): Promise<PagefindResult[]> => {
    const filters = others.length > 0 ? { [indexFilter]: String(index) } : {};
    return (await pagefind.search(words, { filters, sort })).results;
  };
  const askAll = (words: string | null, sort?: Record<string, 'asc'>): Promise<PagefindResult[][]> =>
    Promise.all([first, ...others].map((_, index) => askOne(index, words, sort)));
  const idsBy = async (sort?: Record<string, 'asc'>): Promise<string[][]> =>
    (await askAll(null, sort)).map((results) => results.map(({ id }) => id));
  const ids = once(() => idsBy());
  const byVotes = once(() => idsBy({ votes: 'asc' }));
  return {
    ids,
    ask: (words) => askAll(words),
    places: async (sort) =>
      (await (sort === 'votes' ? byVotes() : ids())).map(
        (own) => new Map(own.map((id, place) => [id, place])),
      ),
  };
}
