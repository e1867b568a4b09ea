import type { IndexesHost } from '../search/indexes.ts';

/**
 * What a page does otherwise that was taken out of its site and is read from a file (`offline/portable`). Stars, results and the search
 * know papers by their paths in the site, such as `/papers/2025-03-12/some-slug/`, and stay the same there.
 */
export interface PortablePage {
  /** Address here of a page of the digest, by its path in the site; any other address stays. */
  addressOf(path: string): string;
  /** Path in the site of a page of the digest, by its whole address here. */
  pathOf(address: string): string;
  /** What the address of the search page is without a query. */
  searchPath(): string;
  /** What the search page is asked for: from the question mark on, or the empty text. */
  query(): string;
  /** How the files of the search are reached, where nothing can be fetched. */
  search: IndexesHost;
}

declare global {
  /**
   * What this page does otherwise, where it is a portable one. It is a global value, since a module that the scripts of readers and of the
   * search had in common would be one more file for each page of a site to load.
   */
  var digestPortable: PortablePage | undefined;
}
