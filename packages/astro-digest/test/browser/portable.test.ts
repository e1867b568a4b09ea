import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { realQueries } from '../site/real-queries.ts';
import { hasRealDigest, realDigest, realTitles } from '../site/shared.ts';
import { plainSite, Site } from '../site/site.ts';
import { copyExample } from '../site/example.ts';
import { fileBrowsers, FileReader, hasBrowser, openFileBrowser, search } from './file-reader.ts';

/** One page of each kind of the real digest, by its path in a folder. */
const kindsOfPages = [
  'index.html',
  '2025-03-12/index.html',
  '2025-03-12/how-to-capture-higher-order-correlations-generalizing-matrix-softmax-attention/index.html',
  'archive/index.html',
  'archive/2025-03/index.html',
  'topics/index.html',
  'topics/few-shot-learning/index.html',
  'authors/index.html',
  'search/index.html',
  'subscribe/index.html',
  'about/index.html',
  'starred/index.html',
];

describe.skipIf(!hasRealDigest)('a site that is read from files', () => {
  let folders: string[];
  /** The same as one file each. */
  let files: string[];
  /** Titles that the same queries find online. */
  let online: string[][];
  const queries = hasRealDigest ? realQueries() : [];

  beforeAll(async () => {
    const own = await Site.create('portable-own', {
      ...plainSite,
      'astro.config.mjs':
        plainSite['astro.config.mjs']?.replace("Papers' }", "Papers', portable: true }") ?? '',
      'src/content/digests/2025-03-12.txt': realDigest(),
    });
    const blog = await copyExample('existing-blog', 'portable-blog');
    await blog.remove('src/content/digests');
    await blog.write('src/content/digests/2025-03-12.txt', realDigest());
    await blog.write(
      'astro.config.mjs',
      (await blog.read('astro.config.mjs')).replace('masthead: false', 'masthead: false, portable: true'),
    );
    for (const site of [own, blog]) {
      const build = await site.astro(['build']);
      if (!build.output.includes('dist-portable/papers: ')) throw new Error(build.output);
    }
    folders = [own, blog].map(({ root }) => join(root, 'dist-portable', 'papers'));
    files = folders.map((folder) => `${folder}.html`);
    const server = await serveFolder(join(own.root, 'dist'));
    const browser = await openFileBrowser('Chromium');
    const page = await browser.newPage();
    await page.goto(`${server.address}/papers/search/`);
    online = [];
    for (const query of queries) online.push((await search(page, query)).map(({ title }) => title));
    await browser.close();
    await server.stop();
  });

  describe.each(fileBrowsers)('in %s', (name) => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      if (hasBrowser(name)) browser = await openFileBrowser(name);
    });
    afterAll(() => browser?.close());
    const open = (): Promise<FileReader> => FileReader.open(browser as Browser);

    test.skipIf(!hasBrowser(name))('opens pages of every kind, and asks for nothing but files', async () => {
      const reader = await open();
      for (const folder of folders) {
        for (const page of kindsOfPages) {
          await reader.goto(join(folder, page));
          const seen = await reader.page.evaluate(() => ({
            heading: document.querySelector('h1')?.textContent?.trim(),
            // The family of fonts that the style sheet gives, and none of the browser's own.
            isStyled: getComputedStyle(document.querySelector('.digest-main') as Element).display === 'block',
            modules: document.querySelectorAll('script[type=module]').length,
            styles: [...document.styleSheets].every(({ href }) => href === null || href.startsWith('file:')),
          }));
          expect(seen).toMatchObject({ isStyled: true, modules: 0, styles: true });
          expect(seen.heading, page).toBeTruthy();
        }
      }
      expect(reader.messages).toEqual([]);
      expect(reader.abroad).toEqual([]);
    });

    test.skipIf(!hasBrowser(name))('finds the same as online, in the same order', async () => {
      const reader = await open();
      for (const folder of folders) {
        await reader.goto(join(folder, 'search/index.html'));
        const found: string[][] = [];
        for (const query of queries) found.push((await reader.search(query)).map(({ title }) => title));
        expect(found).toEqual(online);
      }
      expect(online.filter((titles) => titles.length > 0).length).toBeGreaterThan(40);
      // What was asked for is in the address, and a result leads to its page.
      expect(await reader.page.evaluate(() => location.search)).toContain('?q=');
      const [first] = await reader.search('matrix softmax attention');
      await reader.page.goto(first?.address ?? '');
      expect(await reader.page.$eval('h1', (title) => title.textContent)).toBe(first?.title);
      expect(reader.messages).toEqual([]);
      expect(reader.abroad).toEqual([]);
    });

    test.skipIf(!hasBrowser(name))('keeps stars and the theme from page to page', async () => {
      const reader = await open();
      const { page } = reader;
      const [folder = ''] = folders;
      await reader.goto(join(folder, '2025-03-12/index.html'));
      await page.waitForSelector('.digest-star');
      const title = await page.$eval('.digest-star', (star) => {
        (star as HTMLElement).click();
        return star.ariaLabel?.replace('Star: ', '');
      });
      await page.select('.digest-theme', 'dark');
      await reader.goto(join(folder, 'starred/index.html'));
      const link = await page.waitForSelector('.digest-starred li a');
      expect(await link?.evaluate((link) => link.textContent)).toBe(title);
      expect(await page.evaluate(() => document.documentElement.dataset['digestTheme'])).toBe('dark');
      const address = (await link?.evaluate((link) => link.href)) ?? '';
      expect(address).toMatch(/^file:.*\/2025-03-12\/[^/]+\/index\.html$/);
      await page.goto(address);
      expect(await page.$eval('h1', (heading) => heading.textContent)).toBe(title);
      await page.waitForFunction(
        () =>
          document.querySelector('h1 ~ .digest-star, h1 .digest-star, .digest-star')?.ariaPressed === 'true',
      );
      // A list of them is good for the site as well.
      const stored = await page.evaluate(() =>
        Object.entries({ ...localStorage })
          .filter(([key]) => key.startsWith('digest:/papers/:marks:'))
          .map(([, value]) => value)
          .join(''),
      );
      expect(stored).toContain('["2025-03-12/');
      expect(stored).not.toContain('file:');
      expect(reader.messages).toEqual([]);
    });

    test.skipIf(!hasBrowser(name))('has all pages in one file, and finds the same there', async () => {
      const reader = await open();
      const { page } = reader;
      for (const file of files) {
        await reader.goto(file);
        for (const path of kindsOfPages) {
          await page.evaluate((hash) => (location.hash = hash), `#/${path.replace('index.html', '')}`);
          await page.waitForFunction(
            (heading) => document.title !== heading && document.querySelector('h1') !== null,
            {},
            '',
          );
        }
        await reader.goto(file, '#/search/');
        const found: string[][] = [];
        for (const query of queries) found.push((await reader.search(query)).map(({ title }) => title));
        expect(found).toEqual(online);
      }
      expect(reader.messages).toEqual([]);
      expect(reader.abroad).toEqual([]);
    });

    test.skipIf(!hasBrowser(name))('goes to and fro in one file as in a site', async () => {
      const reader = await open();
      const { page } = reader;
      const [file = '', ofBlog = ''] = files;
      const heading = (): Promise<string> => page.$eval('h1', (title) => title.textContent.trim());
      const isAt = (text: string): Promise<unknown> =>
        page.waitForFunction((text) => document.querySelector('h1')?.textContent.trim() === text, {}, text);
      await reader.goto(file);
      const front = await heading();
      await page.evaluate(() => scrollTo(0, 900));
      // What is kept of the place is kept a moment later.
      await page.waitForFunction(
        () => (history.state as { digestScroll?: number } | null)?.digestScroll === 900,
      );
      const title = await page.$eval('.digest-paper-list h2 a, .digest-title a, h2 a', (link) => {
        (link as HTMLElement).click();
        return link.textContent.trim();
      });
      await isAt(title);
      expect(await page.title()).toContain(title);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.$eval('.digest-star', (star) => (star as HTMLElement).click());

      await page.evaluate(() => history.back());
      await isAt(front);
      await page.waitForFunction(() => scrollY === 900);
      await page.evaluate(() => history.forward());
      await isAt(title);

      // The keyboard begins at the top of a page, and the link there leads past its head.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'page_content');
      expect(await heading()).toBe(title);

      // A word behind the address opens its page when the file is opened.
      await page.keyboard.press('/');
      await isAt('Search');
      await page.keyboard.type('matrix softmax');
      await page.waitForSelector('digest-search ol li');
      await page.reload();
      await page.waitForSelector('digest-search ol li');
      await page.evaluate(() => (location.hash = '#/starred/'));
      await page.waitForSelector('.digest-starred li a');
      expect(await page.$eval('.digest-starred li a', (link) => link.textContent)).toBe(title);

      // What is around a digest is the site's, and goes on working.
      await reader.goto(ofBlog);
      const isDark = (): Promise<boolean> =>
        page.evaluate(() => document.documentElement.classList.contains('dark'));
      const atFirst = await isDark();
      const current = '[aria-label=Site] [aria-current=page]';
      expect(await page.$eval(current, (link) => link.textContent.trim())).toBe('Papers');
      await page.evaluate(() => (location.hash = '#/archive/'));
      await isAt('All issues');
      expect(await page.$(current)).toBeNull();
      await page.click('[data-theme-switch]');
      expect(await isDark()).toBe(!atFirst);
      expect(reader.messages).toEqual([]);
    });
  });

  test('reads from top to bottom without scripts', async () => {
    const browser = await openFileBrowser('Chromium');
    const { page, ...reader } = await FileReader.open(browser);
    await page.setJavaScriptEnabled(false);
    for (const file of files) {
      await page.goto(pathToFileURL(file).href);
      const seen = await page.evaluate(() => ({
        text: document.body.innerText,
        heads: [...document.querySelectorAll<HTMLElement>('.digest-colophon, .digest-masthead')].filter(
          ({ offsetHeight }) => offsetHeight > 0,
        ).length,
      }));
      for (const title of realTitles()) expect(seen.text).toContain(title);
      expect(seen.heads).toBeLessThan(3);
    }
    expect(reader.messages).toEqual([]);
    await browser.close();
  });
});
