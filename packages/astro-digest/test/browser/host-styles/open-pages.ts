import axe, { type RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { HostStyles } from './sheets.ts';

/** A window that a page is looked at in. */
export interface Window {
  /** Its width in pixels. */
  width: number;
  colorScheme: 'light' | 'dark';
}

/** The windows that every page is looked at in. */
export const windows: readonly Window[] = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Looks at a page in one of the windows. */
export type Look = (page: Page, name: string, window: Window) => Promise<void>;

/** What axe finds by rules that styles can break; all others are asked once, where there are no styles. */
const rulesOfStyles = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
  'css-orientation-lock',
  'button-name',
  'link-name',
  'label',
  'empty-heading',
];

/** Pages of a site that stay open, while its styles and the window change. To load them again each time takes most of the time. */
export class OpenPages {
  private readonly pages: ReadonlyMap<string, Page>;

  private constructor(pages: ReadonlyMap<string, Page>) {
    this.pages = pages;
  }

  /**
   * Opens pages.
   *
   * @param paths of the pages, by name
   */
  static async open(
    browser: Browser,
    address: string,
    paths: Readonly<Record<string, string>>,
  ): Promise<OpenPages> {
    const pages = new Map<string, Page>();
    for (const [name, path] of Object.entries(paths)) {
      // Each has a context of its own, because what a reader does on one page shows on the others.
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${address}${path}`);
      await ready(page);
      pages.set(name, page);
    }
    return new OpenPages(pages);
  }

  /** Puts styles into the pages as if the site had them, and looks at each page in every window. */
  async inHost(styles: HostStyles, look: Look): Promise<void> {
    await Promise.all(
      [...this.pages].map(async ([name, page]) => {
        await dress(page, styles);
        for (const window of windows) {
          await page.setViewportSize({ width: window.width, height: 900 });
          await page.emulateMedia({ colorScheme: window.colorScheme });
          await page.evaluate((scheme) => {
            // Set anew, so that what watches it looks at the new styles.
            document.documentElement.className = '';
            document.documentElement.className = scheme;
          }, window.colorScheme);
          await atRest(page);
          await look(page, name, window);
        }
      }),
    );
  }
}

/** Waits until the scripts of a page have done what they do at its beginning. */
export async function ready(page: Page): Promise<void> {
  if (new URL(page.url()).searchParams.has('q')) await page.locator('.digest-search ol h2').first().waitFor();
  await page.locator('.digest-page:not([aria-busy=true])').waitFor();
}

/** Lets all that moves come to its end, at once. */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const moving = (): Animation[] =>
      document.getAnimations().filter(({ playState }) => playState !== 'finished');
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    do {
      for (const animation of moving()) animation.finish();
      await frame();
      await frame();
    } while (moving().length > 0);
  });
}

/**
 * What axe finds in the digest's part of a page.
 *
 * @param rules `all`, or those that styles can break
 */
export async function axeFaults(page: Page, rules: 'all' | 'of styles' = 'of styles'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (rules) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const options: RunOptions = { resultTypes: ['violations'] };
      if (rules) options.runOnly = { type: 'rule', values: rules };
      const { violations } = await axe.run('.digest-page', options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id} ${html} ${any[0]?.message ?? ''}`),
      );
    },
    rules === 'all' ? undefined : rulesOfStyles,
  );
}

async function dress(page: Page, { before = '', after = '' }: HostStyles): Promise<void> {
  await page.evaluate(
    ({ before, after }) => {
      for (const old of document.querySelectorAll('style[data-host]')) old.remove();
      const sheet = (text: string): HTMLStyleElement => {
        const style = document.createElement('style');
        style.dataset['host'] = '';
        style.textContent = text;
        return style;
      };
      document.head.prepend(sheet(before));
      document.head.append(sheet(after));
    },
    { before, after },
  );
}
