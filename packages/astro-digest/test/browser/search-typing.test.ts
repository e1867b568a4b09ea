import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { scriptsPapers, scriptsQueries } from '../site/scripts-papers.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { fileBrowsers, hasBrowser, openFileBrowser } from './file-reader.ts';

/** English, misspelt, Chinese, Japanese, Thai, and what no paper has whole. */
const queries = [
  'owls night',
  'transformers of bats',
  'atention herns',
  'gradient descent',
  'neural netwrok',
  '神经网络',
  '圧縮 手法',
  'GPT-4を用いた要約',
  'เครื่อง',
  '为什么深度神经网络在测试集上可以泛化',
];

let site: Site;
let server: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  site = await Site.create('search-typing', {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', scriptsPapers),
  });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  server = await serveFolder(join(site.root, 'dist'), '/');
});
afterAll(() => server.stop());

describe.each(fileBrowsers)('in %s', (name) => {
  let browser: Browser;
  beforeAll(async () => {
    if (hasBrowser(name)) browser = await openFileBrowser(name);
  });
  afterAll(() => browser?.close());

  const searchPage = (): string => `${server.address}/papers/search/`;

  async function open(address = searchPage()): Promise<Page> {
    const page = await (await browser.createBrowserContext()).newPage();
    onTestFinished(() => page.browserContext().close());
    await page.goto(address, { waitUntil: 'load' });
    return page;
  }

  /** Titles of the results, in their order, once the page has found what was asked for. */
  async function shown(page: Page, query: string): Promise<string[]> {
    await page.waitForFunction(
      (query) =>
        new URLSearchParams(location.search).get('q') === query &&
        document.querySelector('[role=status]')?.textContent !== '' &&
        !document.querySelector('.digest-search[aria-busy=true]'),
      {},
      query,
    );
    return page.$$eval('.digest-search ol h2', (titles) => titles.map((title) => title.textContent));
  }

  const put = (page: Page, text: string): Promise<void> =>
    page.$eval(
      'input[name=q]',
      (input, text) => {
        (input as HTMLInputElement).value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      text,
    );

  describe.skipIf(!hasBrowser(name))('the same is found', () => {
    test.each(queries)('however %s is typed', async (query) => {
      const linked = await shown(await open(`${searchPage()}?${new URLSearchParams({ q: query })}`), query);
      expect(linked).not.toEqual([]);

      const pasted = await open();
      await put(pasted, query);
      expect(await shown(pasted, query), 'pasted').toEqual(linked);

      const typed = await open();
      await typed.focus('input[name=q]');
      for (const length of Array.from(query).keys()) {
        await put(
          typed,
          Array.from(query)
            .slice(0, length + 1)
            .join(''),
        );
        // Each beginning but those that end in a blank is searched to the end.
        const begun = Array.from(query)
          .slice(0, length + 1)
          .join('');
        if (begun.trim() === begun) await shown(typed, begun);
      }
      expect(await shown(typed, query), 'letter by letter').toEqual(linked);

      await put(typed, `${query} and birds`);
      await shown(typed, `${query} and birds`);
      await put(typed, query);
      expect(await shown(typed, query), 'after too much').toEqual(linked);

      const early = await (await browser.createBrowserContext()).newPage();
      onTestFinished(() => early.browserContext().close());
      // What is typed while the page still waits for its scripts.
      await early.goto(searchPage(), { waitUntil: 'domcontentloaded' });
      await put(early, query);
      expect(await shown(early, query), 'before the engine was there').toEqual(linked);
    });
  });

  test.skipIf(!hasBrowser(name)).each(scriptsQueries)(
    '%s finds the papers that have it',
    async (query, ...titles) => {
      const page = await open(`${searchPage()}?${new URLSearchParams({ q: query })}`);
      expect((await shown(page, query)).slice(0, titles.length)).toEqual(titles);
    },
  );

  test.skipIf(!hasBrowser(name)).each([
    ['圧縮', '圧縮'],
    ['ﾃﾞｰﾀｾｯﾄ', 'データセット'],
    ['梯度', '梯度'],
    ['แบบจำลอง', 'แบบจำลอง'],
    ['모델', '모델'],
  ])('%s is marked where it stands in a longer run', async (query, marked) => {
    const page = await open(`${searchPage()}?${new URLSearchParams({ q: query })}`);
    await shown(page, query);
    expect(
      await page.$$eval('.digest-search ol mark', (marks) => marks.map((mark) => mark.textContent)),
    ).toContain(marked);
  });

  test.skipIf(!hasBrowser(name))(
    'what an input method has not put together yet is not looked for',
    async () => {
      const page = await open();
      const compose = (text: string, isComposing: boolean): Promise<void> =>
        page.$eval(
          'input[name=q]',
          (input, text, isComposing) => {
            (input as HTMLInputElement).value = text;
            input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
            if (!isComposing) input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
          },
          text,
          isComposing,
        );
      await put(page, '圧縮');
      await shown(page, '圧縮');
      await page.evaluate(() => {
        const asked: string[] = [];
        const replace = history.replaceState.bind(history);
        history.replaceState = (data, unused, url) => {
          asked.push(String(url));
          replace(data, unused, url);
        };
        Object.assign(globalThis, { asked });
      });
      await compose('shu', true);
      // A timer that begins later and is as long ends later, so what waits to be looked for has been by then.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      await compose('手法', false);
      expect(await shown(page, '手法')).toEqual(['大規模言語モデルの圧縮手法']);
      const asked = await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
      expect(asked.map((address) => new URL(address, server.address).searchParams.get('q'))).toEqual([
        '手法',
      ]);
    },
  );
});
