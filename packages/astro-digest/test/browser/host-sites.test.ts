import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { hostSites } from '../site/host-sites.ts';
import { plainLook } from './host-styles/beside-plain.ts';
import { faultsOf, lookOf, type PageLook } from './host-styles/look.ts';
import { atRest, axeFaults, ready } from './host-styles/open-pages.ts';
import { buildPlainHost } from './host-styles/site.ts';
import { openBrowser } from './reader.ts';

const widths = [390, 1280];

describe.for(Object.entries(hostSites))('%s', ([name, site]) => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  /** The same digests in a site without any styles. */
  let plainServer: Awaited<ReturnType<typeof serveFolder>>;
  const pages = [
    '/papers/',
    '/papers/archive/',
    '/papers/subscribe/',
    '/papers/starred/',
    `/papers/search/?q=${site.word}`,
    '/papers/2025-03-12/',
    site.paper,
  ];

  const openAt = async (address: string, width: number): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(address);
    await ready(page);
    return page;
  };
  const open = (path: string, width: number): Promise<Page> => openAt(server.address + path, width);

  beforeAll(async () => {
    const made = await site.make(`host-${name}`);
    const build = await made.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    const digests: Record<string, string> = {};
    for (const file of await made.list('src/content/digests'))
      digests[file] = await made.read(`src/content/digests/${file}`);
    const plain = await buildPlainHost(`host-${name}-plain`, { digests, options: site.options });
    browser = await openBrowser();
    server = await serveFolder(`${made.root}/dist`);
    plainServer = await serveFolder(`${plain.root}/dist`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await plainServer?.stop();
  });

  test('has one title a page, what a plain site shows, and nothing that axe finds', async () => {
    const faults = await Promise.all(
      pages.map(async (path) => (await faultsAt(path)).map((fault) => `${path}, ${fault}`)),
    );
    expect(faults.flat()).toEqual([]);
  });

  test('has its faults found', async () => {
    const planted =
      '.digest :is(h1, h2, .digest-heading) { font-size: 4em !important } .digest p { opacity: 0.3 !important }';
    const faults = await faultsAt(site.paper, planted);
    expect(faults).toContainEqual(
      expect.stringMatching(/^1280 px, dark: .*: size \d+(?:\.\d+)? in place of/),
    );
    expect(faults).toContainEqual(expect.stringMatching(/^390 px, light: color-contrast/));
  });

  /** What looks otherwise on a page than on that of the plain site, in all windows, and what axe finds. */
  async function faultsAt(path: string, planted = ''): Promise<string[]> {
    const [host, plain] = [await open(path, 390), await openAt(plainServer.address + path, 390)];
    const wanted = new Map<number, PageLook>();
    const faults: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await host.emulateMedia({ colorScheme });
      await host.reload();
      await ready(host);
      if (planted) await host.addStyleTag({ content: planted });
      for (const width of widths) {
        for (const page of [host, plain]) await page.setViewportSize({ width, height: 900 });
        await atRest(host);
        const look = wanted.get(width) ?? (await plainLook(plain, host, site.column));
        wanted.set(width, look);
        const found = faultsOf(await lookOf(host), look);
        if (width === 390) {
          // Axe measures no contrast on pictures and gradients, so what is below them has to do.
          const ground = await host.addStyleTag({ content: '* { background-image: none !important }' });
          found.push(...(await axeFaults(host, 'all')));
          await ground.evaluate((style) => (style as Element).remove());
        }
        const titles = await host.locator('h1').count();
        if (titles !== 1) found.push(`${titles} titles`);
        faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
      }
    }
    for (const page of [host, plain]) await page.context().close();
    return faults;
  }

  test('gives the digest its fonts, and its column where that is no wider than a page of text', async () => {
    for (const width of widths) {
      const page = await open(site.paper, width);
      const look = await page.evaluate(
        ({ column, measure }) => {
          const font = (selector: string) =>
            getComputedStyle(document.querySelector(selector) as Element).fontFamily;
          const root = document.querySelector('.digest-page') as HTMLElement;
          const box = root.getBoundingClientRect();
          const style = getComputedStyle(document.querySelector(column) as Element);
          const around = (document.querySelector(column) as Element).getBoundingClientRect();
          const left = around.left + Number.parseFloat(style.paddingLeft);
          const right = around.right - Number.parseFloat(style.paddingRight);
          const em = Number.parseFloat(getComputedStyle(root).fontSize);
          const room = Math.min(right - left, innerWidth - 2 * em);
          // A column that is much wider has a page of text in its middle.
          const wide = room > 1.5 * measure * em ? measure * em : room;
          return {
            fonts: [font('.digest-abstract'), font('body')],
            wide: [box.width, wide],
            middle: [(box.left + box.right) / 2, (left + right) / 2],
          };
        },
        { column: site.column, measure: 32.94 },
      );
      expect(look.fonts[0]).toBe(look.fonts[1]);
      for (const [ours, theirs] of [look.wide, look.middle])
        expect(Math.abs((ours as number) - (theirs as number)), `${width}`).toBeLessThanOrEqual(1);
      await page.context().close();
    }
  });

  test('has the digest follow its switch within a frame, and without a flash at the next page', async () => {
    const page = await open('/papers/', 1280);
    const light = await inkOf(page);
    await site.switchToDark(page);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const dark = await inkOf(page);
    expect(dark !== light).toBe(site.hasDark);
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

/** Colour of the digest's text, as the browser paints it. */
function inkOf(page: Page): Promise<string> {
  return page.locator('.digest-main').evaluate((element) => getComputedStyle(element).color);
}
