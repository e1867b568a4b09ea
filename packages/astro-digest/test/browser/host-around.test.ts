import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { hostSites } from '../site/host-sites.ts';
import type { Site } from '../site/site.ts';
import { differences, stylesAround, type Extent } from './host-styles/around.ts';
import { ready } from './host-styles/open-pages.ts';
import { openBrowser } from './reader.ts';

// Each site is built twice, before somebody added a digest and with it.
const windows = [
  { width: 390, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;
/** The digest's page, and a page of the site's own at the same address where there is no digest. */
const digestPage = '/papers/archive/';

type Server = Awaited<ReturnType<typeof serveFolder>>;

describe.for(Object.entries(hostSites))('around the digest, %s', ([name, site]) => {
  let browser: Browser;
  let without: Server;
  let beside: Server;

  beforeAll(async () => {
    without = await buildAndServe(await site.makeWithout(`around-${name}-without`));
    beside = await buildAndServe(await site.make(`around-${name}-with`));
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await without?.stop();
    await beside?.stop();
  });

  test('the pages of the site are what they are without it', async () => {
    for (const path of site.ownPages) expect(await changesOf(path, 'of all'), path).toEqual([]);
  });

  test('what stands around it is as around a page of the site', async () => {
    expect(await changesOf(digestPage, 'but for heights')).toEqual([]);
  });

  test('a rule that reaches out of the digest is found', async () => {
    const changes = await changesOf(digestPage, 'but for heights', 'body a { letter-spacing: 1px }');
    expect(changes).toContainEqual(expect.stringMatching(/ a \{ letter-spacing: 1px \}$/));
  });

  /** What is otherwise on a page of the site with the digest, in a narrow light window and a wide dark one. */
  async function changesOf(path: string, extent: Extent, planted = ''): Promise<string[]> {
    const changes: string[] = [];
    for (const window of windows) {
      const [before, after] = [await open(without, path, window), await open(beside, path, window)];
      if (planted) await after.addStyleTag({ content: planted });
      const looks = [await stylesAround(before), await stylesAround(after)] as const;
      expect(looks[0].length, `${path} ${window.width}`).toBeGreaterThanOrEqual(30);
      changes.push(...differences(...looks, extent).map((change) => `${window.width} px: ${change}`));
      for (const page of [before, after]) await page.context().close();
    }
    return changes;
  }

  async function open(
    server: Server,
    path: string,
    { width, colorScheme }: (typeof windows)[number],
  ): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.goto(server.address + path);
    if ((await page.locator('.digest-page').count()) > 0) await ready(page);
    return page;
  }
});

async function buildAndServe(site: Site): Promise<Server> {
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  return serveFolder(`${site.root}/dist`);
}
