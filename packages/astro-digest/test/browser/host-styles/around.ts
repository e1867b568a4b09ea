import type { Page } from 'playwright-core';
import { atRest } from './open-pages.ts';

/** One element that can be seen, and all its computed styles. */
interface Styled {
  /** Its way from the root of the document. */
  name: string;
  /** One a line. */
  styles: string;
}

/** What grows with what a page has in its middle. */
const heights =
  /^(?:::before|::after)?(?:height|block-size|perspective-origin|transform-origin|bottom|top|inset-block-(?:start|end)):/;

/** Which styles are compared. */
export type Extent = 'of all' | 'but for heights';

/** The styles of all elements of a page that can be seen, but for the digest's and what stands in its place. */
export async function stylesAround(page: Page): Promise<Styled[]> {
  await atRest(page);
  return page.evaluate(() => {
    const ours = '.digest-page, .digest-part, [data-place]';
    const nameOf = (element: Element): string =>
      `${element.parentElement ? `${nameOf(element.parentElement)} > ` : ''}${element.localName}`;
    const stylesOf = (element: Element, pseudo = ''): string[] => {
      const computed = getComputedStyle(element, pseudo || null);
      if (pseudo && computed.content === 'none') return [];
      return [...computed].map((name) => `${pseudo}${name}: ${computed.getPropertyValue(name)}`);
    };
    return [...document.querySelectorAll('html, body, body *')]
      .filter((element) => element.checkVisibility() && !element.closest(ours))
      .map((element) => ({
        name: nameOf(element),
        styles: ['', '::before', '::after'].flatMap((pseudo) => stylesOf(element, pseudo)).join('\n'),
      }));
  });
}

/** What differs between the elements of two pages, element by element. */
export function differences(before: readonly Styled[], after: readonly Styled[], extent: Extent): string[] {
  const [names, others] = [before, after].map((elements) => elements.map(({ name }) => name));
  if (names?.join() !== others?.join())
    return [`other elements: ${others?.join()}\nin place of ${names?.join()}`];
  return before.flatMap(({ name, styles }, index) => {
    const found = after[index]?.styles ?? '';
    if (found === styles) return [];
    const known = new Set(styles.split('\n'));
    return found
      .split('\n')
      .filter((line) => !known.has(line) && (extent === 'of all' || !heights.test(line)))
      .map((line) => `${name} { ${line} }`);
  });
}
