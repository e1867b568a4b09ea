import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { copyExample } from '../site/example.ts';
import { digestText, type Site } from '../site/site.ts';
import { ChangingHost } from './changing-host.ts';
import { hasBrowser, openFileBrowser, search } from './file-reader.ts';

describe.skipIf(!hasBrowser('Firefox'))('in Firefox, a digest that was visited', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await openFileBrowser('Firefox');
    site = await copyExample('offline', 'offline-firefox');
    await rebuild();
  });
  afterAll(() => browser.close());

  async function rebuild(): Promise<void> {
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
  }

  /** The version that is saved. */
  const savedIn = (page: Page): Promise<string | undefined> =>
    page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const found = await (await caches.open(name)).match('/papers/offline/saved/current.json');
        if (found) return ((await found.json()) as { version: string }).version;
      }
      return undefined;
    });

  async function readerOf(host: ChangingHost): Promise<Page> {
    const window = await browser.createBrowserContext();
    onTestFinished(() => window.close());
    const page = await window.newPage();
    await page.goto(`${host.address}/papers/`, { waitUntil: 'load' });
    await expect.poll(() => savedIn(page), { timeout: 60_000 }).toBeDefined();
    return page;
  }

  test('is read and searched with the server stopped', async () => {
    const host = await ChangingHost.start(join(site.root, 'dist'));
    onTestFinished(() => host.stop());
    const page = await readerOf(host);
    const queries = [
      'deep learning',
      'attention',
      'residual netwroks',
      '"image recognition"',
      'gradient descent',
    ];
    const answers = async (): Promise<string[][]> => {
      await page.goto(`${host.address}/papers/search/`, { waitUntil: 'load' });
      const found: string[][] = [];
      for (const query of queries) found.push((await search(page, query)).map(({ title }) => title));
      return found;
    };
    const online = await answers();
    expect(online.filter((found) => found.length > 0)).toHaveLength(queries.length);
    await host.stop();
    expect(await answers()).toEqual(online);
    for (const path of ['', 'archive/', '2025-03-12/', 'topics/', 'about/', 'starred/', 'subscribe/']) {
      await page.goto(`${host.address}/papers/${path}`, { waitUntil: 'load' });
      expect(await page.$eval('.digest-main', (main) => main.textContent.length), path).toBeGreaterThan(50);
    }
    await page.goto(`${host.address}/papers/nowhere/`, { waitUntil: 'load' });
    expect(await page.$eval('h1', (title) => title.textContent)).toBe('Offline');
  });

  test('does not get a newer index under a page that is open', async () => {
    const host = await ChangingHost.start(join(site.root, 'dist'));
    onTestFinished(() => host.stop());
    const page = await readerOf(host);
    const version = await savedIn(page);
    await host.stop();
    await page.goto(`${host.address}/papers/search/`, { waitUntil: 'load' });
    await site.write(
      'src/content/digests/2025-03-14.txt',
      digestText('Mar 14', [['Fresh Falcons', 'They dive at owls.']]),
    );
    await rebuild();
    await host.start();
    const other = await page.browserContext().newPage();
    await other.goto(`${host.address}/papers/about/`, { waitUntil: 'load' });
    await expect.poll(() => savedIn(other), { timeout: 60_000 }).not.toBe(version);
    expect(await search(page, 'falcons')).toEqual([]);
    await page.goto(`${host.address}/papers/search/`, { waitUntil: 'load' });
    expect((await search(page, 'falcons')).map(({ title }) => title)).toEqual(['Fresh Falcons']);
  });
});
