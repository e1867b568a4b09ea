import { once } from '../model/once.ts';
import type { Filters, FixedOrder } from './filters.ts';
import type { Pagefind, PagefindOptions, PagefindRanking, PagefindResult } from './pagefind-api.ts';

/** The indexes of a search, which are asked together and answer one by one. */
export interface Indexes {
  /**
   * Asks all indexes.
   *
   * @param words in Pagefind's words; `null` for all papers
   * @returns of each index what it has, in its own order
   */
  ask(words: string | null, options?: AskOptions): Promise<PagefindResult[][]>;
  /** Ids of all papers of each index, in the order of the site. */
  ids(): Promise<string[][]>;
}

/** What narrows and orders the answers. */
export interface AskOptions {
  filters?: Filters;
  /** Default: Pagefind's own order. */
  sort?: FixedOrder | undefined;
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
    filters: Filters,
    sort: Record<string, 'asc'> = {},
  ): Promise<PagefindResult[]> => {
    const own = others.length > 0 ? { [indexFilter]: String(index) } : {};
    return (await pagefind.search(words, { filters: { ...filters, ...own }, sort })).results;
  };
  const places = new Map<string, Promise<Map<string, number>>>();
  /** Places of all papers of an index, by their ids: in the order of the site, or by votes where it has any. */
  const placesIn = (index: number, sort: FixedOrder): Promise<Map<string, number>> => {
    const key = `${index} ${sort}`;
    const known =
      places.get(key) ??
      askOne(index, null, {}, sort === 'votes' ? { votes: 'asc' } : {}).then(
        (results) => new Map(results.map(({ id }, place) => [id, place])),
      );
    places.set(key, known);
    return known;
  };
  const ids = once(async () => {
    const all = await Promise.all([first, ...others].map((_, index) => askOne(index, null, {})));
    return all.map((results) => results.map(({ id }) => id));
  });
  return {
    ids,
    ask: (words, { filters = {}, sort } = {}) =>
      Promise.all(
        [first, ...others].map(async (_, index) => {
          const results = await askOne(index, words, filters);
          if (sort === undefined) return results;
          const places = await placesIn(index, sort);
          return results.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
        }),
      ),
  };
}
