import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';
import { ChangingHost } from './changing-host.ts';
import { newReader, openBrowser, type Reader } from './reader.ts';
import { cachesOf, savedIn, untilSaved } from './saved-digest.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const config = (digests: string): string => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({ site: 'https://example.org', integrations: [${digests}] });
`;

/** Waits for what a browser does in its own time. */
const eventually = (read: () => unknown) => expect.poll(read, { timeout: 60_000 });

/** A site of two versions: of the second, one issue is new, one is changed and one is gone. */
let old: string;
let next: string;
let site: Site;

const day = (date: string, ...papers: [string, string][]): string => digestText(date, papers);

beforeAll(async () => {
  site = await Site.create('offline-updates', {
    ...plainSite,
    'astro.config.mjs': config("digest({ title: 'Daily Papers', offline: true })"),
    'src/content/digests/2025-03-10.txt': day('Mar 10', ['Owls at Night', 'They fly without a sound.']),
    'src/content/digests/2025-03-11.txt': day('Mar 11', ['Herons by Day', 'They stand in old water.']),
    'src/content/digests/2025-03-12.txt': day('Mar 12', ['Gone Geese', 'They leave in autumn.']),
  });
  old = await build('old');
  await site.remove('src/content/digests/2025-03-12.txt');
  await site.write(
    'src/content/digests/2025-03-11.txt',
    day('Mar 11', ['Herons by Day', 'They stand in new water.']),
  );
  await site.write(
    'src/content/digests/2025-03-13.txt',
    day('Mar 13', ['Fresh Falcons', 'They dive at owls without a sound.']),
  );
  next = await build('next');
});

async function build(name: string): Promise<string> {
  const built = await site.astro(['build']);
  expect(built.status, built.output).toBe(0);
  const copy = join(site.root, name);
  await rm(copy, { recursive: true, force: true });
  await cp(join(site.root, 'dist'), copy, { recursive: true });
  return copy;
}

async function hostOf(folder: string): Promise<ChangingHost> {
  const host = await ChangingHost.start(folder);
  onTestFinished(() => host.stop());
  return host;
}

/** A reader who has the old version. */
async function readerOfOld(host: ChangingHost): Promise<Reader & { version: string }> {
  const reader = await newReader(browser);
  onTestFinished(() => reader.page.context().close());
  await reader.page.goto(`${host.address}/papers/about/`);
  const { version } = await untilSaved(reader.page, '/papers/', ({ scope }) => scope === 'all');
  return Object.assign(reader, { version });
}

/** What a reader without a network finds: of one version, all of it. */
async function expectVersion(reader: Reader, host: ChangingHost, which: 'old' | 'next'): Promise<void> {
  const { page } = reader;
  const isNext = which === 'next';
  await page.goto(`${host.address}/papers/`);
  expect(await page.locator('.digest-main').textContent()).toContain(isNext ? 'Fresh Falcons' : 'Gone Geese');
  await page.goto(`${host.address}/papers/2025-03-11/`);
  expect(await page.locator('.digest-main').textContent()).toContain(isNext ? 'new water' : 'old water');
  await page.goto(`${host.address}/papers/2025-03-12/`);
  expect(await page.locator('h1').textContent()).toContain(isNext ? 'Offline' : 'March 12');
  await page.goto(`${host.address}/papers/search/`);
  expect(await reader.search('falcons')).toEqual(isNext ? ['Fresh Falcons'] : []);
  expect(await reader.search('geese')).toEqual(isNext ? [] : ['Gone Geese']);
  expect(await reader.search('water')).toEqual(['Herons by Day']);
}

describe('a new version', () => {
  test('is not there for a reader who has not come by', async () => {
    const host = await hostOf(old);
    const reader = await readerOfOld(host);
    host.folder = next;
    await host.stop();
    await expectVersion(reader, host, 'old');
  });

  test('takes the place of the old one after a visit, and the reader hears of it', async () => {
    const host = await hostOf(old);
    const reader = await readerOfOld(host);
    host.folder = next;
    await reader.page.goto(`${host.address}/papers/about/`);
    const notice = reader.page.locator('.digest-notice');
    await notice.filter({ hasText: 'up to date again' }).waitFor();
    expect(await notice.getAttribute('role')).toBe('status');
    await host.stop();
    await expectVersion(reader, host, 'next');
  });

  test('that breaks off anywhere leaves the old one, and is gone on with', async () => {
    const host = await hostOf(old);
    const reader = await readerOfOld(host);
    host.folder = next;
    const whole = new Set<string>();
    for (let round = 0; ; round++) {
      // One file more comes each time, and then the host is gone.
      let left = round;
      host.requests.length = 0;
      host.ending = (path) => {
        if (!path.endsWith('.pack') || whole.has(path)) return 'whole';
        left -= 1;
        if (left < 0) return 'broken off';
        whole.add(path);
        return 'whole';
      };
      const before = new Set(whole);
      await reader.page.goto(`${host.address}/papers/about/`);
      await eventually(() => host.requests.some((path) => path.endsWith('version.json'))).toBe(true);
      await eventually(
        async () => (await savedIn(reader.page, '/papers/'))?.version !== reader.version || left < 0,
      ).toBe(true);
      // Those under way come to their end.
      await eventually(async () => {
        const kept = new Set(Object.values(await cachesOf(reader.page)).flat());
        return [...whole].filter((path) => !kept.has(path));
      }).toEqual([]);
      // What had come whole is not asked for again.
      expect(host.requests.filter((path) => before.has(path))).toEqual([]);
      if ((await savedIn(reader.page, '/papers/'))?.version !== reader.version) break;
      host.ending = () => 'never';
      await host.stop();
      await expectVersion(reader, host, 'old');
      await host.start();
    }
    await host.stop();
    await expectVersion(reader, host, 'next');
  });

  test('does not get under a page that is open', async () => {
    const host = await hostOf(old);
    const reader = await readerOfOld(host);
    await host.stop();
    // The page comes out of what is saved.
    await reader.page.goto(`${host.address}/papers/search/`);
    host.folder = next;
    await host.start();
    const other = await reader.page.context().newPage();
    await other.goto(`${host.address}/papers/about/`);
    await untilSaved(other, '/papers/', ({ version }) => version !== reader.version);
    // Its index is that of the page, though a newer one is saved, and the host has it, too.
    expect(await reader.search('geese')).toEqual(['Gone Geese']);
    expect(await reader.search('falcons')).toEqual([]);
    await host.stop();
    await expectVersion(reader, host, 'next');
  });
});

describe('other things of the origin', () => {
  test('two digests and a cache of somebody else see nothing of one another', async () => {
    const both = await Site.create('offline-two', {
      ...plainSite,
      'astro.config.mjs': config(`
        digest({ title: 'Owls', base: '/owls', name: 'owls', offline: true }),
        digest({ title: 'Geese', base: '/geese', name: 'geese', offline: true }),
      `),
      'src/content.config.ts': `
        import { digestCollections } from 'astro-digest/content';
        export const collections = {
          ...digestCollections({ name: 'owls', base: 'src/owls' }),
          ...digestCollections({ name: 'geese', base: 'src/geese' }),
        };
      `,
      'src/owls/2025-03-10.txt': day('Mar 10', ['Owls at Night', 'They fly without a sound.']),
      'src/geese/2025-03-10.txt': day('Mar 10', ['Geese by Day', 'They fly with much sound.']),
    });
    const built = await both.astro(['build']);
    expect(built.status, built.output).toBe(0);
    const host = await hostOf(join(both.root, 'dist'));
    const reader = await newReader(browser);
    onTestFinished(() => reader.page.context().close());
    const { page } = reader;
    await page.goto(`${host.address}/owls/about/`);
    // Somebody else's cache has a page for every address.
    await page.evaluate(async () => {
      const cache = await caches.open('somebody-else');
      for (const path of ['/owls/', '/owls/search/', '/geese/', '/owls/nowhere/'])
        await cache.put(path, new Response('<h1>Foreign</h1>', { headers: { 'content-type': 'text/html' } }));
    });
    await untilSaved(page, '/owls/', ({ scope }) => scope === 'all');
    await page.goto(`${host.address}/geese/about/`);
    await untilSaved(page, '/geese/', ({ scope }) => scope === 'all');
    const before = await cachesOf(page);
    await host.stop();
    for (const [root, title, query] of [
      ['/owls/', 'Owls at Night', 'sound'],
      ['/geese/', 'Geese by Day', 'sound'],
    ] as const) {
      await page.goto(host.address + root);
      expect(await page.locator('.digest-main').textContent()).toContain(title);
      await page.goto(`${host.address}${root}search/`);
      expect(await reader.search(query)).toEqual([title]);
    }
    await page.goto(`${host.address}/owls/nowhere/`);
    expect(await page.locator('h1').textContent()).toBe('Offline');
    const after = await cachesOf(page);
    expect(after['somebody-else']).toEqual(before['somebody-else']);
    for (const [name, addresses] of Object.entries(after)) {
      const own = /^astro-digest\|(.+?)\|/.exec(name)?.[1];
      if (own === undefined) continue;
      // Styles and scripts are of the whole site.
      expect(
        addresses.filter((address) => !address.startsWith(own) && !address.startsWith('/_astro/')),
      ).toEqual([]);
    }
  });

  test('a digest that is not to be read offline any more takes its worker and its caches away, and no others', async () => {
    const host = await hostOf(old);
    const reader = await readerOfOld(host);
    const { page } = reader;
    await page.evaluate(() => caches.open('somebody-else'));
    await site.write('astro.config.mjs', config("digest({ title: 'Daily Papers' })"));
    host.folder = await build('off');
    await page.goto(`${host.address}/papers/`);
    await eventually(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);
    expect(Object.keys(await cachesOf(page))).toEqual(['somebody-else']);
    await host.stop();
    await expect(page.goto(`${host.address}/papers/`)).rejects.toThrow(/ERR_/);
  });

  test('a page that a host gives for whatever it lacks is not kept as a script or a style', async () => {
    const host = await hostOf(old);
    host.fallback = 'papers/index.html';
    const reader = await readerOfOld(host);
    const { page } = reader;
    await page.evaluate(async () => {
      for (const path of ['/_astro/gone.js', '/_astro/gone.css', '/papers/gone.png']) await fetch(path);
    });
    const kept = Object.values(await cachesOf(page)).flat();
    expect(kept.filter((address) => address.includes('gone'))).toEqual([]);
  });

  test('what the host says about scripts holds for saved pages, too', async () => {
    const host = await hostOf(old);
    host.headers = {
      'content-security-policy':
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'",
    };
    const reader = await readerOfOld(host);
    await reader.page.goto(`${host.address}/papers/`);
    await host.stop();
    const response = await reader.page.goto(`${host.address}/papers/2025-03-11/`);
    expect(response?.headers()['content-security-policy']).toBe(host.headers['content-security-policy']);
    await expectVersion(reader, host, 'old');
  });
});
