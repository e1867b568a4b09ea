import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLongDigest } from '../site/long-digest.ts';
import { newReader, openBrowser } from './reader.ts';
import { serveFolder } from '../../../../scripts/static-server.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  browser = await openBrowser();
  const site = await makeLongDigest('browser-trends', 8, {
    search: false,
    routes: { images: false, bibliographies: false, byVotes: false },
  });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  server = await serveFolder(join(site.root, 'dist'));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('the keyboard unfolds the table of a line, which has what the line has, and axe finds nothing in it', async () => {
  const { page } = await newReader(browser, { viewport: { width: 320, height: 700 } });
  await page.goto(`${server.address}/trends/`);
  const summary = page.getByText('As a table').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('table').first();
  await table.waitFor();
  expect(await table.getByRole('row').allInnerTexts()).toHaveLength(8);
  expect(await table.getByRole('rowheader').first().innerText()).toBe('Week 2, 2025');
  for (const other of await page.getByText('As a table').all())
    await other.evaluate((own) => own.closest('details')?.setAttribute('open', ''));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.context().close();
});

test('a line is as wide as its column, on a phone and on a desk, and its end is where the last week is', async () => {
  for (const width of [320, 390, 1280]) {
    const { page } = await newReader(browser, { viewport: { width, height: 800 } });
    await page.goto(`${server.address}/trends/`);
    const main = await page.locator('.digest-main').boundingBox();
    const line = await page.getByRole('img', { name: /^Papers a week: from Week 2, 2025/ }).boundingBox();
    expect(line?.width).toBeCloseTo(main?.width ?? 0, 0);
    const end = await page.locator('.digest-end').first().boundingBox();
    expect((end?.x ?? 0) + (end?.width ?? 0) / 2).toBeCloseTo((line?.x ?? 0) + (line?.width ?? 0), 0);
    await page.context().close();
  }
});

test('a line has the colour of text where the system gives all colours', async () => {
  const { page } = await newReader(browser, { colorScheme: 'dark', forcedColors: 'active' });
  await page.goto(`${server.address}/trends/`);
  const colors = await page
    .locator('.digest-stroke')
    .first()
    .evaluate((line) => {
      const probe = document.createElement('p');
      probe.style.color = 'CanvasText';
      document.body.append(probe);
      return [getComputedStyle(line).stroke, getComputedStyle(probe).color];
    });
  expect(colors[0]).toBe(colors[1]);
  await page.context().close();
});
