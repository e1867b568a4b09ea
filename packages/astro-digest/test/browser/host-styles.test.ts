import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { faultsOf, lookOf, type PageLook } from './host-styles/look.ts';
import { axeFaults, OpenPages, windows, type Window } from './host-styles/open-pages.ts';
import { hostStyles, type HostStyles } from './host-styles/sheets.ts';
import { buildPlainHost, hostPages } from './host-styles/site.ts';
import { openBrowser } from './reader.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
let open: OpenPages;
/** How each page looks in the site's layout when the site has no styles, by page and window. */
const own = new Map<string, PageLook>();
const ownFaults: string[] = [];

beforeAll(async () => {
  const site = await buildPlainHost('host-styles');
  [browser, server] = [await openBrowser(), await serveFolder(`${site.root}/dist`)];
  open = await OpenPages.open(browser, server.address, hostPages);
  await open.inHost({}, async (page, name, window) => {
    const where = nameOf(name, window);
    own.set(where, await lookOf(page));
    // Colours are the same at any width.
    if (window.width === windows[0]?.width)
      ownFaults.push(...(await axeFaults(page, 'all')).map((fault) => `${where}: ${fault}`));
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

function nameOf(page: string, { width, colorScheme }: Window): string {
  return `${page}, ${width} px, ${colorScheme}`;
}

/** All that looks otherwise in a host's styles, and what axe finds. */
async function faultsIn(styles: HostStyles): Promise<string[]> {
  const faults: string[] = [];
  await open.inHost(styles, async (page, name, window) => {
    const where = nameOf(name, window);
    const found = faultsOf(await lookOf(page), own.get(where) as PageLook);
    if (window.width === windows[0]?.width) found.push(...(await axeFaults(page)));
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  });
  return faults;
}

test('axe finds nothing where there are no styles', () => {
  expect(own.size).toBe(32);
  expect(ownFaults).toEqual([]);
});

describe('the digest looks as it does without any styles around it', async () => {
  test.for(Object.entries(await hostStyles()))('%s', async ([, styles]) => {
    expect(await faultsIn(styles)).toEqual([]);
  });
});

describe('a fault of each kind is found', () => {
  test.for<[kind: string, styles: string, fault: RegExp]>([
    [
      'sizes',
      '.digest h2 { font-size: 3em !important }',
      /^latest, 390 px, light: .*h2 1: size 3(?:\.0+\d*)? in place of 1\.25/,
    ],
    ['distances', '.digest h2 { margin-bottom: 3em !important }', /h2 1: margin Bottom 3\.\d+ in place of/],
    ['markers', '.digest li { list-style: none !important }', /^paper, .*li 1: marker none in place of disc/],
    [
      'overlaps',
      '.digest h2 { height: 0 !important; margin: 0 !important; overflow: visible !important }',
      /lies upon/,
    ],
    [
      'edges of fields',
      '.digest input { border-color: #8882 !important }',
      /^search, .*input 1: edge faint in place of seen/,
    ],
    [
      'widths',
      '.digest-page { width: 150vw !important; max-width: none !important }',
      /^archive, 1280 px, dark: \d+ px wider than the window/,
    ],
    [
      'room at the window',
      '.digest-page { margin: 0 !important; width: 100% !important } body, #content { margin: 0; padding: 0 }',
      /^topics, 390 px, light: 0 px from the edge/,
    ],
    ['fonts', '.digest-page { font-family: Courier !important }', /text in Courier in place of/],
    [
      'contrast',
      '.digest p { color: #999 !important; background: #aaa }',
      /^subscribe, 390 px, dark: color-contrast/,
    ],
  ])('%s', async ([, after, fault]) => {
    expect((await faultsIn({ after })).filter((found) => fault.test(found))).not.toEqual([]);
  });
});
