import { startKeys } from './keys.ts';
import { startSearchLink } from './search-link.ts';
import { startTheme } from './theme.ts';

/**
 * Starts what all pages of a digest have, theme switch, keys and search, and what a page has besides: now, and whenever Astro's `ClientRouter` has
 * put another page into this document.
 *
 * @param selector which element is the digest's
 * @param start begins the rest; the signal ends it when the page has gone
 */
export function onEachPage(selector: string, start: (root: HTMLElement, signal: AbortSignal) => void): void {
  let life: AbortController | undefined;
  const begin = (): void => {
    life?.abort();
    const root = document.querySelector<HTMLElement>(selector);
    if (!root) return;
    const { signal } = (life = new AbortController());
    startTheme(signal);
    startKeys(signal);
    startSearchLink();
    start(root, signal);
  };
  begin();
  document.addEventListener('astro:after-swap', begin);
}
