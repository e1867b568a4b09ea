import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDigest, copyFixture } from '../site/beside-site.ts';
import type { Server } from '../site/site.ts';
import { newReader, openBrowser, type Reader } from './reader.ts';

// The site of the fixtures with a client-side router, and the router on the digest's pages too, as a layout of the site puts it there.
let browser: Browser;
let server: Server;

beforeAll(async () => {
  const site = await copyFixture('client-router', 'client-router-browser');
  await site.write(
    'src/components/Foot.astro',
    `---
import { ClientRouter } from 'astro:transitions';
import Colophon from 'astro-digest/components/Colophon.astro';
---
<ClientRouter />
<Colophon />
<p><a href="/">Home</a></p>
`,
  );
  await site.write(
    'src/pages/index.astro',
    `---
import Base from '../layouts/Base.astro';
---
<Base title="Home"><a href="/papers.html">Papers</a></Base>
`,
  );
  const components = { Colophon: './src/components/Foot.astro' };
  await addDigest(site, { options: { components } });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  server = await site.serve('preview');
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Opens a page of the site and marks its window, so that a document that is loaded anew is told from one that stays. */
async function open(path: string): Promise<Reader> {
  const reader = await newReader(browser);
  await reader.page.goto(server.address + path);
  await reader.page.evaluate(() => Object.assign(window, { stays: true }));
  return reader;
}

const stays = ({ page }: Reader): Promise<boolean> => page.evaluate(() => 'stays' in window);

/** Follows a link of the page and waits until the next one is there. */
async function follow({ page }: Reader, name: string, title: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.waitForFunction((title) => document.title === title, title);
}

test('pages of the digest work when a link of the site leads to them', async () => {
  const reader = await open('/');
  const { page } = reader;
  await follow(reader, 'Papers', 'Daily Papers');
  expect(await stays(reader)).toBe(true);
  await page.locator('.digest-star').first().waitFor();
  // One for each paper: what is begun twice would show.
  expect(await page.locator('.digest-star').count()).toBe(2);
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Depths of Small Rivers');
  await page.locator('.digest-star').first().click();

  await follow(reader, 'Stones of Large Hills', 'Stones of Large Hills · Daily Papers');
  await page.locator('.digest-star').waitFor();
  expect(await page.locator('.digest-star').count()).toBe(1);
  await follow(reader, 'Starred papers', 'Starred papers · Daily Papers');
  await page.locator('.digest-starred li').waitFor();
  expect(await page.locator('.digest-starred li > a').allTextContents()).toEqual(['Depths of Small Rivers']);
  expect(await page.locator('.digest-starred .digest-star').count()).toBe(0);

  // Back again, by the browser's own button.
  await page.goBack();
  await page.waitForFunction(() => document.title === 'Stones of Large Hills · Daily Papers');
  await page.locator('.digest-star').waitFor();
  expect(await page.locator('.digest-star').count()).toBe(1);
  expect(await stays(reader)).toBe(true);
  expect(reader.messages).toEqual([]);
});

test('the search works there, and goes back to what was searched', async () => {
  const reader = await open('/');
  const { page } = reader;
  await follow(reader, 'Papers', 'Daily Papers');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await follow(reader, 'All results and filters', 'Search · Daily Papers');
  expect(await reader.search('hills')).toEqual(['Stones of Large Hills']);
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox').fill('rivers');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.querySelector('.digest-search ol h2')?.textContent === 'Depths of Small Rivers',
  );
  await follow(reader, 'Home', 'Home');
  expect(await stays(reader)).toBe(true);
  await page.goBack();
  await page.waitForFunction(
    () => document.querySelector('.digest-search ol h2')?.textContent === 'Depths of Small Rivers',
  );
  expect(new URL(page.url()).search).toBe('?q=rivers');
  expect(await page.getByRole('searchbox').inputValue()).toBe('rivers');
  expect(reader.messages).toEqual([]);
});

test('nothing of the digest is left on a page of the site', async () => {
  const reader = await open('/papers/search.html');
  const { page } = reader;
  await page.getByRole('combobox', { name: 'Appearance' }).selectOption('Dark');
  expect(await page.evaluate(() => document.documentElement.dataset['digestTheme'])).toBe('dark');
  // What is typed is searched a moment later, when the page is gone.
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('.digest-search input[name=q]');
    document.addEventListener(
      'astro:before-swap',
      () => {
        if (input) input.value = 'late';
        input?.dispatchEvent(new Event('input', { bubbles: true }));
      },
      { once: true, capture: true },
    );
  });
  await follow(reader, 'Home', 'Home');
  await page.waitForTimeout(200);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
  expect(
    await page.evaluate(() => ({ ...document.documentElement.dataset, ...document.body.dataset })),
  ).not.toHaveProperty('digestTheme');
  const prevented = await page.evaluate(() =>
    ['j', 'k', 's', '/', '?'].filter(
      (key) =>
        !document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
    ),
  );
  expect(prevented).toEqual([]);
  const rules = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .join(' '),
  );
  expect(rules).not.toContain('digest');
  // The theme is back where it belongs.
  await follow(reader, 'Papers', 'Daily Papers');
  expect(await page.evaluate(() => document.documentElement.dataset['digestTheme'])).toBe('dark');
  expect(await stays(reader)).toBe(true);
  expect(reader.messages).toEqual([]);
});
