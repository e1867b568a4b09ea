import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { fromDigest } from 'remark-digest';
import { copyExample } from '../site/example.ts';
import type { Site } from '../site/site.ts';
import { newReader, openBrowser } from './reader.ts';
import { serveFolder } from '../../../../scripts/static-server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([{ base: '/' }, { base: '/repo/' }])('the example under $base', ({ base }) => {
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let titles: string[];

  beforeAll(async () => {
    const site = await copyExample('minimal', `example${base.replaceAll('/', '-')}`);
    const build = await site.astro(['build', '--base', base]);
    if (build.status !== 0) throw new Error(build.output);
    titles = await titlesOf(site);
    server = await serveFolder(join(site.root, 'dist'), base);
  });
  afterAll(() => server.stop());

  test('has three issues and 60 papers or more', () => {
    expect(titles.length).toBeGreaterThanOrEqual(60);
  });

  test('every title is found first when typed as it is', async () => {
    const reader = await newReader(browser);
    await reader.page.goto(`${server.address}/search/`);
    const notFirst = [];
    for (const title of titles) {
      const [first] = await reader.search(title);
      if (first !== title) notFirst.push({ title, first });
    }
    expect(notFirst).toEqual([]);
    await reader.page.context().close();
  });

  test('the keyboard alone leads from the search to a paper and back', async () => {
    const reader = await newReader(browser);
    const { page } = reader;
    await page.goto(`${server.address}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    for (let press = 0; press < 6; press++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('lottery ticket');
    await page
      .getByRole('option', { name: /Lottery Ticket/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Lottery Ticket/ }).waitFor();
    await page.goBack();

    await page.goto(`${server.address}/search/`);
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await page.keyboard.type('lottery ticket');
    await page.locator('.digest-search ol a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Lottery Ticket/ }).waitFor();
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('.digest-search ol li').length > 0);
    expect(await page.getByRole('searchbox').inputValue()).toBe('lottery ticket');
    await page.context().close();
  });

  test('search says how many it found, that it found none, and shows more when asked', async () => {
    const reader = await newReader(browser);
    const { page } = reader;
    await page.goto(`${server.address}/search/`);
    expect(await reader.search('zzzxqwv')).toEqual([]);
    expect(await page.getByRole('status').textContent()).toBe('No paper has these words.');

    const shown = await reader.search('learning');
    expect(shown).toHaveLength(10);
    const count = Number.parseInt((await page.getByRole('status').textContent()) ?? '', 10);
    expect(count).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.digest-search ol li').length > 10);
    expect(await page.evaluate(() => document.activeElement?.closest('li')?.matches(':nth-child(11)'))).toBe(
      true,
    );

    await page.getByRole('searchbox').fill('');
    await page.waitForFunction(() => document.querySelectorAll('.digest-search ol li').length === 0);
    expect(new URL(page.url()).search).toBe('');
    expect(reader.messages).toEqual([]);
    await page.context().close();
  });

  test('reads and leads on without JavaScript', async () => {
    const reader = await newReader(browser, { javaScriptEnabled: false });
    const { page } = reader;
    await page.goto(`${server.address}/`);
    await page.locator('article h2 a').first().click();
    expect(await page.locator('.digest-abstract').textContent()).not.toBe('');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    await page.getByRole('main').getByRole('link', { name: 'All issues' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('All issues');
    await page.context().close();
  });
});

async function titlesOf(site: Site): Promise<string[]> {
  const folder = 'src/content/digests';
  const titles = [];
  for (const path of await site.list(folder)) {
    const { children } = fromDigest(await site.read(`${folder}/${path}`), { path });
    for (const node of children) if (node.type === 'digestEntry') titles.push(node.title);
  }
  return titles;
}
