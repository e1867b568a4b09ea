import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { hostSites } from '../site/host-sites.ts';
import { openBrowser } from './reader.ts';

const widths = [390, 1280];

describe.for(Object.values(hostSites))('$title', (site) => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  const pages = [
    '/papers/',
    '/papers/archive/',
    '/papers/subscribe/',
    '/papers/starred/',
    '/papers/search/',
    site.paper,
  ];

  const open = async (
    path: string,
    width: number,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.goto(server.address + path);
    await page.locator('.digest-page:not([aria-busy=true]), html:not(:has(.digest-page))').first().waitFor();
    return page;
  };

  beforeAll(async () => {
    const made = await site.make();
    const build = await made.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    [browser, server] = [await openBrowser(), await serveFolder(`${made.root}/dist`)];
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('has one title a page, nothing wider than the window, and nothing that axe finds', async () => {
    for (const path of pages) {
      for (const width of widths) {
        const page = await open(path, width, width === 390 ? 'dark' : 'light');
        const where = `${path} ${width}`;
        expect(await page.locator('h1').count(), where).toBe(1);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          where,
        ).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).include('.digest-page').analyze();
        expect(
          violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
          where,
        ).toEqual([]);
        await page.context().close();
      }
    }
  });

  test('gives the digest its fonts, and its column where that is no wider than a page of text', async () => {
    for (const width of widths) {
      const page = await open(site.paper, width);
      const look = await page.evaluate((column) => {
        const font = (selector: string) =>
          getComputedStyle(document.querySelector(selector) as Element).fontFamily;
        const root = document.querySelector('.digest-page') as HTMLElement;
        const box = root.getBoundingClientRect();
        const style = getComputedStyle(document.querySelector(column) as Element);
        const around = (document.querySelector(column) as Element).getBoundingClientRect();
        return {
          fonts: [font('.digest-abstract'), font('body')],
          left: [box.left, around.left + Number.parseFloat(style.paddingLeft)],
          right: [box.right, around.right - Number.parseFloat(style.paddingRight)],
        };
      }, site.column);
      expect(look.fonts[0]).toBe(look.fonts[1]);
      for (const [ours, theirs] of [look.left, look.right])
        expect(Math.abs((ours as number) - (theirs as number)), `${width}`).toBeLessThanOrEqual(1);
      await page.context().close();
    }
  });

  test('has around the digest what its own pages have', async () => {
    for (const width of widths) {
      const looks: string[][] = [];
      for (const path of [site.ownPage, '/papers/archive/']) {
        const page = await open(path, width);
        looks.push(await page.evaluate(stylesOf, site.around));
        await page.context().close();
      }
      const [own = [], digest = []] = looks;
      expect(own.length).toBeGreaterThan(5);
      expect(digest, `${width}`).toEqual(own);
    }
  });

  test('has the digest follow its switch within a frame, and without a flash at the next page', async () => {
    const page = await open('/papers/', 1280);
    const light = await inkOf(page);
    await site.switchToDark(page);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const dark = await inkOf(page);
    expect(dark).not.toBe(light);
    // The page is stopped before any of its modules runs.
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${server.address}/papers/archive/`, { waitUntil: 'commit' });
    await page.locator('.digest-main').waitFor();
    expect(await inkOf(page)).toBe(dark);
    await page.context().close();
  });

  test('keeps its own keys', async () => {
    const page = await open('/papers/', 1280);
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-paper]') !== null)).toBe(true);
    await page.context().close();
  });
});

/** What all elements of a kind look like that can be seen, but for what depends on the text that they have. */
function stylesOf(selector: string): string[] {
  const byText =
    /^--|grid-template|size|width|height|origin|^inset|^(?:top|right|bottom|left)$|^font-weight$|decoration|^d$/;
  const visible = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  return visible.map((element) => {
    const style = getComputedStyle(element);
    const look = [...style]
      .filter((name) => !byText.test(name))
      .map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${element.localName} { ${look.join('; ')} }`;
  });
}

/** Colour of the digest's text, as the browser paints it. */
function inkOf(page: Page): Promise<string> {
  return page.locator('.digest-main').evaluate((element) => getComputedStyle(element).color);
}
