import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasRealDigest, realDigest } from '../site/shared.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { newReader, openBrowser } from './reader.ts';
import { serveFolder } from '../../../../scripts/static-server.ts';

const config = `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({
    site: 'https://example.org',
    base: '/repo',
    integrations: [digest({ title: 'Daily Papers', pages: 'issue' })],
  });
`;
const long = 'A sentence about nothing in particular that goes on for a while. '.repeat(12);

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  const site = await Site.create('issue-pages-browser', {
    ...plainSite,
    'astro.config.mjs': config,
    'src/content/digests/2025-03-12.txt': digestText(
      'Mar 12',
      ['First', 'Second', 'Third', 'Fourth', 'Small Rivers'].map((title): [string, string] => [
        title,
        `${long}${title} ends here.`,
      ]),
    ),
  });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  server = await serveFolder(join(site.root, 'dist'), '/repo');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a result of the search jumps to the paper, whose text is whole', async () => {
  const reader = await newReader(browser, { viewport: { width: 390, height: 844 } });
  const { page } = reader;
  await page.goto(`${server.address}/papers/search/`);
  expect((await reader.search('rivers'))[0]).toBe('Small Rivers');
  await page.getByRole('link', { name: 'Small Rivers' }).click();
  await page.waitForURL('**/repo/papers/2025-03-12/#small-rivers');
  const paper = page.locator('#small-rivers');
  await expect.poll(async () => Math.round((await paper.boundingBox())?.y ?? -1)).toBeLessThan(100);
  expect((await paper.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  const abstract = paper.locator('.digest-abstract');
  expect(await abstract.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
  expect(await paper.getByText('Read on').isVisible()).toBe(false);
  await page.context().close();
});

test('a star leads back to the paper, and its citation can be copied', async () => {
  const { page } = await newReader(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${server.address}/papers/`);
  await page.getByRole('button', { name: 'Star: Small Rivers' }).click();
  const paper = page.locator('#small-rivers');
  await paper.getByText('Citation, related papers, source').click();
  await paper.getByText('Plain text').click();
  await paper.getByRole('button', { name: 'Copy' }).first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Small Rivers.');
  await page.goto(`${server.address}/papers/starred/`);
  await page.getByRole('link', { name: 'Small Rivers' }).click();
  await page.waitForURL('**/repo/papers/2025-03-12/#small-rivers');
  await page.context().close();
});

test.skipIf(!hasRealDigest)('an issue of 72 papers with all that belongs to them stays light', async () => {
  const site = await Site.create('issue-pages-weight', {
    ...plainSite,
    'astro.config.mjs': config,
    'src/content/digests/2025-03-12.txt': realDigest(),
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  const page = gzipSync(await site.read('dist/papers/2025-03-12/index.html')).length;
  expect(page / gzipSync(realDigest()).length).toBeLessThanOrEqual(1.9);
});
