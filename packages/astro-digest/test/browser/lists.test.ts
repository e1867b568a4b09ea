import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { kept, star, useMarksSite } from './marks-site.ts';

const { open, go, changeBrowser, allowClipboard } = useMarksSite('lists');

const titles = (page: Page): Promise<string[]> => page.locator('ol li > a').allTextContents();

function file(content: object): { name: string; mimeType: string; buffer: Buffer } {
  return {
    name: 'marks.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ version: 1, ...content })),
  };
}

const three = {
  read: { '2025-03-12/zebras': '2025-03-13' },
  starred: {
    '2025-03-12/zebras': { title: 'Zebras', url: '/2025-03-12/zebras/', date: '2025-03-12' },
    '2025-03-14/apples': {
      title: 'Apples',
      url: '/2025-03-14/apples/',
      date: '2025-03-14',
      tags: ['fruit', 'to cite'],
      note: 'Compare with pears',
    },
    'undated/creme': { title: 'Crème', url: '/undated/creme/' },
  },
};

async function openWithThree(): Promise<Page> {
  const page = await open('/starred/');
  await page.getByLabel('Add from a file').setInputFiles(file(three));
  await expect.poll(() => titles(page)).toEqual(['Crème', 'Apples', 'Zebras']);
  return page;
}

describe('a list of starred papers', () => {
  test('is searched, narrowed and put in another order', async () => {
    const page = await openWithThree();
    const coins = await page
      .locator('.Z3988')
      .evaluateAll((all) => all.map((span) => span.getAttribute('title')));
    expect(coins.map((text) => new URLSearchParams(text ?? '').get('rft.title'))).toEqual([
      'Crème',
      'Apples',
      'Zebras',
    ]);
    await page.getByLabel('Order').selectOption('by title');
    await expect.poll(() => titles(page)).toEqual(['Apples', 'Crème', 'Zebras']);
    await page.getByLabel('Search', { exact: true }).fill('pears');
    await expect.poll(() => titles(page)).toEqual(['Apples']);
    await page.getByLabel('Search', { exact: true }).fill('plums');
    await page.getByText('Nothing has all of that.').waitFor();
    await page.getByLabel('Search', { exact: true }).fill('');
    await page.locator('[name=tag]').selectOption({ label: 'to cite (1 paper)' });
    await expect.poll(() => titles(page)).toEqual(['Apples']);
    await page.locator('[name=tag]').selectOption('');
    await page.getByLabel('Only what is left to read').check();
    await expect.poll(() => titles(page)).toEqual(['Apples', 'Crème']);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('takes tags and notes, with the keyboard alone', async () => {
    const page = await openWithThree();
    await page.getByRole('button', { name: 'Tags and note: Zebras' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('animals, #stripes');
    await page.keyboard.press('Tab');
    await page.keyboard.type('They are white.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('#animals #stripes').waitFor();
    await page.getByText('They are white.').waitFor();
    await page.reload();
    await page.getByText('They are white.').waitFor();
    expect((await kept(page)).starred['2025-03-12/zebras']).toMatchObject({
      tags: ['animals', 'stripes'],
      note: 'They are white.',
    });
    // What is given up is not kept.
    await page.getByRole('button', { name: 'Tags and note: Crème' }).press('Enter');
    await page.locator('.digest-edit').waitFor();
    await page.keyboard.type('never');
    await page.keyboard.press('Escape');
    expect((await kept(page)).starred['undated/creme']).not.toHaveProperty('tags');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Tags and note: Crème');
  });

  test.each([
    { format: 'BibTeX', name: 'papers.bib', has: 'title = {Zebras}' },
    { format: 'RIS', name: 'papers.ris', has: 'TI  - Zebras' },
    { format: 'CSL-JSON', name: 'papers.json', has: '"title":"Zebras"' },
    { format: 'Markdown', name: 'papers.md', has: 'Zebras' },
  ])('leaves as $format', async ({ format, name, has }) => {
    const page = await openWithThree();
    await page.getByText('Take along').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: format }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    expect(await readFile(await download.path(), 'utf8')).toContain(has);
    await page.getByText('Saved: 3 papers').waitFor();
  });

  test('leaves by a link, which another browser shows, keeps or leaves', async () => {
    const page = await openWithThree();
    await allowClipboard();
    await page.getByText('Take along').click();
    await page.getByRole('button', { name: 'Copy a link' }).click();
    await page.getByText('Copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/starred\/#papers=[\w-]+$/);

    await changeBrowser();
    const other = await open('/');
    await star(other, 'Paper Four').click();
    await go(other, link.slice(link.indexOf('/starred/')));
    await other.getByText('This link carries a list: 3 papers.').waitFor();
    await expect.poll(() => titles(other)).toEqual(['Crème', 'Apples', 'Zebras']);
    expect(await other.getByText('Compare with pears').count()).toBe(0);
    await other.getByRole('button', { name: 'Show my own' }).click();
    await expect.poll(() => titles(other)).toEqual(['Paper Four']);
    expect(new URL(other.url()).hash).toBe('');

    await go(other, '/');
    await go(other, link.slice(link.indexOf('/starred/')));
    await other.getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(() => titles(other)).toEqual(['Crème', 'Apples', 'Zebras', 'Paper Four']);
    expect((await kept(other)).starred['2025-03-14/apples']).toMatchObject({ tags: ['fruit', 'to cite'] });
  });

  test.each(['AAAA', 'not-a-list', 'A'.repeat(20_000)])(
    'says where a link carries none: %.20s',
    async (list) => {
      const page = await open(`/starred/#papers=${list}`);
      await page.getByText('The list can’t be read.').waitFor();
      expect(await titles(page)).toEqual([]);
    },
  );
});

test('an export of everything gives another browser the same pages', async () => {
  const page = await openWithThree();
  await page.evaluate(() => {
    localStorage.setItem('digest:/:searches', '{"version":1,"searches":[{"query":"?q=owls","seen":3}]}');
    localStorage.setItem('digest:/:recent', '["owls"]');
    localStorage.setItem('digest:/:seen', '2025-03-13');
    localStorage.setItem('digest:theme', 'dark');
    localStorage.setItem('digest:keys', 'off');
    localStorage.setItem('digest:unread', 'on');
  });
  const all = (of: Page): Promise<Record<string, string>> => of.evaluate(() => ({ ...localStorage }));
  const before = await all(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const saved = await readFile(await download.path());
  await changeBrowser();
  const other = await open('/starred/');
  await other
    .getByLabel('Add from a file')
    .setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer: saved });
  await other.getByText('3 added.').waitFor();
  expect(await all(other)).toEqual(before);
  await expect.poll(() => other.evaluate(() => document.documentElement.dataset['digestTheme'])).toBe('dark');
});

test('40,000 stars are added and listed in pieces', async () => {
  const starred = Object.fromEntries(
    Array.from({ length: 40_000 }, (_, index) => [
      `2025-03-12/paper-number-${index}`,
      {
        title: `Paper number ${index}`,
        url: `/2025-03-12/paper-number-${index}/`,
        date: '2025-03-12',
      },
    ]),
  );
  const page = await open('/starred/');
  await page.getByLabel('Add from a file').setInputFiles(file({ starred }));
  await expect
    .poll(() => page.locator('.digest-told').textContent(), { timeout: 60_000 })
    .toBe('40,000 added.');
  await expect
    .poll(() => page.locator('.digest-count').textContent(), { timeout: 60_000 })
    .toBe('40,000 papers');
  expect(await titles(page)).toHaveLength(100);
  expect((await titles(page))[0]).toBe('Paper number 39999');
  await page.getByRole('button', { name: 'Show more' }).scrollIntoViewIfNeeded();
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThanOrEqual(200);
  await page.getByLabel('Search', { exact: true }).fill('number 12345');
  await expect.poll(() => titles(page), { timeout: 30_000 }).toEqual(['Paper number 12345']);
});

describe('what is left to read', () => {
  const line = (page: Page): Promise<string | null> => page.locator('.digest-left span').textContent();

  test('is counted, marked as read, and marked back', async () => {
    const page = await open('/left/');
    expect(await line(page)).toBe('Left to read: 3 of 3');
    await go(page, '/2025-03-13/one/');
    await page.locator('[data-read]').waitFor({ timeout: 10_000 });
    await go(page, '/left/');
    expect(await line(page)).toBe('Left to read: 2 of 3');
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    expect(await line(page)).toBe('Left to read: 0 of 3');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await line(page)).toBe('Left to read: 2 of 3');
    expect(Object.keys((await kept(page)).read)).toEqual(['2025-03-13/one']);
  });

  test('is all that is shown, where the reader wants that, but for what the address leads to', async () => {
    const page = await open('/left/');
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await go(page, '/2025-03-13/one/');
    await page.locator('[data-read]').waitFor({ timeout: 10_000 });
    await go(page, '/left/');
    await page.getByLabel('Hide what is read').check();
    expect(await page.locator('li:not([data-skip])').count()).toBe(2);
    await page.reload();
    expect(await page.getByLabel('Hide what is read').isChecked()).toBe(true);
    expect(await page.locator('li:not([data-skip])').count()).toBe(2);
    await page.getByLabel('Hide what is read').uncheck();
    expect(await page.locator('li:not([data-skip])').count()).toBe(3);
  });

  test('without pages of papers is what was not read to its end on the page of its issue', async () => {
    const page = await open('/issue/');
    const reading = page.locator('.digest-more').first();
    await reading.evaluate((end) => end.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await expect
      .poll(async () => Object.keys((await kept(page)).read), { timeout: 15_000 })
      .toEqual(['2025-03-12/one']);
    expect(await page.locator('[data-read]').count()).toBe(1);
  });
});
