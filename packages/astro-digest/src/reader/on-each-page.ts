/**
 * Starts something for an element of the page, now and whenever Astro's `ClientRouter` has put another page into this document.
 *
 * @param selector which element
 * @param start begins it; the signal ends it when the page has gone
 */
export function onEachPage(selector: string, start: (root: HTMLElement, signal: AbortSignal) => void): void {
  let life: AbortController | undefined;
  const begin = (): void => {
    life?.abort();
    const root = document.querySelector<HTMLElement>(selector);
    if (root) start(root, (life = new AbortController()).signal);
  };
  begin();
  document.addEventListener('astro:after-swap', begin);
}
