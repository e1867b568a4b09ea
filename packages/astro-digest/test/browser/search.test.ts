import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { themeEarlyHash } from '../../src/reader/theme-early.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { newReader, openBrowser, type Reader } from './reader.ts';

const policy = `default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self' '${themeEarlyHash}'`;

/** A digest with many papers whose titles have the same words. */
const repeated = Array.from({ length: 120 }, (_, index): [string, string] => [
  `Learning to Learn, Part ${index + 1}`,
  'Learning is learned.',
]);

/** A paper that two issues have. */
const twice: [string, string] = [
  'Seen Twice',
  'One abstract that several issues bring again has its page and its place in the index only once, in the first issue.',
];

const files = {
  ...plainSite,
  'astro.config.mjs': `
    import { defineConfig } from 'astro/config';
    import digest from 'astro-digest';
    export default defineConfig({
      build: { inlineStylesheets: 'never' },
      integrations: [digest({ title: 'Daily Papers', topics: { Birds: ['owls', 'herons'], found: false } })],
    });
  `,
  'src/content/digests/2024-03-11.txt': digestText('Mar 11', [
    ['Owls at Night', 'They fly without a sound. Code: https://github.com/owls/night.'],
    [
      'Rep4Ex: Few-Shot Learning in C++',
      'It takes $O(n^{1+o(1)})$ time, which is to be expected of café models.',
    ],
    twice,
  ]),
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    ['Herons by Day', 'They stand still, unlike owls.'],
    ['Transformers for Birds', 'Attention is all they need.'],
    twice,
    ...repeated,
    ['Learning', 'One word.'],
  ]),
  'src/content/digests/2025-03-12/signed.mdx': [
    '---',
    'title: Signed and Sealed',
    'authors: [Jürgen Müller, Maria Lopez]',
    "arxivId: '2410.05434'",
    'upvotes: 7',
    '---',
    '',
    'Letters that were sent.',
    '',
  ].join('\n'),
};

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await openBrowser();
  site = await Site.create('search', files);
  const build = await site.astro(['build', '--base', '/repo/']);
  if (build.status !== 0) throw new Error(build.output);
});
afterAll(() => browser.close());

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('.digest-search[aria-busy=true]') &&
      document.querySelector('[role=status]')?.textContent !== '',
  );
}

describe('under a strict policy', () => {
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let reader: Reader;
  beforeAll(async () => {
    server = await serveFolder(join(site.root, 'dist'), '/repo/', {
      'content-security-policy': `${policy} 'wasm-unsafe-eval'`,
    });
    reader = await newReader(browser);
  });
  afterAll(async () => {
    await server.stop();
  });

  async function titlesFor(address: string): Promise<string[]> {
    await reader.page.goto(`${server.address}/papers/search/${address}`);
    await settled(reader.page);
    return reader.page.locator('.digest-search ol h2').allTextContents();
  }
  const status = async (): Promise<string> => (await reader.page.getByRole('status').textContent()) ?? '';

  test.each([
    ['owls night', 'Owls at Night'],
    ['Müller', 'Signed and Sealed'],
    ['muller letters', 'Signed and Sealed'],
    ['2410.05434', 'Signed and Sealed'],
    ['arXiv:2410.05434v2', 'Signed and Sealed'],
    ['https://arxiv.org/abs/2410.05434', 'Signed and Sealed'],
    ['C++', 'Rep4Ex: Few-Shot Learning in C++'],
    ['rep4ex', 'Rep4Ex: Few-Shot Learning in C++'],
    ['few shot', 'Rep4Ex: Few-Shot Learning in C++'],
    ['few-shot', 'Rep4Ex: Few-Shot Learning in C++'],
    ['fewshot', 'Rep4Ex: Few-Shot Learning in C++'],
    ['n^{1+o(1)}', 'Rep4Ex: Few-Shot Learning in C++'],
    ['cafe models', 'Rep4Ex: Few-Shot Learning in C++'],
    ['"to be expected of"', 'Rep4Ex: Few-Shot Learning in C++'],
    ['“all they need”', 'Transformers for Birds'],
    ['learning', 'Learning'],
  ])('%s finds its paper first', async (query, title) => {
    expect((await titlesFor(`?${new URLSearchParams({ q: query })}`))[0]).toBe(title);
  });

  test('a misspelt word finds what was meant, and says so', async () => {
    expect(await titlesFor('?q=trasnformers')).toEqual(['Transformers for Birds']);
    expect(await status()).toMatch(/^1 paper.*found for: transformers/);
    expect(await reader.page.getByRole('searchbox').inputValue()).toBe('trasnformers');
  });

  test('what is very long is looked for by its beginning, and says so', async () => {
    await reader.page.goto(`${server.address}/papers/search/`);
    const input = reader.page.getByRole('searchbox');
    await input.evaluate((input: HTMLInputElement) => {
      input.value = `heron ${'still water '.repeat(20_000)}`;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect.poll(status, { timeout: 60_000 }).toContain('Only the first 48 words');
  });

  test('where no paper has all words, those that have most come first, and say what they lack', async () => {
    expect((await titlesFor('?q=heron+sealed+stand'))[0]).toBe('Herons by Day');
    expect(await status()).toContain('No paper has all the words. The nearest: ');
    const [first] = await reader.page.locator('digest-search ol > li').allTextContents();
    expect(first).toContain('without: sealed');
  });

  test('a short word is no slip of another where papers have the rest', async () => {
    expect((await titlesFor('?q=herons+sealed+owlz')).length).toBeGreaterThan(0);
    expect(await status()).toContain('No paper has: owlz');
    expect(await status()).not.toContain('found for');
  });

  test('a paper that two issues have is found once, where it has its page', async () => {
    expect(await titlesFor('?q=seen+twice')).toEqual(['Seen Twice']);
    await reader.page.getByRole('link', { name: 'Seen Twice' }).click();
    await reader.page.waitForURL('**/papers/2024-03-11/seen-twice/');
  });

  test('a phrase that stands nowhere finds its words apart', async () => {
    expect(await titlesFor(`?${new URLSearchParams({ q: '"still stand"' })}`)).toEqual(['Herons by Day']);
    expect(await status()).toContain('one after another');
  });

  test('filters and the order are in the address, and the back button takes them back', async () => {
    const { page } = reader;
    expect(await titlesFor('?topic=Birds')).toEqual(['Herons by Day', 'Owls at Night']);
    await page.getByLabel('To', { exact: true }).selectOption('2024-03');
    await page.waitForFunction(() => document.querySelectorAll('.digest-search ol h2').length === 1);
    expect(new URL(page.url()).search).toBe('?topic=Birds&to=2024-03');
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('.digest-search ol h2').length === 2);
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('');
    expect(await titlesFor('?year=2024&topic=Birds')).toEqual(['Owls at Night']);
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2024');
    expect(await titlesFor('?code=yes')).toEqual(['Owls at Night']);
    expect((await titlesFor('?sort=votes'))[0]).toBe('Signed and Sealed');
    expect((await titlesFor('?q=owls&sort=newest'))[0]).toBe('Herons by Day');
  });

  test('a result has its facts, its links and why it was found', async () => {
    await titlesFor('?q=muller+letters');
    const item = reader.page.locator('.digest-search ol li').first();
    expect(await item.textContent()).toContain('among the authors: muller · in the abstract: letters');
    expect(await item.textContent()).toContain('7 votes');
    await titlesFor('?q=owls+sound');
    expect(await item.getByRole('link', { name: 'github.com/owls/night' }).getAttribute('href')).toBe(
      'https://github.com/owls/night',
    );
    expect(await item.getByRole('link', { name: 'March 11, 2024' }).getAttribute('href')).toBe(
      '/repo/papers/2024-03-11/',
    );
    await titlesFor('?q=muller');
    await item.getByRole('link', { name: 'Jürgen Müller' }).click();
    await reader.page.getByRole('heading', { level: 1, name: 'Jürgen Müller' }).waitFor();
  });

  test('Control and K open the search over any page', async () => {
    await reader.page.goto(`${server.address}/papers/`);
    await reader.page.keyboard.press('Control+k');
    expect(await reader.page.getByRole('dialog', { name: 'Search' }).isVisible()).toBe(true);
    expect(await reader.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(reader.page.url()).toBe(`${server.address}/papers/`);
  });

  test.each([
    { width: 390, colorScheme: 'dark' as const },
    { width: 1280, colorScheme: 'light' as const },
  ])('axe finds nothing at $width pixels, $colorScheme', async ({ width, colorScheme }) => {
    const { page } = reader;
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await titlesFor('?q=trasnformers');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });

  test('nothing was refused, and nothing went wrong', () => {
    // A page that is left while another comes in aborts what moves between the two.
    expect(reader.messages.filter((message) => !message.includes('Transition was aborted'))).toEqual([]);
  });
});

test('where the policy forbids WebAssembly, the page says so', async () => {
  const server = await serveFolder(join(site.root, 'dist'), '/repo/', { 'content-security-policy': policy });
  const { page } = await newReader(browser);
  await page.goto(`${server.address}/papers/search/?q=owls`);
  const status = page.getByRole('status');
  await status.filter({ hasText: 'WebAssembly' }).waitFor();
  expect(await status.textContent()).toContain('policy');
  await server.stop();
});
