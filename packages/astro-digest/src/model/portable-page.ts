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

const place = Symbol.for('astro-digest.portable');

type Place = typeof globalThis & { [place]?: PortablePage };

/** Makes this page a portable one. */
export function makePortable(page: PortablePage): void {
  (globalThis as Place)[place] = page;
}

/** What this page does otherwise, where it is a portable one. */
export function portablePage(): PortablePage | undefined {
  return (globalThis as Place)[place];
}
