/**
 * Starts something for each element of a page: now, and again whenever Astro's `ClientRouter` has put another page, with a body
 * of its own, into this document.
 *
 * @param selector which elements
 * @param start begins it; whatever it has listen to the document or the window has to ask whether the page is still there
 */
export function onEachPage(selector: string, start: (root: HTMLElement) => void): void {
  function begin(): void {
    for (const root of document.querySelectorAll<HTMLElement>(selector)) start(root);
  }
  begin();
  document.addEventListener('astro:after-swap', begin);
}
