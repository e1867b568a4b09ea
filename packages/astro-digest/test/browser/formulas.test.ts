import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { openBrowser } from './reader.ts';

const abstract =
  'A grid of n^k points takes o(sqrt[3]{log n}) space. See https://github.com/mia/owls for $\\binom{n}{k}$ of them, in L^2.';
const formulas = ['n^k', 'o(sqrt[3]{log n})', '$\\binom{n}{k}$', 'L^2'];

let site: Site;
let server: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await Site.create('formulas', {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
      ['Counting Owls', abstract],
      ['Counting Bats', 'They hear. They fly.'],
    ]),
  });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  server = await serveFolder(join(site.root, 'dist'));
  browser = await openBrowser();
  context = await browser.newContext();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  await page.goto(`${server.address}/papers/2025-03-12/counting-owls/`);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Copies what is selected as a person does, and gives what the clipboard then has. */
async function copy(): Promise<string> {
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What can be seen of a text, whatever lines it is in, slanted letters as plain ones. */
function letters(text: string): string {
  return text.normalize('NFKD').replace(/[\s\u2061]/g, '');
}

describe('a formula on a page', () => {
  test('is once in the text of the page, and as it stood in an attribute', async () => {
    const { text, shown, alternatives } = await page.evaluate(() => {
      const element = document.querySelector('.digest-abstract') as HTMLElement;
      return {
        text: element.textContent,
        shown: element.innerText,
        alternatives: [...element.querySelectorAll('math')].map((math) => math.getAttribute('alttext')),
      };
    });
    expect(alternatives).toEqual(formulas);
    expect(text.replaceAll('\u2061', '').trim()).toBe(
      'A grid of nk points takes o(logn3) space. See https://github.com/mia/owls for (nk) of them, in L2.',
    );
    expect(letters(shown)).toBe(letters(text));
  });

  test('is heard once', async () => {
    const client = await context.newCDPSession(page);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const heard = nodes
      .filter(({ ignored, role }) => !ignored && role?.value === 'StaticText')
      .map(({ name }) => String(name?.value).normalize('NFKD'));
    expect(heard.filter((text) => text.includes('^'))).toEqual([]);
    expect(heard.filter((text) => text === 'L')).toHaveLength(1);
    expect(nodes.filter(({ role }) => role?.value === 'MathMLMath')).toHaveLength(formulas.length);
  });

  test('is copied once', async () => {
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelector('.digest-abstract') as Element),
    );
    const [selected, copied] = [await page.evaluate(() => String(getSelection())), await copy()];
    // Browsers put each letter of a formula on a line of its own.
    const words =
      'A grid of nk points takes o(logn3) space. See https://github.com/mia/owls for (nk) of them, in L2.';
    for (const text of [selected, copied]) expect(letters(text)).toBe(letters(words));
  });
});

describe('a formula in the files', () => {
  const text = abstract.replace('n^k', 'nᵏ').replace('o(sqrt[3]{log n})', 'o(∛(log n))').replace('L^2', 'L²');

  test('of the feeds is a line of text, once', async () => {
    const { items = [] } = parseJsonFeed(JSON.parse(await site.read('dist/papers/feed.json')));
    expect(items[0]?.summary).toBe(text);
    expect(items[0]?.content_html?.replace(/<[^>]*>/g, '')).toContain(text);
    for (const name of ['feed.json', 'rss.xml', 'atom.xml']) {
      const feed = await site.read(`dist/papers/${name}`);
      expect(feed).toContain('A grid of nᵏ points takes o(∛(log n)) space.');
      expect(feed).not.toMatch(/mrow|nkn|L2L/);
    }
  });

  test('of the mail is the same', async () => {
    const lines = (name: string): Promise<string> =>
      site
        .read(`dist/papers/2025-03-12/${name}`)
        .then((mail) => mail.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '));
    expect(await lines('mail.txt')).toContain('A grid of nᵏ points takes o(∛(log n)) space.');
    expect(await lines('mail.html')).toContain('A grid of nᵏ points takes o(∛(log n)) space.');
  });

  test('of the search is as it stood, once', async () => {
    const [record] = await site.records();
    expect(record?.text).toBe(abstract);
  });
});
