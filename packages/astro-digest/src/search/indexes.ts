import type { Filters } from './filters.ts';
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
}

/** What narrows and orders the answers. */
export interface AskOptions {
  filters?: Filters;
  /** Name of a sort in the index, which ascends. Default: Pagefind's own order. */
  sort?: string | undefined;
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
 * @param folders of the indexes that have papers, each with a slash at its end: with an empty one among them, Pagefind answers nothing at
 * all; the first has Pagefind, too
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
  if (others.length === 0) return { ask: async (words, options) => [await ask(pagefind, words, options)] };

  const optionsOf = (index: number): PagefindOptions => ({ mergeFilter: { [indexFilter]: String(index) } });
  await pagefind.options(optionsOf(0));
  await Promise.all(
    others.map((folder, index) => pagefind.mergeIndex(folder, { baseUrl, ranking, ...optionsOf(index + 1) })),
  );
  return {
    // Pagefind would put all answers in one order by their scores, and each index has scores of its own.
    ask: (words, { filters, sort } = {}) =>
      Promise.all(
        [first, ...others].map((_, index) =>
          ask(pagefind, words, { filters: { ...filters, [indexFilter]: String(index) }, sort }),
        ),
      ),
  };
}

async function ask(
  pagefind: Pagefind,
  words: string | null,
  { filters = {}, sort }: AskOptions = {},
): Promise<PagefindResult[]> {
  const { results } = await pagefind.search(words, {
    filters,
    sort: sort === undefined ? {} : { [sort]: 'asc' },
  });
  return results;
}
