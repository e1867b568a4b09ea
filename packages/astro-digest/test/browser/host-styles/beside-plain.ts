import type { Page } from 'playwright-core';
import { lookOf, type PageLook } from './look.ts';
import { atRest } from './open-pages.ts';

/**
 * How a page looks in a site without styles, whose column and text are made as large as those of another site.
 *
 * @param plain the page in the site without styles
 * @param host the page in the other site
 * @param column what the digest stands in there
 */
export async function plainLook(plain: Page, host: Page, column: string): Promise<PageLook> {
  const room = await host.evaluate((column) => {
    const around = document.querySelector(column) as HTMLElement;
    const { width, paddingLeft, paddingRight, boxSizing } = getComputedStyle(around);
    const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
    const { fontSize } = getComputedStyle(document.querySelector('.digest-page') as Element);
    return { fontSize, width: Number.parseFloat(width) - (boxSizing === 'border-box' ? padding : 0) };
  }, column);
  await plain.evaluate(({ fontSize, width }) => {
    document.body.style.margin = '0';
    const main = document.querySelector('main') as HTMLElement;
    Object.assign(main.style, { fontSize, width: `${width}px`, margin: 'auto' });
  }, room);
  await atRest(plain);
  return lookOf(plain);
}
