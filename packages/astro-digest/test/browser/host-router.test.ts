import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { faultsOf, lookOf, type PageLook } from './host-styles/look.ts';
import { atRest, ready, type Window } from './host-styles/open-pages.ts';
import { hostStyles, type HostStyles } from './host-styles/sheets.ts';
import { addStyles, buildPlainHost, hostPages } from './host-styles/site.ts';
import { openBrowser } from './reader.ts';

// A site whose layout has Astro's `ClientRouter`: a document outlives its pages, and its styles are put into another order at each.
const windows: readonly Window[] = [
  { width: 390, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
];

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
let styles: Record<string, HostStyles>;
/** How each page looks in each window when it is loaded, and the site has no styles. */
const own = new Map<string, PageLook>();

beforeAll(async () => {
  const site = await buildPlainHost('host-router', { clientRouter: true });
  [browser, server] = [await openBrowser(), await serveFolder(`${site.root}/dist`)];
  styles = await hostStyles();
  for (const window of windows) {
    const page = await openPage(window);
    for (const [name, path] of Object.entries(hostPages)) {
      await page.goto(server.address + path);
      own.set(`${name}, ${window.width} px`, await lookAt(page));
    }
    await page.context().close();
  }
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openPage({ width, colorScheme }: Window): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  return context.newPage();
}

async function lookAt(page: Page): Promise<PageLook> {
  await ready(page);
  await atRest(page);
  return lookOf(page);
}

/** Goes from page to page of the digest, through all of them and back to the first, and tells what looks otherwise there. */
async function faultsOnTheWay(host: HostStyles): Promise<string[]> {
  const faults: string[] = [];
  for (const window of windows) {
    const page = await openPage(window);
    await addStyles(page, server.address, host, window.colorScheme);
    await page.goto(server.address + hostPages.latest);
    await page.evaluate(() => {
      const arrivals = Object.assign(globalThis, { arrivals: 0 });
      document.addEventListener('astro:page-load', () => (arrivals.arrivals += 1));
    });
    const { latest, ...others } = hostPages;
    const way = [...Object.entries(others), ['latest', latest] as const];
    for (const [index, [name, path]] of way.entries()) {
      await follow(page, path);
      // It is counted on only where the document stays.
      await page.waitForFunction((count) => Reflect.get(globalThis, 'arrivals') === count, index + 1);
      const found = faultsOf(await lookAt(page), own.get(`${name}, ${window.width} px`) as PageLook);
      faults.push(...found.map((fault) => `${name}, ${window.width} px: ${fault}`));
    }
    await page.context().close();
  }
  return faults;
}

/** Follows a link, as the router sees it. */
function follow(page: Page, path: string): Promise<void> {
  return page.evaluate((path) => {
    const link = document.createElement('a');
    link.href = path;
    document.body.append(link);
    link.click();
  }, path);
}

describe('the digest looks as it does without any styles, reached from page to page', () => {
  test.for([
    'Tailwind 4, its layers before ours',
    'Tailwind 4, its layers after ours',
    'Bootstrap',
    'elements without a layer',
    'names and ids',
  ])('%s', async (name) => {
    expect(await faultsOnTheWay(styles[name] as HostStyles)).toEqual([]);
  });
});

test('a fault is found on the way', async () => {
  const faults = await faultsOnTheWay({ after: '.digest h1 { font-size: 3em !important }' });
  expect(faults).toContainEqual(
    expect.stringMatching(/^archive, 1280 px: .*h1\.digest-heading 1: size 3(?:\.\d+)? in place of/),
  );
});
