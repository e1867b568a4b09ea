import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { themeEarlyHash } from '../../src/reader/theme-early.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { newReader, openBrowser } from './reader.ts';

const policy = `default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self' 'wasm-unsafe-eval' '${themeEarlyHash}'`;

const files = {
  ...plainSite,
  'astro.config.mjs': `
    import { defineConfig } from 'astro/config';
    import digest from 'astro-digest';
    export default defineConfig({
      build: { inlineStylesheets: 'never' },
      integrations: [
        digest({ title: 'Daily Papers' }),
        digest({ name: 'bare', title: 'Bare', base: '/bare', routes: { search: false } }),
      ],
    });
  `,
  'src/content.config.ts': `
    import { digestCollections } from 'astro-digest/content';
    export const collections = {
      ...digestCollections(),
      ...digestCollections({ name: 'bare', base: './src/content/digests' }),
    };
  `,
  'src/content/digests/2024-03-11.txt': digestText('Mar 11', [
    ['Owls at Night', 'They fly without a sound.'],
    ['Rivers and Owls', 'Water that birds of the night drink.'],
  ]),
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    ['Herons by Day', 'They stand still, unlike owls.'],
    ...Array.from({ length: 20 }, (_, index): [string, string] => [
      `Still Water ${index + 1}`,
      'It rests. '.repeat(40),
    ]),
  ]),
};

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  browser = await openBrowser();
  const site = await Site.create('search-dialog', files);
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  server = await serveFolder(join(site.root, 'dist'), '/', { 'content-security-policy': policy });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const latest = '/papers/2025-03-12/';
const patient = { timeout: Number(process.env['DBG'] ?? 60_000) };

async function open(path = latest, options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await newReader(browser, options);
  await page.goto(server.address + path, { waitUntil: 'load' });
  return page;
}

const field = (page: Page): Promise<string> => page.locator('.digest-find input').inputValue();
const titles = (page: Page): Promise<string[]> => page.locator('.digest-find-title').allTextContents();
const chosen = (page: Page): Promise<string> => page.locator('.digest-find [aria-selected=true]').innerText();
const pathOf = (page: Page): string => new URL(page.url()).pathname;

async function search(page: Page, text: string, first: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await expect.poll(async () => (await titles(page))[0], patient).toBe(first);
}

describe('opens', () => {
  test.each(['/', 'Control+k'])('by %s, and has what is typed while it is loaded', async (key) => {
    const page = await open();
    await page.keyboard.press(key);
    await page.keyboard.type('owls/night');
    expect(await field(page)).toBe('owls/night');
    await expect.poll(() => titles(page), patient).toContain('Owls at Night');
    expect(pathOf(page)).toBe(latest);
    await page.context().close();
  });

  test('by a click, but a click for another tab stays one', async () => {
    const page = await open();
    const link = page.locator('[data-digest-search]');
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      link.click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await other.waitForURL('**/papers/search/');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await link.click();
    expect(await page.getByRole('dialog', { name: 'Search' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.context().close();
  });

  test('not on the search page, whose field takes the focus', async () => {
    const page = await open('/papers/search/');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type('owls');
    expect(await page.getByRole('searchbox').inputValue()).toBe('owls');
    expect(await page.locator('.digest-find').count()).toBe(0);
    await page.context().close();
  });

  test('not without JavaScript, where the link leads to the page', async () => {
    const page = await open(latest, { javaScriptEnabled: false });
    await page.locator('[data-digest-search]').click();
    await page.waitForURL('**/papers/search/');
    expect(pathOf(page)).toBe('/papers/search/');
    await page.context().close();
  });

  test('not where the digest has no search', async () => {
    const page = await open('/bare/2025-03-12/');
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    expect(await page.locator('.digest-find').count()).toBe(0);
    await page.context().close();
  });

  test('as the search page, with what was typed, where its parts can not be loaded', async () => {
    const page = await open();
    await page.route('**/papers/search/', async (route) => {
      if (route.request().resourceType() !== 'fetch') return route.fallback();
      // Until something was typed.
      await expect.poll(() => field(page), patient).toBe('owls');
      return route.abort();
    });
    await page.keyboard.press('/');
    await page.keyboard.type('owls');
    await page.waitForURL('**/papers/search/?q=owls');
    await page.context().close();
  });
});

describe('keys', () => {
  test('arrows, Home and End choose, and go on at the other end', async () => {
    const page = await open();
    await search(page, 'owls', 'Owls at Night');
    const found = await titles(page);
    expect(found.length).toBeGreaterThan(2);
    for (const [key, place] of [
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['ArrowUp', -1],
      ['ArrowDown', 0],
      ['End', -1],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key);
      expect(await chosen(page), key).toContain(found.at(place));
      const active = await page
        .getByRole('combobox', { name: 'Search' })
        .getAttribute('aria-activedescendant');
      expect(await page.locator(`#${active}`).innerText(), key).toBe(await chosen(page));
    }
    await page.context().close();
  });

  test('Enter opens, also before anything was found', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.locator('.digest-find-close').waitFor();
    await page.keyboard.type('herons');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/herons-by-day/', patient);
    expect(pathOf(page)).toMatch(/\/herons-by-day\/$/);
    await page.context().close();
  });

  test('Control and Enter open another tab', async () => {
    const page = await open();
    await search(page, 'herons', 'Herons by Day');
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('Control+Enter'),
    ]);
    await other.waitForURL('**/herons-by-day/');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    expect(pathOf(page)).toBe(latest);
    await page.context().close();
  });

  test('Escape closes, and the reader is where they were', async () => {
    const page = await open();
    for (let press = 0; press < 12; press++) await page.keyboard.press('j');
    const where = (): Promise<unknown> =>
      page.evaluate(() => [scrollY, document.activeElement?.textContent, document.body.clientWidth]);
    const before = await where();
    await search(page, 'owls', 'Owls at Night');
    for (const key of ['PageDown', 'PageDown', 'ArrowDown']) await page.keyboard.press(key);
    await page.mouse.move(5, 5);
    await page.mouse.wheel(0, 400);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await where()).toEqual(before);
    // What was typed is there again, to be typed over.
    await page.keyboard.press('/');
    expect(await field(page)).toBe('owls');
    await page.keyboard.type('x');
    expect(await field(page)).toBe('x');
    await page.context().close();
  });

  test('a press beside it closes it', async () => {
    const page = await open();
    await search(page, 'owls', 'Owls at Night');
    await page.mouse.click(5, 5);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(pathOf(page)).toBe(latest);
    await page.context().close();
  });
});

test('what is found is told, put in another order, and led on from', async () => {
  const page = await open();
  await search(page, 'owls', 'Owls at Night');
  expect(await page.getByRole('dialog').getByRole('status').textContent()).toMatch(/^3 papers/);
  await page.getByLabel('Order').selectOption('newest');
  await expect.poll(async () => (await titles(page))[0], patient).toBe('Herons by Day');
  await page.getByRole('link', { name: 'All results' }).click();
  await page.waitForURL('**/papers/search/?q=owls&sort=newest');
  await page.context().close();
});

test('recent searches are those that led somewhere; one or all can be forgotten', async () => {
  const page = await open();
  const recent = (): Promise<string[]> =>
    page.locator('.digest-find-recent > span:first-child').allTextContents();
  await page.keyboard.press('/');
  for (const text of ['owls', 'herons']) {
    await page.locator('.digest-find-close').waitFor();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await page.waitForURL(text === 'owls' ? '**/owls-at-night/' : '**/herons-by-day/', patient);
    await page.waitForLoadState('load');
    await page.keyboard.press('/');
  }
  await page.keyboard.type('river');
  await page.keyboard.press('Escape');
  await page.reload({ waitUntil: 'load' });
  await page.keyboard.press('/');
  await expect.poll(recent, patient).toEqual(['herons', 'owls']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await field(page)).toBe('owls');
  await expect.poll(async () => (await titles(page))[0], patient).toBe('Owls at Night');
  await page.getByRole('combobox', { name: 'Search' }).fill('');
  await expect.poll(recent, patient).toEqual(['herons', 'owls']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  expect(await recent()).toEqual(['owls']);
  await page.getByRole('button', { name: 'Forget all' }).click();
  expect(await recent()).toEqual([]);
  await page.reload({ waitUntil: 'load' });
  await page.keyboard.press('/');
  await page.locator('.digest-find-close').waitFor();
  expect(await recent()).toEqual([]);
  await page.context().close();
});

test.each(['light', 'dark'] as const)('axe finds nothing in it when it is %s', async (colorScheme) => {
  const page = await open(latest, { colorScheme });
  const faults = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page }).include('.digest-find').analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };
  await search(page, 'owls', 'Owls at Night');
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.bringToFront();
  await page.getByRole('combobox', { name: 'Search' }).fill('');
  await page.locator('.digest-find-recent').waitFor();
  expect(await faults()).toEqual([]);
  await page.context().close();
});

test('nothing of it is loaded before it is opened', async () => {
  const { page, requests } = await newReader(browser);
  await page.goto(server.address + latest, { waitUntil: 'networkidle' });
  expect(requests.filter((address) => /search|pagefind|start-dialog/.test(address))).toEqual([]);
  await page.context().close();
});
