/** The element of the page that is the digest's: its `data-marks` begins the keys of what is kept for this digest, its `data-t-…` are strings. */
export function digestRoot(): HTMLElement {
  return document.querySelector<HTMLElement>('[data-marks]') ?? document.body;
}

/** Language of an element, as a BCP 47 tag; `undefined` where nothing tells it. */
export function languageOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[lang]')?.lang || undefined;
}
