import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { newReader, openBrowser, type Reader } from './reader.ts';

const files = {
  ...plainSite,
  'astro.config.mjs': `
    import { defineConfig } from 'astro/config';
    import digest from 'astro-digest';
    export default defineConfig({
      site: 'https://example.org',
      integrations: [digest({ title: 'Daily Papers', topics: { Birds: ['owls', 'herons'], Trees: ['oaks'], found: false } })],
    });
  `,
  'src/content/digests/2024-12-11.txt': digestText('Dec 11', [
    ['Owls at Night', 'They fly without a sound. Code: https://github.com/owls/night.'],
    ['Oaks of the North', 'Old trees & owls in 50 % of them, with snake_case _marks.'],
  ]),
  'src/content/digests/2025-02-12.txt': digestText('Feb 12', [
    ['Herons by Day', 'They stand still, unlike owls.'],
    ...Array.from({ length: 12 }, (_, index): [string, string] => [
      `Sleeping Owls, Part ${index + 1}`,
      `Owls sleep in trees, of which there are ${index + 1}.`,
    ]),
  ]),
  'src/content/digests/2025-02-12/signed.mdx': [
    '---',
    'title: Signed and Sealed',
    'authors: [Jürgen Müller, Maria Lopez]',
    "arxivId: '2410.05434'",
    '---',
    '',
    'Letters that were sent.',
    '',
  ].join('\n'),
};

let browser: Browser;
let site: Site;
let server: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  browser = await openBrowser();
  site = await Site.create('search-page', files);
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  server = await serveFolder(join(site.root, 'dist'));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(address = '', options = {}): Promise<Reader> {
  const reader = await newReader(browser, options);
  await reader.page.goto(`${server.address}/papers/search/${address}`);
  await settled(reader.page);
  return reader;
}

/** Waits until the page has answered. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.querySelector('digest-search');
    const isStart = root?.querySelector('.digest-start:not([hidden])');
    return (
      !root?.matches('[aria-busy=true]') && (isStart ?? root?.querySelector('[role=status]')?.textContent)
    );
  });
}

const titles = (page: Page): Promise<string[]> => page.locator('.digest-found h2').allTextContents();
const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.textContent);
const isInField = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.id === 'digest-query');

describe('filters', () => {
  test('tell how many papers each would show, and then show as many', async () => {
    const { page } = await open('?q=owls');
    const topic = page.getByLabel('Topic', { exact: true });
    await page.locator('option', { hasText: 'Birds (' }).waitFor({ state: 'attached' });
    const label = await topic.locator('option', { hasText: 'Trees' }).textContent();
    expect(label).toBe('Trees (1)');
    await topic.selectOption('Trees');
    await expect.poll(() => titles(page), { timeout: 60_000 }).toEqual(['Oaks of the North']);
    const chip = page.getByRole('button', { name: 'Remove: Topic: Trees' });
    await chip.focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await titles(page)).length, { timeout: 60_000 }).toBe(10);
    expect(new URL(page.url()).search).toBe('?q=owls');
    expect(await isInField(page)).toBe(true);
    await page.context().close();
  });

  test('a bar of the histogram chooses its month, and pressed again lets it go', async () => {
    const { page } = await open('?q=owls');
    const bars = page.getByRole('group', { name: 'Time' });
    await bars.getByRole('button', { name: 'December 2024: 2 papers' }).waitFor();
    expect(await bars.getByRole('button').count()).toBe(3);
    // The newest is reached by the tabulator key, the others from there.
    await bars.getByRole('button', { name: 'February 2025' }).focus();
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('December 2024: 2 papers');
    await page.keyboard.press('Enter');
    await expect.poll(() => titles(page), { timeout: 60_000 }).toHaveLength(2);
    expect(new URL(page.url()).search).toBe('?q=owls&from=2024-12&to=2024-12');
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2024-12');
    await page.keyboard.press('Enter');
    await expect.poll(() => titles(page), { timeout: 60_000 }).toHaveLength(10);
    await page.context().close();
  });

  test('on a phone they are folded, and tell how many are chosen', async () => {
    const { page } = await open('?topic=Birds&code=yes', { viewport: { width: 390, height: 800 } });
    expect(await page.getByLabel('Topic', { exact: true }).isVisible()).toBe(false);
    await page.getByText('Filters (2)').click();
    expect(await page.getByLabel('Topic', { exact: true }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await page.getByRole('heading', { name: 'Topics' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });
});

describe('the keyboard', () => {
  test('arrow keys lead from the field through the results and back, and Escape to the field, which it empties', async () => {
    const { page } = await open('?q=owls');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    const all = await titles(page);
    expect(await focused(page)).toBe(all[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(all[1]);
    for (let press = 0; press < 9; press++) await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Show more');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(all[9]);
    await page.keyboard.press('Escape');
    expect(await isInField(page)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await isInField(page)).toBe(true);
    await page.keyboard.press('Escape');
    await settled(page);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    expect(await titles(page)).toEqual([]);
    await page.context().close();
  });

  test('Enter opens the result that has the focus', async () => {
    const { page } = await open('?q=herons');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/papers/2025-02-12/herons-by-day/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Herons by Day');
    await page.context().close();
  });
});

describe('operators', () => {
  test('ask for what the reader has marked, and for what not', async () => {
    const { page } = await open();
    await page.goto(`${server.address}/papers/2025-02-12/herons-by-day/`);
    await page.locator('.digest-star').first().click();
    await page.goto(`${server.address}/papers/search/?q=is:starred`);
    await settled(page);
    expect(await titles(page)).toEqual(['Herons by Day']);
    await page.goto(`${server.address}/papers/search/?q=owls -is:starred -herons`);
    await settled(page);
    expect(await titles(page)).not.toContain('Herons by Day');
    expect((await titles(page)).length).toBeGreaterThan(0);
    await page.context().close();
  });

  test('ask for an author', async () => {
    const { page } = await open('?q=author:muller');
    expect(await titles(page)).toEqual(['Signed and Sealed']);
    await page.context().close();
  });
});

describe('saved searches', () => {
  test('are kept, tell what is new, and can be removed', async () => {
    const { page } = await open('?q=owls&topic=Birds');
    const save = page.getByRole('button', { name: 'Save this search' });
    await save.click();
    expect(await save.getAttribute('aria-pressed')).toBe('true');
    await page.goto(`${server.address}/papers/search/`);
    const saved = page.getByRole('link', { name: 'owls · Birds' });
    await saved.waitFor();
    // As if two papers had come since.
    const key = await page.evaluate(() =>
      Object.keys(localStorage).find((name) => name.endsWith('searches')),
    );
    await page.evaluate((key) => {
      const kept = JSON.parse(localStorage.getItem(key ?? '') ?? '') as { searches: { seen: number }[] };
      for (const search of kept.searches) search.seen -= 2;
      localStorage.setItem(key ?? '', JSON.stringify(kept));
    }, key);
    await page.reload();
    await page.getByText('2 new').waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await saved.click();
    await settled(page);
    expect(await page.getByRole('searchbox').inputValue()).toBe('owls');
    expect(await save.getAttribute('aria-pressed')).toBe('true');
    // What was looked at is not new any more.
    await page.goto(`${server.address}/papers/search/`);
    await saved.waitFor();
    await page.getByRole('button', { name: 'Remove: owls · Birds' }).click();
    expect(await saved.count()).toBe(0);
    expect(await isInField(page)).toBe(true);
    await page.reload();
    await page.getByRole('heading', { name: 'Topics' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Saved searches' }).isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('results to take along', () => {
  test.each([
    ['BibTeX', 'papers.bib'],
    ['RIS', 'papers.ris'],
    ['CSL-JSON', 'papers.json'],
  ])('%s is what the site has of the same papers', async (name, file) => {
    const { page } = await open('?sort=newest', { acceptDownloads: true });
    await page.getByText('Take along').click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    const path = await (await download).path();
    expect((await download).suggestedFilename()).toBe(file);
    expect(await readFile(path, 'utf8')).toBe(await readFile(join(site.root, 'dist/papers', file), 'utf8'));
    await page.getByText('Saved: 16 papers').waitFor();
    await page.context().close();
  });

  test('as a list, of those alone that have everything', async () => {
    const { page } = await open('?q=herons', { acceptDownloads: true });
    await page.getByText('Take along').click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Markdown' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toBe(
      '- [Herons by Day](<https://example.org/papers/2025-02-12/herons-by-day/>).\n',
    );
    await page.context().close();
  });
});

describe('what went wrong', () => {
  test('is told, and can be tried again', async () => {
    const reader = await newReader(browser);
    const { page } = reader;
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${server.address}/papers/search/?q=owls`);
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    expect(await page.getByRole('status').textContent()).toContain('Search does not work here');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.unroute('**/pagefind/**');
    await again.click();
    await expect.poll(() => titles(page), { timeout: 60_000 }).toHaveLength(10);
    expect(await again.isVisible()).toBe(false);
    await page.context().close();
  });

  test('is told where there is no network', async () => {
    const { page } = await newReader(browser);
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${server.address}/papers/search/`);
    await page.context().setOffline(true);
    await page.getByRole('searchbox').fill('owls');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.getByRole('status').textContent()).toContain('There is no network');
    await page.context().close();
  });
});

describe.each([
  { width: 390, colorScheme: 'light' as const },
  { width: 1280, colorScheme: 'dark' as const },
])('at $width pixels, $colorScheme', ({ width, colorScheme }) => {
  test.each(['', '?q=owls&topic=Birds', '?q=zzzqxv'])('axe finds nothing on %s', async (address) => {
    const { page } = await open(address, { viewport: { width, height: 800 }, colorScheme });
    for (const part of ['.digest-filters', '.digest-take']) {
      const summary = page.locator(`${part} summary`);
      if (await summary.isVisible()) await summary.click();
    }
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test.each(['', '?q=owls', '?q=oaks+sealed&topic=Trees'])(
    'nothing moves while %s opens, or is typed',
    async (address) => {
      const reader = await newReader(browser, { viewport: { width, height: 800 }, colorScheme });
      const { page } = reader;
      await page.addInitScript(() => {
        const seen = ((globalThis as { shifts?: number[] }).shifts = []) as number[];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${server.address}/papers/search/${address}`);
      await settled(page);
      await page.getByRole('searchbox').pressSequentially(' owls');
      await settled(page);
      const shifts = await page.evaluate(() => (globalThis as { shifts?: number[] }).shifts ?? []);
      expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.02);
      await page.context().close();
    },
  );
});
