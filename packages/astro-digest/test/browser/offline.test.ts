import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { copyExample } from '../site/example.ts';
import { hasRealDigest, realDigest } from '../site/shared.ts';
import { realQueries } from '../site/real-queries.ts';
import { plainSite, Site } from '../site/site.ts';
import { ChangingHost } from './changing-host.ts';
import { newReader, openBrowser, type Reader } from './reader.ts';
import { cachesOf, savedIn, untilSaved } from './saved-digest.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const config = (options: string): string => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({ site: 'https://example.org', integrations: [digest({ title: 'Daily Papers', ${options} })] });
`;

async function built(name: string, files: Record<string, string | Uint8Array>): Promise<Site> {
  const site = await Site.create(name, { ...plainSite, ...files });
  await rebuild(site);
  return site;
}

async function rebuild(site: Site): Promise<void> {
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
}

async function hostOf(site: Site): Promise<ChangingHost> {
  const host = await ChangingHost.start(join(site.root, 'dist'));
  onTestFinished(() => host.stop());
  return host;
}

/** A reader who has visited the front page, after which the whole digest is saved. */
async function readerOf(host: ChangingHost, root = '/papers/'): Promise<Reader> {
  const reader = await newReader(browser);
  onTestFinished(() => reader.page.context().close());
  await reader.page.goto(host.address + root);
  await untilSaved(reader.page, root, ({ scope }) => scope === 'all');
  return reader;
}

/** What the console says of a host that is gone, and nothing else. */
const troubles = ({ messages }: Reader): string[] =>
  messages.filter((message) => !/net::ERR_(?:CONNECTION_REFUSED|CONNECTION_RESET|FAILED)|503/.test(message));

describe.skipIf(!hasRealDigest)('the real digest, once it was visited, with the server stopped', () => {
  let site: Site;
  beforeAll(async () => {
    site = await built('offline-real', {
      'astro.config.mjs': config('offline: true'),
      'src/content/digests/2025-03-12.txt': realDigest(),
    });
  });

  test('has every page that it has online', async () => {
    const host = await hostOf(site);
    const reader = await readerOf(host);
    const pages = (await site.list('dist/papers'))
      .filter((path) => path.endsWith('/index.html') && !path.startsWith('404/'))
      .map((path) => path.replace(/index\.html$/, ''));
    const kinds = pages.filter((path) => !/^2025-03-12\/.+/.test(path));
    const papers = pages.filter((path) => /^2025-03-12\/.+/.test(path));
    expect(papers.length).toBeGreaterThan(70);
    const shown = async (path: string): Promise<string> => {
      await reader.page.goto(`${host.address}/papers/${path}`);
      return reader.page.locator('.digest-main').innerHTML();
    };
    const some = [...kinds, ...papers.slice(0, 5)];
    const online = new Map<string, string>();
    for (const path of some) online.set(path, await shown(path));
    await host.stop();
    for (const path of some.filter((path) => path !== 'offline/'))
      expect(await shown(path), path).toBe(online.get(path));
    expect(troubles(reader)).toEqual([]);
  });

  test('gives the same results in the same order to 50 queries', async () => {
    const host = await hostOf(site);
    const reader = await readerOf(host);
    const queries = realQueries();
    expect(queries).toHaveLength(50);
    const answers = async (): Promise<string[][]> => {
      await reader.page.goto(`${host.address}/papers/search/`);
      const found: string[][] = [];
      for (const query of queries) found.push((await reader.search(query)).slice(0, 10));
      return found;
    };
    const online = await answers();
    expect(online.filter((found) => found.length > 0).length).toBeGreaterThan(40);
    await host.stop();
    expect(await answers()).toEqual(online);
    expect(troubles(reader)).toEqual([]);
  });
});

test('a page that is not saved says so, and a reader hears that there is no network', async () => {
  const site = await copyExample('offline', 'offline-missing');
  await rebuild(site);
  const host = await hostOf(site);
  const reader = await readerOf(host);
  await host.stop();
  await reader.page.goto(`${host.address}/papers/2025-03-12/`);
  const notice = reader.page.locator('.digest-notice');
  await notice.filter({ hasText: 'There is no network' }).waitFor();
  expect(await notice.getAttribute('role')).toBe('status');
  await reader.page.goto(`${host.address}/papers/never-written/`);
  await reader.page.getByText('the page that you asked for is not saved').waitFor();
  await reader.page.goto(`${host.address}/papers/offline/`);
  await reader.page.getByText('All of it is saved').waitFor();
  expect(await reader.page.getByText('the page that you asked for is not saved').isVisible()).toBe(false);
  await host.start();
  await reader.page.evaluate(() => dispatchEvent(new Event('online')));
  await notice.waitFor({ state: 'hidden' });
});

/** A browser whose reader wants little loaded: nothing is saved unasked. */
async function savingReader(host: ChangingHost): Promise<Reader> {
  const reader = await newReader(browser);
  onTestFinished(() => reader.page.context().close());
  await reader.page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await reader.page.goto(`${host.address}/papers/offline/`);
  return reader;
}

describe('the page about reading offline', () => {
  let site: Site;
  beforeAll(async () => {
    site = await copyExample('offline', 'offline-page');
    await rebuild(site);
  });

  test('saves, pauses, goes on where it was, and removes', async () => {
    const host = await hostOf(site);
    const { page } = await savingReader(host);
    const saver = page.locator('.digest-save');
    await saver.filter({ hasText: /Save for offline \(\d{3} kB\)/ }).waitFor();
    expect(await savedIn(page, '/papers/')).toBeUndefined();
    // The packs wait until the reader has paused.
    let isHeld = true;
    const manifest = JSON.parse(
      await readFile(join(site.root, 'dist/papers/offline/manifest.json'), 'utf8'),
    ) as {
      packs: { name: string; kind: string }[];
    };
    const held = manifest.packs.find(({ kind }) => kind === 'pages')?.name as string;
    host.ending = (path) => (isHeld && path.includes(held) ? 'never' : 'whole');
    await saver.click();
    await expect
      .poll(async () => (await cachesOf(page))['astro-digest|/papers/|saved|1']?.length ?? 0, {
        timeout: 60_000,
      })
      .toBeGreaterThan(8);
    await page.locator('.digest-pause').click();
    await page.getByText('Paused:').waitFor();
    expect(await saver.textContent()).toBe('Go on');
    expect(await savedIn(page, '/papers/')).toBeUndefined();
    isHeld = false;
    await saver.click();
    await page.getByText('All of it is saved').waitFor();
    // What had come whole was not asked for again.
    const packs = host.requests.filter((path) => path.endsWith('.pack'));
    const twice = packs.filter((path, place) => packs.indexOf(path) !== place);
    expect(twice).toEqual([`/papers/offline/${held}.pack`]);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.locator('.digest-remove').click();
    await saver.filter({ hasText: 'Save for offline' }).waitFor();
    expect(await cachesOf(page)).toEqual({});
  });

  test.each([
    ['broken off', 'The site can’t be reached'],
    ['a page instead', 'The site gives other files'],
  ])('says what is wrong with a pack that is %s, and goes on when asked', async (how, message) => {
    const host = await hostOf(site);
    const { page } = await savingReader(host);
    const saver = page.locator('.digest-save');
    await saver.filter({ hasText: 'Save for offline' }).waitFor();
    const isPack = (path: string): boolean => path.endsWith('.pack');
    if (how === 'broken off') host.ending = (path) => (isPack(path) ? 'broken off' : 'whole');
    else {
      host.fallback = 'papers/index.html';
      // The list is there, and the packs are not.
      host.isMissing = isPack;
    }
    await saver.click();
    await page.getByText(message).waitFor();
    host.isMissing = () => false;
    host.ending = () => 'whole';
    host.fallback = undefined;
    await saver.click();
    await page.getByText('All of it is saved').waitFor();
    expect(await savedIn(page, '/papers/')).toMatchObject({ scope: 'all' });
  });

  test('says so where nothing can be saved', async () => {
    const host = await hostOf(site);
    const reader = await newReader(browser);
    onTestFinished(() => reader.page.context().close());
    await reader.page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    await reader.page.goto(`${host.address}/papers/offline/`);
    await reader.page.getByText('Nothing can be saved here').waitFor();
    expect(await reader.page.locator('.digest-save').isVisible()).toBe(false);
    expect(reader.messages).toEqual([]);
  });
});
