import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { buildSearchSite } from '../site/search-site.ts';
import { openSearchDialog, openSearchPage, searchStates } from '../site/search-states.ts';
import { openBrowser } from './reader.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  const site = await buildSearchSite('search-states');
  [browser, server] = [await openBrowser(), await serveFolder(`${site.root}/dist`)];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

describe('every state is told, and axe finds nothing in it', () => {
  test.each(Object.entries(searchStates))('%s', async (_, state) => {
    const context = await browser.newContext({ viewport: phone, colorScheme: 'light', ...state.browser });
    const page = await context.newPage();
    await state.reach(page, `${server.address}/papers/`);
    const root = page.locator(state.place === 'page' ? '.digest-main' : '.digest-find');
    // Where scripts are off, Playwright finds no text by itself, and axe, a script, can't look.
    const hasScripts = state.browser?.javaScriptEnabled !== false;
    const said = hasScripts
      ? root.getByText(state.says)
      : root.locator('noscript p', { hasText: state.says });
    const { y } = (await said.filter({ visible: true }).first().boundingBox()) ?? {};
    expect(y).toBeLessThan(phone.height);
    expect(hasScripts ? await faults(page) : []).toEqual([]);
    for (const width of [320, desktop.width]) {
      await page.setViewportSize({ width, height: phone.height });
      expect(await cutOff(page), `${width} px`).toEqual([]);
    }
    // What is there is the same; what styles do to it is not.
    await page.emulateMedia({ colorScheme: 'dark' });
    const rules = ['color-contrast', 'target-size', 'link-in-text-block'];
    expect(hasScripts ? await faults(page, rules) : []).toEqual([]);
    await context.close();
  });
});

/** What axe finds. */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** The texts, fields and buttons of the search that reach beyond the window, or beyond the dialog. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const dialog = document.querySelector('.digest-find[open]');
    const { left, right } = (dialog ?? document.documentElement).getBoundingClientRect();
    return [...(dialog ?? document).querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && !element.closest('.digest-read-out, option'))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

describe('nothing moves', () => {
  test.each([phone, desktop])(
    'while the dialog opens and results come, at $width pixels',
    async (viewport) => {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      await countShifts(page);
      await openSearchDialog(page, `${server.address}/papers/`, 'owls');
      await page.keyboard.type(' letters');
      await page.locator('.digest-find [role=status]', { hasText: /^1 paper$/ }).waitFor();
      expect(await shifts(page)).toBeLessThan(0.005);
      await context.close();
    },
  );

  test.each([phone, desktop])(
    'from the beginning of the page to its results, at $width pixels',
    async (viewport) => {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      await countShifts(page);
      await openSearchPage(page, `${server.address}/papers/`, '?q=owls&topic=Birds&from=2024-02&to=2025-03');
      expect(await shifts(page)).toBeLessThan(0.005);
      await context.close();
    },
  );

  test('and it is seen when something does', async () => {
    const page = await browser.newPage();
    await countShifts(page);
    await openSearchPage(page, `${server.address}/papers/`, '?q=owls');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.digest-search')!.style.marginBlockStart = '200px';
    });
    await expect.poll(() => shifts(page)).toBeGreaterThan(0.005);
    await page.context().close();
  });
});

async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: number[] = ((globalThis as { shifts?: number[] }).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & LayoutShift)[])
        if (!entry.hadRecentInput) seen.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What TypeScript does not know of an entry. */
interface LayoutShift {
  value: number;
  hadRecentInput: boolean;
}

/** How much has moved without a press of the reader's, once two pictures have been drawn. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    return ((globalThis as { shifts?: number[] }).shifts ?? []).reduce((sum, value) => sum + value, 0);
  });
}
