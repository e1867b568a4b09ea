import type { IndexesHost } from '../search/indexes.ts';

/** How the search works on a page that was taken out of its site and is read from a file (`offline/portable`). */
export interface PortablePage {
  /** What the address of the search page is without a query. */
  searchPath(): string;
  /** What the search page is asked for: from the question mark on, or the empty text. */
  query(): string;
  /** How the files of the search are reached, where nothing can be fetched. */
  search: IndexesHost;
}

declare global {
  /** How the search of this page works, where it is a portable one: the scripts that set it up are not those of the site. */
  var digestPortable: PortablePage | undefined;
}
