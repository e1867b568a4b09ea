/**
 * Starts something for each element of a page, now and whenever Astro's `ClientRouter` has put another page into this document.
 *
 * @param selector which elements
 * @param start begins it; the signal ends it when the element has gone with its page
 */
export function onEachPage(selector: string, start: (root: HTMLElement, signal: AbortSignal) => void): void {
  const started = new Map<HTMLElement, AbortController>();
  function begin(): void {
    for (const [root, life] of started) {
      if (root.isConnected) continue;
      life.abort();
      started.delete(root);
    }
    for (const root of document.querySelectorAll<HTMLElement>(selector)) {
      if (started.has(root)) continue;
      const life = new AbortController();
      started.set(root, life);
      start(root, life.signal);
    }
  }
  begin();
  document.addEventListener('astro:page-load', begin);
}
