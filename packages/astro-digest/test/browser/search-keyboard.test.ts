import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { buildSearchSite } from '../site/search-site.ts';
import { openSearchDialog, openSearchPage, searchPageSettled } from '../site/search-states.ts';
import { newReader, openBrowser } from './reader.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  const site = await buildSearchSite('search-keyboard');
  [browser, server] = [await openBrowser(), await serveFolder(`${site.root}/dist`)];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const patient = { timeout: 60_000 };
const base = (path = '/papers/'): string => server.address + path;

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await newReader(browser, { viewport: { width: 1280, height: 900 }, ...options });
  return page;
}

/** What has the focus: by its name for those who hear it, or its text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    return element.ariaLabel || element.labels?.[0]?.textContent.trim() || element.textContent.trim();
  });

const query = (page: Page): string => new URL(page.url()).search;

describe('on the page', () => {
  test('the tabulator key leads through everything, in the order in which it stands', async () => {
    const page = await newPage();
    await openSearchPage(page, base(), '?q=owls&topic=Birds&from=2023-01&to=2025-12');
    await page.locator('#digest-query').focus();
    const stops = [await focused(page)];
    while (stops.at(-1) !== 'Show more' && stops.length < 60) {
      await page.keyboard.press('Tab');
      stops.push(await focused(page));
    }
    expect(stops.slice(0, 15)).toEqual([
      'Words, names of authors or an identifier',
      'Clear the field',
      'Filters (3)',
      'Topic',
      'Code',
      'Order',
      expect.stringMatching(/^December 2025: \d papers$/),
      'From',
      'To',
      'Remove: Topic: Birds',
      'Remove: From: January 2023',
      'Remove: To: December 2025',
      'Remove all filters',
      'Save this search',
      'Take along',
    ]);
    const titles = await page.locator('.digest-found h2').allTextContents();
    expect(titles).toHaveLength(10);
    expect(stops).toEqual(expect.arrayContaining(titles));
    expect(stops.at(-1)).toBe('Show more');
    await page.context().close();
  });

  test('bars are chosen by arrows and Enter, and a range with Shift', async () => {
    const page = await newPage();
    await openSearchPage(page, base(), '?q=owls');
    await page.locator('.digest-bar[tabindex="0"]').focus();
    expect(await focused(page)).toContain('December 2025');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toContain('November 2025');
    await page.keyboard.press('Home');
    expect(await focused(page)).toContain('January 2023');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page), patient).toBe('?q=owls&from=2023-02&to=2023-02');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => query(page), patient).toBe('?q=owls&from=2023-02&to=2023-05');
    expect(await focused(page)).toContain('May 2023');
    await page.context().close();
  });

  test('a filter is chosen, its chip taken back, a search saved and results taken along', async () => {
    const page = await newPage({ acceptDownloads: true });
    await openSearchPage(page, base(), '?q=owls');
    await page.getByLabel('Topic', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => query(page), patient).toMatch(/topic=/);
    await page.getByLabel('Topic', { exact: true }).selectOption('Birds');
    await expect.poll(() => query(page), patient).toBe('?q=owls&topic=Birds');
    await page.getByRole('button', { name: 'Remove: Topic: Birds' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => query(page), patient).toBe('?q=owls');
    expect(await focused(page)).toBe('Words, names of authors or an identifier');
    await searchPageSettled(page);

    const save = page.getByRole('button', { name: 'Save this search' });
    await save.focus();
    await page.keyboard.press('Enter');
    expect(await save.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Take along');
    await page.keyboard.press('Enter');
    for (let press = 0; press < 4; press++) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Markdown');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('papers.md');
    await page.context().close();
  });

  test('more results come on Enter, and the first of them has the focus', async () => {
    const page = await newPage();
    await openSearchPage(page, base(), '?q=owls');
    await page.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    const titles = page.locator('.digest-found h2');
    await expect.poll(() => titles.count(), patient).toBe(20);
    expect(await focused(page)).toBe((await titles.nth(10).textContent())?.trim());
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('Words, names of authors or an identifier');
    await page.context().close();
  });

  test('what led to a paper is a recent search, and saved searches stay beside them', async () => {
    const page = await newPage();
    await openSearchPage(page, base(), '?q=owls');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await openSearchDialog(page, base(), 'herons');
    await page.keyboard.press('Enter');
    await page.locator('.digest-paper-page').waitFor();
    await openSearchPage(page, base(), '?q=letters');
    await page.locator('#digest-query').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.digest-paper-page').waitFor();

    await openSearchPage(page, base());
    expect(await page.locator('.digest-saved a').allTextContents()).toEqual(['owls']);
    const recent = page.locator('.digest-recent li button');
    expect(await recent.allTextContents()).toEqual(['letters', 'herons']);
    await recent.nth(1).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page), patient).toBe('?q=herons');
    await searchPageSettled(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Forget all' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Words, names of authors or an identifier');
    await page.reload();
    await page.locator('.digest-saved a').waitFor();
    expect(await page.locator('.digest-recent').isVisible()).toBe(false);
    await page.context().close();
  });
});

test('in the dialog the tabulator key leads to everything, and stays within', async () => {
  const page = await newPage();
  await openSearchDialog(page, base(), 'owls');
  const stops: string[] = [];
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  expect(stops[0]).toBe('Close');
  expect(stops[1]).toContain('Order');
  expect(stops[2]).toBe('All results and filters');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=owls');
  await page.context().close();
});

describe('from right to left', () => {
  test('the page and its keys are mirrored', async () => {
    const page = await newPage();
    await openSearchPage(page, base('/ar/'), '?q=owls&topic=Birds');
    const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
    const field = await box('#digest-query');
    expect((await box('.digest-filters')).x).toBeLessThan(field.x);
    expect((await box('.digest-clear-field')).x).toBeLessThan(field.x + 50);
    // The first month is at the right.
    const bars = page.locator('.digest-bar');
    expect((await bars.first().boundingBox())!.x).toBeGreaterThan((await bars.last().boundingBox())!.x);
    await bars.last().focus();
    await page.keyboard.press('ArrowRight');
    expect(await bars.nth(-2).evaluate((bar) => bar === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowLeft');
    expect(await bars.last().evaluate((bar) => bar === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('the dialog is mirrored', async () => {
    const page = await newPage();
    await openSearchDialog(page, base('/ar/'), 'owls');
    const dialog = (await page.locator('.digest-find').boundingBox())!;
    const close = (await page.locator('.digest-find-close').boundingBox())!;
    expect(close.x - dialog.x).toBeLessThan(5);
    await page.keyboard.press('ArrowDown');
    const borders = await page.locator('.digest-find [aria-selected=true]').evaluate((option) => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(option);
      return [borderLeftWidth, borderRightWidth];
    });
    expect(borders).toEqual(['0px', '3px']);
    await page.context().close();
  });
});

describe('in forced colours', () => {
  const outline = (page: Page, selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return `${outlineStyle} ${Number.parseFloat(outlineWidth) >= 2}`;
      });

  test('the dialog shows the focus and what is chosen', async () => {
    const page = await newPage({ forcedColors: 'active' });
    await openSearchDialog(page, base(), 'owls');
    expect(await outline(page, '.digest-find input')).toBe('solid true');
    expect(await outline(page, '.digest-find [aria-selected=true]')).toBe('solid true');
    expect(await outline(page, '.digest-find [aria-selected=false]')).toMatch(/^none /);
    await page.context().close();
  });

  test('the page shows the focus, and bars that are chosen', async () => {
    const page = await newPage({ forcedColors: 'active' });
    await openSearchPage(page, base(), '?q=owls&from=2024-02&to=2025-03');
    for (const selector of [
      '#digest-query',
      '.digest-bar[tabindex="0"]',
      '.digest-chip',
      '.digest-found h2 a',
    ]) {
      await page.locator(selector).first().focus();
      expect(await outline(page, selector), selector).toMatch(/^(?:solid|auto) true$/);
    }
    const colour = (pressed: boolean): Promise<string> =>
      page
        .locator(`.digest-bar[aria-pressed=${pressed}] span`)
        .first()
        .evaluate((bar) => getComputedStyle(bar).backgroundColor);
    expect(await colour(true)).not.toBe(await colour(false));
    await page.context().close();
  });
});

test('nothing moves by itself where readers want no motion', async () => {
  const page = await newPage({ reducedMotion: 'reduce' });
  const moving = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.digest-page *')].flatMap((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const isStill =
          /^0s(?:, 0s)*$/.test(transitionDuration) && animationName === 'none' && scrollBehavior === 'auto';
        return isStill ? [] : [element.outerHTML.slice(0, 100)];
      }),
    );
  await openSearchDialog(page, base(), 'owls');
  expect(await moving()).toEqual([]);
  await openSearchPage(page, base(), '?q=owls');
  expect(await moving()).toEqual([]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.context().close();
});

describe('without a masthead, in a layout of the site', () => {
  test.each(['/', 'Control+k'])('%s opens the dialog', async (key) => {
    const page = await newPage();
    await page.goto(base('/framed/'));
    await page.keyboard.press(key);
    await page.keyboard.type('herons');
    await expect.poll(() => page.locator('.digest-find-title').count(), patient).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/framed/*/*/');
    await page.context().close();
  });

  test('a key that the site itself answers is left to it', async () => {
    const page = await newPage();
    await page.goto(base('/framed/'));
    await page.evaluate(() =>
      document.addEventListener('keydown', (event) => {
        if (event.key === '/') event.preventDefault();
      }),
    );
    await page.keyboard.press('/');
    expect(await page.locator('.digest-find').count()).toBe(0);
    await page.keyboard.press('Control+k');
    expect(await page.getByRole('dialog', { name: 'Search' }).isVisible()).toBe(true);
    await page.context().close();
  });
});
