import { readAddress, writeAddress, type SearchState } from '../address.ts';

/** What becomes of the address when a search begins: a step more for the back button, the same step, or nothing. */
export type HistoryStep = 'push' | 'replace' | 'keep';

const path = (): string => globalThis.digestPortable?.searchPath() ?? location.pathname;

/** What the page is asked for, as it stands behind its path. */
export const pageQuery = (): string => globalThis.digestPortable?.query() ?? location.search;

/** What the page is asked for. */
export const pageState = (): SearchState => readAddress(pageQuery());

/** The address of a search on this page. */
export const searchAddress = (state: SearchState): string => writeAddress(path(), state);

/** Puts a search into the address of the page. */
export function keepInAddress(state: SearchState, step: HistoryStep): void {
  if (step === 'keep') return;
  const address = searchAddress(state);
  // What a router of the site's own keeps there stays with the page.
  if (step === 'push' && address !== path() + pageQuery()) history.pushState(history.state, '', address);
  else history.replaceState(history.state, '', address);
}

/** Whether a search asks for anything. */
export function asksForSomething({ text, filters, sort }: SearchState): boolean {
  return text.trim() !== '' || Object.keys(filters).length > 0 || sort !== 'relevance';
}
