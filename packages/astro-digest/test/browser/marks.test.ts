import { AxeBuilder } from '@axe-core/playwright';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { themeEarly, themeEarlyHash, themeKey } from '../../src/reader/theme-early.ts';
import { openBrowser, Reader } from './reader.ts';

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(packageRoot, '.artifacts', 'marks');
const marksKey = 'digest:/:marks';

/** What a page may be given to be. */
interface PageOptions {
  latest?: string;
  prefix?: string;
}

/** A page as the components write it, under a policy that lets nothing run but the site's own files and the early script. */
function pageOf(main: string, { latest, prefix = 'digest:/:' }: PageOptions = {}): string {
  const policy = `default-src 'none'; script-src 'self' '${themeEarlyHash}'; img-src data:`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Digest</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<script>${themeEarly}</script>
<script type="module" src="/reader.js"></script></head>
<body class="digest" ${latest ? `data-latest="${latest}"` : ''} data-marks="${prefix}" data-t-star="Star"
  data-t-unstar="Remove the star" data-t-new="New" data-t-read="Read" data-t-copy="Copy" data-t-copied="Copied">
<header><nav><a href="/search/" data-digest-search>Search</a></nav>
<label>Appearance <select class="digest-theme"><option value="system">As the system</option>
<option value="light">Light</option><option value="dark">Dark</option></select></label></header>
<main>${main}</main>
<footer><button type="button" data-digest-keys hidden>Keys</button></footer>
<dialog class="digest-keys" aria-label="Keys"><p>j, k, s, /, ?</p>
<label><input type="checkbox" class="digest-keys-use" checked> Use these keys</label>
<form method="dialog"><button>Close</button></form></dialog>
</body></html>`;
}

function paperInList(id: string, title: string, date?: string): string {
  const day = date === undefined ? '' : `data-date="${date}"`;
  return `<article class="digest-paper" data-paper="${id}" ${day}><h2><a href="/${id}/">${title}</a></h2>
  ${'<p>A line of its abstract.</p>'.repeat(30)}</article>`;
}

function paperPage(id: string, title: string, turn: string): string {
  return `<article class="digest-paper-page" data-paper="${id}" data-date="${id.slice(0, 10)}">
  <p><a href="/">Issue</a></p><h1>${title}</h1>
  <pre data-digest-copy>@misc{a,\n  title = {${title}}\n}</pre></article><nav class="digest-turn">${turn}</nav>`;
}

const list = `<h1>Papers</h1>
<ul><li><a data-issue-date="2025-03-13" href="/2025-03-13/">Thursday</a></li>
<li><a data-issue-date="2025-03-12" href="/2025-03-12/">Wednesday</a></li></ul>
${paperInList('2025-03-13/one', 'Paper\n  One', '2025-03-13')}
${paperInList('2025-03-12/two', 'Paper &lt;b&gt; Two', '2025-03-12')}
${paperInList('undated/three', 'Paper Three')}
<h2>Titles</h2><ul><li class="digest-title" data-paper="2025-03-12/four" data-date="2025-03-12">
<a href="/2025-03-12/four/">Paper Four</a></li></ul>
<label>Box <input class="box"></label><label>Text <textarea></textarea></label>
<div class="editable" contenteditable="true" role="textbox" aria-label="Editable">Text</div>`;

const starred = `<h1>Starred</h1><div class="digest-starred" data-t-import-failed="No marks in it."
 data-t-imported="{count} added."><p class="none" hidden>None yet.</p><ol hidden></ol>
<button type="button" class="export" hidden>Save as a file</button>
<label class="import" hidden>Add from a file <input type="file"></label>
<button type="button" class="clear" hidden>Forget all marks</button><p role="status"></p></div>`;

const search = `<h1>Search</h1><div class="digest-search"><input type="search" aria-label="Words"></div>`;

const pages: Record<string, string> = {
  'index.html': pageOf(list, { latest: '2025-03-13' }),
  'earlier/index.html': pageOf(list, { latest: '2025-03-12' }),
  'other/index.html': pageOf(list, { latest: '2025-03-13', prefix: 'digest:/other/:' }),
  '2025-03-13/one/index.html': pageOf(
    paperPage('2025-03-13/one', 'Paper One', '<a rel="next" href="/2025-03-12/two/">Next</a>'),
  ),
  '2025-03-12/two/index.html': pageOf(
    paperPage('2025-03-12/two', 'Paper &lt;b&gt; Two', '<a rel="prev" href="/2025-03-13/one/">Previous</a>'),
  ),
  'search/index.html': pageOf(search),
  'starred/index.html': pageOf(starred).replace(
    '</head>',
    '<script type="module" src="/starred.js"></script></head>',
  ),
};

/** Bundles the scripts as Astro does with those of a page: minified, split where two of them share something. */
async function bundleScripts(): Promise<void> {
  const scripts = {
    reader: `import { startReader } from '../../src/reader/reader.ts'; startReader();`,
    starred: `import { startStarredPage } from '../../src/reader/starred-page.ts';
      startStarredPage(document.querySelector('.digest-starred'));`,
  };
  for (const [name, text] of Object.entries(scripts)) await writeFile(join(folder, `${name}.entry.ts`), text);
  // Vite comes with Astro; it is the one that bundles the scripts of a site.
  const astro = createRequire(import.meta.url).resolve('astro/package.json');
  const { build } = (await import(pathToFileURL(createRequire(astro).resolve('vite')).href)) as {
    build(options: object): Promise<unknown>;
  };
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        input: { reader: join(folder, 'reader.entry.ts'), starred: join(folder, 'starred.entry.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared.js' },
      },
    },
  });
}

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
let context: BrowserContext;
let messages: string[][] = [];

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(pages)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await bundleScripts();
  server = await serveFolder(folder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

beforeEach(async () => {
  context = await browser.newContext();
  messages = [];
});
afterEach(async () => {
  await context.close();
  // No page says anything in the console, whatever a test does to it.
  if (messages.flat().length > 0) throw new Error(messages.flat().join('\n'));
});

/** Opens a page in a new tab of the same reader, and waits until its script has run. */
async function open(path: string, beforeScripts?: () => void): Promise<Page> {
  const reader = new Reader(await context.newPage());
  messages.push(reader.messages);
  if (beforeScripts) await reader.page.addInitScript(beforeScripts);
  await go(reader.page, path);
  return reader.page;
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(server.address + path, { waitUntil: 'load' });
}

function star(page: Page, title: string): Locator {
  return page.getByRole('button', { name: `Star: ${title}`, exact: true });
}

async function isPressed(button: Locator): Promise<boolean> {
  return (await button.getAttribute('aria-pressed')) === 'true';
}

function focusedText(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' '));
}

function theme(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset['digestTheme']);
}

function kept(page: Page): Promise<{ starred: object; read: object; seen?: string }> {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), marksKey);
}

test('all that a page loads before somebody does something is under 3,000 bytes', async () => {
  const scripts = await Promise.all(['reader.js', 'shared.js'].map((name) => readFile(join(folder, name))));
  const sizes = [...scripts, Buffer.from(themeEarly)].map((text) => gzipSync(text).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(3000);
});

describe('theme', () => {
  const noteTheme = (): void => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      document.documentElement.dataset['themeAtBody'] = document.documentElement.dataset['digestTheme'] ?? '';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  };
  const themeAtBody = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset['themeAtBody']);

  test('is as the system until one is chosen, then there before anything is drawn', async () => {
    const page = await open('/', noteTheme);
    expect(await themeAtBody(page)).toBe('');
    expect(await page.getByLabel('Appearance').inputValue()).toBe('system');
    await page.getByLabel('Appearance').selectOption('dark');
    expect(await theme(page)).toBe('dark');
    await go(page, '/search/');
    expect(await themeAtBody(page)).toBe('dark');
    expect(await page.getByLabel('Appearance').inputValue()).toBe('dark');
    await page.getByLabel('Appearance').selectOption('system');
    expect(await theme(page)).toBeUndefined();
  });

  test('other tabs follow', async () => {
    const page = await open('/');
    const other = await open('/search/');
    await page.getByLabel('Appearance').selectOption('light');
    await expect.poll(() => theme(other)).toBe('light');
    expect(await other.getByLabel('Appearance').inputValue()).toBe('light');
  });

  test('is right in a page that comes back from the history', async () => {
    const page = await open('/');
    await page.evaluate((key) => {
      localStorage.setItem(key, 'dark');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    }, themeKey);
    expect(await theme(page)).toBe('dark');
  });

  test('nothing else becomes a theme', async () => {
    const page = await open('/');
    await page.evaluate((key) => localStorage.setItem(key, 'evil'), themeKey);
    await page.reload();
    expect(await theme(page)).toBeUndefined();
    expect(await page.getByLabel('Appearance').inputValue()).toBe('system');
  });
});

describe('stars', () => {
  test('stay on every page that shows the paper, and keep their names', async () => {
    const page = await open('/');
    expect(await page.getByRole('button', { name: /^Star: / }).count()).toBe(4);
    for (const title of ['Paper One', 'Paper Four']) {
      await expect.poll(() => isPressed(star(page, title))).toBe(false);
      await star(page, title).click();
      await expect.poll(() => isPressed(star(page, title))).toBe(true);
    }
    await go(page, '/2025-03-13/one/');
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(true);
    await star(page, 'Paper One').click();
    await go(page, '/');
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(false);
    await expect.poll(() => isPressed(star(page, 'Paper Four'))).toBe(true);
    expect(await page.getByRole('heading', { level: 2 }).first().locator('a').textContent()).toBe(
      'Paper\n  One',
    );
    expect(await kept(page)).toMatchObject({
      version: 1,
      starred: { '2025-03-12/four': { title: 'Paper Four', url: '/2025-03-12/four/', date: '2025-03-12' } },
    });
  });

  test('stand after the title, and are no problem for axe', async () => {
    const page = await open('/');
    expect(await page.locator('article h2 > a + .digest-star').count()).toBe(3);
    expect(await page.locator('li.digest-title > a + .digest-star').count()).toBe(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await go(page, '/2025-03-13/one/');
    expect(await page.locator('h1 + .digest-star').count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1, name: 'Paper One', exact: true }).count()).toBe(1);
  });

  test('of two tabs are put together', async () => {
    const page = await open('/');
    const other = await open('/');
    await star(page, 'Paper One').click();
    await expect.poll(() => isPressed(star(other, 'Paper One'))).toBe(true);
    await star(other, 'Paper Three').click();
    await expect.poll(() => isPressed(star(page, 'Paper Three'))).toBe(true);
    await star(page, 'Paper One').click();
    expect(Object.keys((await kept(page)).starred)).toEqual(['undated/three']);
  });

  test('of two digests keep apart', async () => {
    const page = await open('/');
    await star(page, 'Paper One').click();
    await go(page, '/other/');
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(false);
  });

  test.each(['no JSON', '{"version":9,"starred":{}}', '{"version":1,"starred":[1,null]}', '[[[['])(
    'start anew where %j was kept',
    async (text) => {
      const page = await open('/');
      await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [marksKey, text]);
      await page.reload();
      await star(page, 'Paper One').click();
      await page.reload();
      await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(true);
    },
  );
});

describe('new since the last visit', () => {
  const newOnes = (page: Page): Promise<(string | null)[]> =>
    page.locator('.digest-new').evaluateAll((all) =>
      all.map((mark) => {
        const title = mark.parentElement?.querySelector('a')?.textContent ?? '';
        return `${title.replace(/\s+/g, ' ')}: ${mark.textContent}`;
      }),
    );

  test('nothing is at the first visit; at the next, what came after', async () => {
    const first = await open('/earlier/');
    expect(await newOnes(first)).toEqual([]);
    await first.close();

    const second = await open('/');
    const marked = ['Thursday: New', 'Paper One: New'];
    expect(await newOnes(second)).toEqual(marked);
    expect(await second.locator('a .digest-new').count()).toBe(0);
    // It is the same visit on its second page, and after what came is known.
    await go(second, '/earlier/');
    await go(second, '/');
    expect(await newOnes(second)).toEqual(marked);
    await second.close();

    const third = await open('/');
    expect(await newOnes(third)).toEqual([]);
  });

  test('what came while a tab was open is not new at the next visit', async () => {
    const page = await open('/earlier/');
    await go(page, '/');
    expect(await newOnes(page)).toEqual([]);
    await page.close();
    expect(await newOnes(await open('/'))).toEqual([]);
  });
});

describe('read', () => {
  test('is what was in sight for two seconds, and is said to screen readers', async () => {
    const page = await open('/2025-03-13/one/');
    expect(await page.locator('[data-read]').count()).toBe(0);
    await page.locator('.digest-paper-page[data-read]').waitFor({ timeout: 10_000 });
    await go(page, '/');
    expect(
      await page.locator('[data-read]').evaluateAll((all) => all.map((paper) => paper.dataset['paper'])),
    ).toEqual(['2025-03-13/one']);
    expect(await page.locator('h2 > .digest-mark-read').allTextContents()).toEqual(['Read']);
    expect(
      await page.getByRole('heading', { name: 'Paper One Star: Paper One Read', exact: true }).count(),
    ).toBe(1);
    expect((await kept(page)).read).toEqual({
      '2025-03-13/one': expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  test('is not what was in a tab behind', async () => {
    const page = await open('/2025-03-13/one/', () => {
      Object.defineProperty(document, 'hidden', { get: () => document.documentElement.lang === 'hidden' });
      document.addEventListener('readystatechange', () => (document.documentElement.lang = 'hidden'), {
        once: true,
      });
    });
    await page.waitForTimeout(2500);
    expect(await page.locator('[data-read]').count()).toBe(0);
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.locator('[data-read]').waitFor({ timeout: 10_000 });
  });

  test('a list that comes back from the history shows it', async () => {
    const page = await open('/');
    await page.evaluate((key) => {
      localStorage.setItem(
        key,
        JSON.stringify({ version: 1, read: { 'undated/three': '2025-03-12' }, starred: {} }),
      );
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    }, marksKey);
    expect(await page.locator('[data-read] h2').textContent()).toMatch(/^Paper Three . Read$/);
  });
});

describe('keys', () => {
  test('j and k go through a list and end at its ends', async () => {
    const page = await open('/');
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper One');
    await page.keyboard.press('k');
    expect(await focusedText(page)).toBe('Paper One');
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper <b> Two');
    expect(
      Math.abs((await page.locator('[data-paper="2025-03-12/two"]').boundingBox())!.y),
    ).toBeLessThanOrEqual(1);
    for (let press = 0; press < 5; press++) await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper Four');
    await page.keyboard.press('k');
    expect(await focusedText(page)).toBe('Paper Three');
  });

  test('j and k begin where one has scrolled to', async () => {
    const page = await open('/');
    await page.evaluate(() => document.querySelector('[data-paper="2025-03-12/two"]')?.scrollIntoView());
    await page.evaluate(() => scrollBy(0, 20));
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper Three');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.evaluate(() => scrollBy(0, -20));
    await page.keyboard.press('k');
    expect(await focusedText(page)).toBe('Paper <b> Two');
  });

  test('j and k turn the pages of papers', async () => {
    const page = await open('/2025-03-13/one/');
    await page.keyboard.press('j');
    await page.waitForURL('**/two/');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.waitForURL('**/one/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Paper One');
  });

  test('s gives the paper its star, in a list the one with the focus', async () => {
    const page = await open('/');
    await page.keyboard.press('s');
    expect(await page.locator('.digest-star[aria-pressed=true]').count()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await expect.poll(() => isPressed(star(page, 'Paper <b> Two'))).toBe(true);
    await page.keyboard.press('s');
    await expect.poll(() => isPressed(star(page, 'Paper <b> Two'))).toBe(false);
    // Held down, it is one press.
    await page.keyboard.down('s');
    await page.keyboard.down('s');
    await page.keyboard.up('s');
    await expect.poll(() => isPressed(star(page, 'Paper <b> Two'))).toBe(true);
    await go(page, '/2025-03-13/one/');
    await page.keyboard.press('s');
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(true);
  });

  test('/ leads to the search and into its field', async () => {
    const page = await open('/');
    await page.keyboard.press('/');
    await page.waitForURL('**/search/');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('a/b?');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b?');
  });

  test('? shows the keys, Escape hides them, and none works in between', async () => {
    const page = await open('/');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    for (const key of ['s', 'j', '/', '?']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focusedText(page)).toBe('Paper One');
    expect(await page.locator('.digest-star[aria-pressed=true]').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('none works while somebody types, chooses, or presses more than one', async () => {
    const page = await open('/');
    for (const selector of ['.box', 'textarea', '.editable', 'select']) {
      await page.locator(selector).focus();
      for (const key of ['j', 's', '/', '?']) await page.keyboard.press(key);
      expect(
        await page.locator(selector).evaluate((field) => field === document.activeElement),
        selector,
      ).toBe(true);
    }
    expect(await page.locator('.box').inputValue()).toBe('js/?');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    for (const modifier of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${modifier}+j`);
    await page.evaluate(() => {
      const event = { key: 'j', bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, isComposing: true }));
      document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
      document.body.dispatchEvent(new KeyboardEvent('keydown', event));
    });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('can be turned off for good, and on again', async () => {
    const page = await open('/');
    const other = await open('/');
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByLabel('Use these keys').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    for (const tab of [page, other]) {
      for (const key of ['j', '/', '?']) await tab.keyboard.press(key);
      expect(await tab.getByRole('dialog').isVisible()).toBe(false);
      expect(new URL(tab.url()).pathname).toBe('/');
    }
    await page.reload();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Keys' }).click();
    expect(await page.getByLabel('Use these keys').isChecked()).toBe(false);
    await page.getByLabel('Use these keys').check();
    await page.keyboard.press('Escape');
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper One');
  });
});

describe('copying', () => {
  test('the button copies the text, and says so for a while', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await open('/2025-03-13/one/');
    const button = page.locator('pre + .digest-copy');
    expect(await button.textContent()).toBe('Copy');
    await button.click();
    await expect.poll(() => button.textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '@misc{a,\n  title = {Paper One}\n}',
    );
    await expect.poll(() => button.textContent(), { timeout: 10_000 }).toBe('Copy');
  });

  test('where it is refused, the text is selected', async () => {
    const page = await open('/2025-03-13/one/', () => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('title = {Paper One}');
    expect(await page.locator('.digest-copy').textContent()).toBe('Copy');
  });

  test('where there is none, there is no button', async () => {
    const page = await open('/2025-03-13/one/', () =>
      Object.defineProperty(navigator, 'clipboard', { value: undefined }),
    );
    await star(page, 'Paper One').waitFor();
    expect(await page.locator('.digest-copy').count()).toBe(0);
  });
});

describe('the page of papers with a star', () => {
  const file = (text: string): { name: string; mimeType: string; buffer: Buffer } => ({
    name: 'marks.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

  test('says that there is none, or lists them, and takes stars away', async () => {
    const page = await open('/starred/');
    await page.getByText('None yet.').waitFor();
    expect(await page.locator('ol').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Save as a file' }).isVisible()).toBe(false);
    await go(page, '/');
    for (const title of ['Paper One', 'Paper <b> Two', 'Paper Three']) await star(page, title).click();
    await go(page, '/starred/');
    await page.locator('ol li').first().waitFor();
    expect(await page.locator('ol li a').allTextContents()).toEqual([
      'Paper Three',
      'Paper <b> Two',
      'Paper One',
    ]);
    expect(await page.locator('ol li time').allTextContents()).toEqual([
      'Wednesday, March 12, 2025',
      'Thursday, March 13, 2025',
    ]);
    expect(await page.locator('ol li a').last().getAttribute('href')).toBe('/2025-03-13/one/');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await page.getByRole('button', { name: 'Remove the star: Paper One' }).click();
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(
      'Remove the star: Paper <b> Two',
    );
    await page.keyboard.press('k');
    await page.keyboard.press('s');
    expect(await page.locator('ol li a').allTextContents()).toEqual(['Paper <b> Two']);
    await page.getByRole('button', { name: /^Remove/ }).click();
    expect(await focusedText(page)).toBe('None yet.');
    await page.reload();
    await page.getByText('None yet.').waitFor();
  });

  test('saves a file that another browser adds to its own', async () => {
    const page = await open('/');
    await star(page, 'Paper One').click();
    await star(page, 'Paper Three').click();
    await go(page, '/starred/');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('digest-marks.json');
    const saved = await readFile(await download.path(), 'utf8');

    await context.close();
    context = await browser.newContext();
    const other = await open('/');
    await star(other, 'Paper Four').click();
    await go(other, '/starred/');
    await other.getByLabel('Add from a file').setInputFiles(file(saved));
    await expect.poll(() => other.getByRole('status').textContent()).toBe('2 added.');
    expect((await other.locator('ol li a').allTextContents()).sort()).toEqual([
      'Paper Four',
      'Paper One',
      'Paper Three',
    ]);
    await go(other, '/');
    await expect.poll(() => isPressed(star(other, 'Paper One'))).toBe(true);
  });

  test('refuses a file without marks, and leaves out what leads elsewhere', async () => {
    const page = await open('/starred/');
    const input = page.getByLabel('Add from a file');
    for (const text of ['', 'no JSON', '{"version":2}', 'a'.repeat(5_000_001)]) {
      await page.getByRole('status').evaluate((status) => (status.textContent = ''));
      await input.setInputFiles(file(text));
      await expect.poll(() => page.getByRole('status').textContent()).toBe('No marks in it.');
    }
    const starred = Object.fromEntries(
      ['javascript:alert(1)', '//evil.example/', '/\\evil.example/', 'https://evil.example/', '/good/'].map(
        (url) => [url, { title: `<img src=x onerror=alert(1)> ${url}`, url }],
      ),
    );
    await input.setInputFiles(file(JSON.stringify({ version: 1, starred })));
    await expect.poll(() => page.getByRole('status').textContent()).toBe('1 added.');
    expect(
      await page.locator('ol li a').evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
    ).toEqual(['/good/']);
    expect(await page.locator('ol li a').textContent()).toBe('<img src=x onerror=alert(1)> /good/');
  });

  test('forgets everything, once that is sure', async () => {
    const page = await open('/');
    await star(page, 'Paper One').click();
    const other = await open('/');
    await go(page, '/starred/');
    const clear = page.getByRole('button', { name: 'Forget all marks' });
    page.once('dialog', (dialog) => void dialog.dismiss());
    await clear.click();
    expect(await page.locator('ol li').count()).toBe(1);
    page.once('dialog', (dialog) => {
      expect(dialog.message()).toBe('Forget all marks?');
      void dialog.accept();
    });
    await clear.click();
    await page.getByText('None yet.').waitFor();
    expect(await focusedText(page)).toBe('None yet.');
    expect(await kept(page)).toEqual({ version: 1, read: {}, starred: {} });
    await expect.poll(() => isPressed(star(other, 'Paper One'))).toBe(false);
  });
});

describe('storage', () => {
  test.each([
    {
      name: 'forbidden',
      spoil: () => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('Forbidden', 'SecurityError');
            },
          });
        }
      },
    },
    {
      name: 'full',
      spoil: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('Full', 'QuotaExceededError');
        };
      },
    },
  ])('$name: everything works for the page, without a message', async ({ spoil }) => {
    const page = await open('/', spoil);
    await page.getByLabel('Appearance').selectOption('dark');
    expect(await theme(page)).toBe('dark');
    await star(page, 'Paper One').click();
    await star(page, 'Paper Four').click();
    await star(page, 'Paper Four').click();
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(true);
    await expect.poll(() => isPressed(star(page, 'Paper Four'))).toBe(false);
    expect(await theme(page)).toBe('dark');
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByLabel('Use these keys').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(new URL(page.url()).pathname).toBe('/');

    await go(page, '/2025-03-13/one/');
    await page.locator('[data-read]').waitFor({ timeout: 10_000 });
    await go(page, '/starred/');
    await page.getByText('None yet.').waitFor();
    await page.getByLabel('Add from a file').setInputFiles({
      name: 'marks.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"version":1,"starred":{"a/b":{"title":"Added","url":"/a/"}}}'),
    });
    await page.getByRole('link', { name: 'Added' }).waitFor();
  });

  test('full for a while: what was marked meanwhile is kept, with what another tab kept', async () => {
    const page = await open('/');
    const other = await open('/');
    await page.evaluate(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = () => {
        Storage.prototype.setItem = setItem;
        throw new DOMException('Full', 'QuotaExceededError');
      };
    });
    await star(page, 'Paper One').click();
    await star(other, 'Paper Three').click();
    await star(page, 'Paper Four').click();
    expect(Object.keys((await kept(page)).starred).sort()).toEqual([
      '2025-03-12/four',
      '2025-03-13/one',
      'undated/three',
    ]);
  });
});
