import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toEpub } from '../../src/outputs/epub/to-epub.ts';
import { readEpub } from '../site/epub.ts';
import { epubBook, epubPaper } from '../unit/epub-book.ts';
import { openBrowser } from './reader.ts';

const html =
  '<p>Let <math alttext="x_i"><mrow><msub><mi>x</mi><mi>i</mi></msub></mrow></math> be small.</p><table><tbody><tr><td align="right">1</td></tr></tbody></table>';
const { files } = readEpub(toEpub(epubBook({ chapters: [epubPaper({ html })] })));
const types: Record<string, string> = { xhtml: 'application/xhtml+xml', css: 'text/css' };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens a file of the book, as a reading system that throws away some of its style sheets. */
async function openFile(name: string, without?: RegExp): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.route('**/*', (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (without?.test(file)) return route.fulfill({ status: 404 });
    return route.fulfill({
      body: files.get(`EPUB/${file}`) ?? '',
      contentType: types[file.split('.')[1] ?? ''] ?? '',
    });
  });
  await page.goto(`http://book.example/${name}`);
  return page;
}

/** Which of the two forms of the formula a reader sees. */
async function seen(page: Page): Promise<string[]> {
  const isSeen = await Promise.all(
    ['math', '.formula'].map((selector) => page.locator(selector).isVisible()),
  );
  return ['MathML', 'text'].filter((_, index) => isSeen[index]);
}

describe('a formula in an e-book', () => {
  test('is MathML where the reading system knows it', async () => {
    expect(await seen(await openFile('paper-1.xhtml'))).toEqual(['MathML']);
  });

  test('is text where the reading system does not say that it does', async () => {
    const page = await openFile('paper-1.xhtml', /maths\.css/);
    expect(await seen(page)).toEqual(['text']);
    expect(await page.locator('.abstract p').innerText()).toBe('Let xᵢ be small.');
  });

  test('is there once where the reader has turned the styles of books off', async () => {
    expect(await seen(await openFile('paper-1.xhtml', /\.css/))).toEqual(['MathML']);
  });
});

test.each(['title.xhtml', 'contents.xhtml', 'paper-1.xhtml'])(
  '%s has nothing in a reader’s way',
  async (name) => {
    const page = await openFile(name);
    // The main part of a book is no landmark of each of its files.
    const { violations } = await new AxeBuilder({ page }).disableRules('landmark-one-main').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  },
);
