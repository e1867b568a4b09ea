import type { Page } from 'playwright-core';

/** The first link in a text of the digest. */
export const link = '.digest-abstract a';

/** Colours of the first elements that selectors find, as CSS has them. */
export function colors(page: Page, ...selectors: string[]): Promise<string[]> {
  return page.evaluate(
    (selectors) => selectors.map((selector) => getComputedStyle(document.querySelector(selector)!).color),
    selectors,
  );
}

/** What the digest says of the site's colours; `undefined` where all can be read. */
export function faint(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector<HTMLElement>('.digest-page')!.dataset['faint']);
}

/** A colour such as `#9cf` as computed styles have it. */
export function rgb(hex: string): string {
  return `rgb(${[1, 2, 3].map((index) => Number.parseInt(hex[index]!.repeat(2), 16)).join(', ')})`;
}
