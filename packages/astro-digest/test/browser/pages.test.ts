import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyExample } from '../site/example.ts';
import { deadLinks } from '../site/dead-links.ts';
import {
  pagesOfExample,
  pagesOfIssues,
  pagesOfLongDigest,
  pagesOfRealDigest,
} from '../site/kinds-of-pages.ts';
import { makeLongDigest } from '../site/long-digest.ts';
import { hasRealDigest, realDigest } from '../site/shared.ts';
import { plainSite, Site } from '../site/site.ts';
import { newReader, openBrowser } from './reader.ts';
import { serveFolder } from '../../../../scripts/static-server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const sites = [
  { name: 'the example', pages: pagesOfExample, make: () => copyExample('minimal', 'example-pages') },
  { name: 'the example with papers on the pages of issues', pages: pagesOfIssues, make: makeIssuePages },
  { name: 'eight weeks', pages: pagesOfLongDigest, make: () => makeLongDigest('weeks-pages', 8) },
  ...(hasRealDigest
    ? [
        {
          name: 'the real digest',
          pages: pagesOfRealDigest,
          make: () =>
            Site.create('real-pages', { ...plainSite, 'src/content/digests/2025-03-12.txt': realDigest() }),
        },
      ]
    : []),
];

async function makeIssuePages(): Promise<Site> {
  const site = await copyExample('minimal', 'example-issue-pages');
  const config = await site.read('astro.config.mjs');
  await site.write('astro.config.mjs', config.replace("base: '/',", "base: '/', pages: 'issue',"));
  return site;
}

describe.each(sites)('$name', ({ pages, make }) => {
  let site: Site;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  const entries = Object.entries(pages).map(([name, path]) => ({ name, path }));

  beforeAll(async () => {
    site = await make();
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    server = await serveFolder(join(site.root, 'dist'));
  });
  afterAll(() => server.stop());

  test.each(entries)(
    '$name: no message, no request to anybody else, nothing moves',
    async ({ name, path }) => {
      const reader = await newReader(browser, { viewport: { width: 390, height: 844 } });
      await reader.page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const response = await reader.page.goto(server.address + path, { waitUntil: 'networkidle' });
      expect(response?.status()).toBe(200);
      // A mail has no icon of its own, and browsers ask the host for one.
      const isIcon = (message: string): boolean => name === 'mail' && / 404 /.test(message);
      expect(reader.messages.filter((message) => !isIcon(message))).toEqual([]);
      for (const request of reader.requests) expect(request).toMatch(`${server.address}/`);
      // The results of a search are what the reader asked for; they may push the foot of the page down.
      const shifts = path.includes('?q=')
        ? []
        : await reader.page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
      expect(shifts).toEqual([]);
      await reader.page.context().close();
    },
  );

  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [390, 1280].map((width) => ({ colorScheme, width })),
  );
  test.each(looks)(
    'axe finds nothing on any page, $colorScheme, $width px',
    async ({ colorScheme, width }) => {
      const { page } = await newReader(browser, { colorScheme, viewport: { width, height: 844 } });
      const found: string[] = [];
      // The mail has the browser's own colours, and axe takes the ground for white though it is dark.
      const looked = entries.filter(({ name }) => name !== 'mail' || colorScheme === 'light');
      for (const { name, path } of looked) {
        await page.goto(server.address + path, { waitUntil: name === 'search' ? 'networkidle' : 'load' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, nodes } of violations) found.push(`${name}: ${id}: ${nodes[0]?.html}`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) found.push(`${name}: ${overflow} px too wide`);
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
  );

  test('every page has the same masthead, whichever style sheet comes first', async () => {
    const { page } = await newReader(browser);
    for (const { name, path } of entries.filter(({ name }) => name !== 'mail')) {
      await page.goto(server.address + path);
      const line = await page
        .locator('.digest-masthead .digest-name a')
        .evaluate((link) => getComputedStyle(link).textDecorationLine);
      expect(line, name).toBe('none');
    }
    await page.context().close();
  });

  test('nothing is cut off when text is twice as large', async () => {
    const { page } = await newReader(browser, { viewport: { width: 640, height: 800 } });
    for (const { name, path } of entries.filter(({ name }) => name !== 'mail')) {
      await page.goto(server.address + path, {});
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, name).toBe(0);
    }
    await page.context().close();
  });

  test('no link or anchor leads nowhere', async () => {
    expect(await deadLinks(site)).toEqual([]);
  });

  test('scripts and styles are small, and come after the text', async () => {
    for (const { name, path } of entries) {
      if (name === 'search' || name === 'mail') continue;
      const reader = await newReader(browser);
      const bodies: { url: string; body: Buffer }[] = [];
      reader.page.on('response', async (response) => {
        if (response.ok()) bodies.push({ url: response.url(), body: await response.body() });
      });
      await reader.page.goto(server.address + path, { waitUntil: 'networkidle' });
      const inline = await reader.page
        .locator('script:not([src]):not([type="application/ld+json"])')
        .allTextContents();
      const scripts = bodies
        .filter(({ url }) => url.endsWith('.js'))
        .map(({ body }) => gzipSync(body).length);
      const bytes = scripts.reduce((sum, size) => sum + size, gzipSync(inline.join('')).length);
      expect(bytes, name).toBeLessThan(3000);
      expect(await reader.page.locator('script[src]:not([type="module"])').count()).toBe(0);
      const styles = bodies
        .filter(({ url }) => url.endsWith('.css'))
        .map(({ body }) => gzipSync(body).length);
      expect(
        styles.reduce((sum, size) => sum + size, 0),
        name,
      ).toBeLessThan(12_000);
      await reader.page.context().close();
    }
  });

  test('reads the same without JavaScript', async () => {
    const { page } = await newReader(browser, { javaScriptEnabled: false });
    for (const { name, path } of entries.filter(({ name }) => name !== 'search' && name !== 'starred')) {
      await page.goto(server.address + path);
      expect((await page.locator('h1').first().textContent())?.trim(), name).not.toBe('');
      // What only a script could make useful is not there.
      expect(await page.locator('.digest-theme:visible, [data-digest-keys]:visible').count(), name).toBe(0);
    }
    await page.context().close();
  });
});

test.skipIf(!hasRealDigest)('an issue of 72 papers costs at most 1.4 times its text', async () => {
  const site = await Site.create('weight', {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': realDigest(),
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  const page = gzipSync(await site.read('dist/papers/2025-03-12/index.html')).length;
  expect(page / gzipSync(realDigest()).length).toBeLessThanOrEqual(1.4);
});
