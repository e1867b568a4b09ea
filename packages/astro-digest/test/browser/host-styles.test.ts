import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { faultsOf, lookOf, type PageLook } from './host-styles/look.ts';
import { hostStyles, type HostStyles } from './host-styles/sheets.ts';
import { addStyles, buildPlainHost } from './host-styles/site.ts';
import { openBrowser } from './reader.ts';

const pages = {
  latest: '/papers/',
  issue: '/papers/2025-03-11/',
  archive: '/papers/archive/',
  topics: '/papers/topics/',
  search: '/papers/search/?q=forest',
  subscribe: '/papers/subscribe/',
  starred: '/papers/starred/',
  // Last, because a paper that has been in sight for two seconds is one more mark on the page of stars.
  paper: '/papers/2025-03-12/walking-robots/',
};

const narrow = 390;

const windows = [narrow, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 900 }, colorScheme })),
);

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
/** How each page looks in the site's layout when the site has no styles, by window. */
const own: Record<string, PageLook>[] = [];

beforeAll(async () => {
  const site = await buildPlainHost('host-styles');
  [browser, server] = [await openBrowser(), await serveFolder(`${site.root}/dist`)];
  for (const window of windows) {
    const looks: Record<string, PageLook> = {};
    await inHost(window, {}, async (page, name) => {
      looks[name] = await lookOf(page);
    });
    own.push(looks);
  }
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens each page of the digest as a site with some styles has it. */
async function inHost(
  window: (typeof windows)[number],
  styles: HostStyles,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(window);
  const page = await context.newPage();
  await addStyles(page, server.address, styles, window.colorScheme);
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${server.address}${path}`);
    if (name === 'search') await page.locator('.digest-search ol h2').first().waitFor();
    // What the script adds, and what a site moves, have come to rest.
    await page.locator('.digest-page:not([aria-busy=true])').waitFor();
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState === 'finished'),
    );
    await look(page, name);
  }
  await context.close();
}

describe('the digest looks as it does without any styles around it', async () => {
  test.for(Object.entries(await hostStyles()))('%s', async ([, styles]) => {
    const faults: string[] = [];
    for (const [index, window] of windows.entries()) {
      await inHost(window, styles, async (page, name) => {
        const where = `${name}, ${window.viewport.width} px, ${window.colorScheme}`;
        const wanted = own[index]?.[name] as PageLook;
        faults.push(...faultsOf(await lookOf(page), wanted).map((fault) => `${where}: ${fault}`));
        // Colours are the same at any width.
        if (window.viewport.width !== narrow) return;
        const { violations } = await new AxeBuilder({ page }).include('.digest-page').analyze();
        for (const { id, nodes } of violations) {
          faults.push(...nodes.map(({ html, any }) => `${where}: ${id} ${html} ${any[0]?.message ?? ''}`));
        }
      });
    }
    expect(faults).toEqual([]);
  });
});

test('a fault is found', async () => {
  const [window] = windows;
  const faults: string[] = [];
  const styles = {
    after:
      '.digest h2 { font-size: 3em !important } .digest-page { width: 150vw !important; max-width: none !important }',
  };
  await inHost(window as (typeof windows)[number], styles, async (page, name) => {
    if (name === 'latest') faults.push(...faultsOf(await lookOf(page), own[0]?.['latest'] as PageLook));
  });
  expect(faults.some((fault) => /h2 1: size 3(?:\.0+\d*)? in place of 1\.25/.test(fault))).toBe(true);
  expect(faults.some((fault) => fault.endsWith('wider than the window'))).toBe(true);
});
