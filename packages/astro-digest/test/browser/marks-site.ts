import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { themeEarly, themeEarlyHash } from '../../src/reader/theme-early.ts';
import { defaultKeys, type Keys } from '../../src/model/key-names.ts';
import { openBrowser, Reader } from './reader.ts';

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Where the browser keeps the marks of the digest that most of the pages belong to. */
export const marksKey = 'digest:/:marks';

/** What a page may be given to be. */
interface PageOptions {
  latest?: string;
  prefix?: string;
  /** What a site has above a digest in its layout; without it the digest is the whole document. */
  around?: string | undefined;
  /** Which keys do what. */
  keys?: Keys;
  /** The script that the page runs; one of its own does what that of all pages does. */
  script?: 'reader' | 'starred';
}

/** A page as the components write it, under a policy that lets nothing run but the site's own files and the early script. */
function pageOf(
  main: string,
  { latest, prefix = 'digest:/:', script = 'reader', around, keys = defaultKeys }: PageOptions = {},
): string {
  const policy = `default-src 'none'; script-src 'self' '${themeEarlyHash}'; img-src data:`;
  const [element, site] = around === undefined ? ['body', ''] : ['div', `<body>${around}`];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Digest</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<script>${themeEarly}</script>
<script type="module" src="/${script}.js"></script></head>
${site}<${element} class="digest" ${latest ? `data-latest="${latest}"` : ''} ${script === 'reader' ? 'data-reader' : ''} data-marks="${prefix}" data-t-star="Star"
  data-t-new="New" data-t-read="Read" data-t-copy="Copy" data-t-copied="Copied">
<header><nav><a href="/search/" data-digest-search>Search</a></nav>
<label>Appearance <select class="digest-theme"><option value="system">As the system</option>
<option value="light">Light</option><option value="dark">Dark</option></select></label></header>
<main>${main}</main>
<footer><button type="button" data-digest-keys hidden>Keys</button></footer>
<dialog class="digest-keys" aria-label="Keys"><dl>${Object.entries(keys).map(keyRow).join('')}</dl>
<label><input type="checkbox" class="digest-keys-use" checked> Use these keys</label>
<form method="dialog"><button>Close</button></form></dialog>
</${element}></html>`;
}

function keyRow([name, key]: [string, string]): string {
  return `<div ${name === 'search' ? 'data-search' : ''}><dt><kbd data-key="${key}" data-does="${name}">${key}</kbd>${
    name === 'search' ? '<kbd data-key="Ctrl k" data-does="search">Ctrl K</kbd>' : ''
  }</dt><dd>${name}</dd></div>`;
}

function paperInList(id: string, title: string, date?: string): string {
  const day = date === undefined ? '' : `data-date="${date}"`;
  return `<article class="digest-paper" data-paper="${id}" data-url="/${id}/" ${day}><h2><a href="/${id}/">${title}</a></h2>
  ${'<p>A line of its abstract.</p>'.repeat(30)}</article>`;
}

function paperPage(id: string, title: string, turn: string): string {
  return `<article class="digest-paper-page" data-paper="${id}" data-url="/${id}/" data-date="${id.slice(0, 10)}">
  <p><a href="/">Issue</a></p><h1>${title}</h1>
  <pre data-digest-copy>@misc{a,\n  title = {${title}}\n}</pre></article><nav class="digest-turn">${turn}</nav>`;
}

const list = `<h1>Papers</h1>
<ul><li><a data-issue-date="2025-03-13" href="/2025-03-13/">Thursday</a></li>
<li><a data-issue-date="2025-03-12" href="/2025-03-12/">Wednesday</a></li></ul>
${paperInList('2025-03-13/one', 'Paper\n  One', '2025-03-13')}
${paperInList('2025-03-12/two', 'Paper &lt;b&gt; Two', '2025-03-12')}
${paperInList('undated/three', 'Paper Three')}
<h2>Titles</h2><ul><li class="digest-title" data-paper="2025-03-12/four" data-url="/2025-03-12/four/" data-date="2025-03-12">
<a href="/2025-03-12/four/">Paper Four</a></li></ul>
<label>Box <input class="box"></label><label>Text <textarea></textarea></label>
<div class="editable" contenteditable="true" role="textbox" aria-label="Editable">Text</div>`;

const starred = `<h1>Starred</h1><div class="digest-starred" data-t-import-failed="No marks in it."
 data-t-imported="{count} added." data-t-unstar="Remove the star"
 data-t-clear="Forget all stars, and what you have read?"><p class="digest-none" hidden>None yet.</p><ol hidden></ol>
<button type="button" class="digest-export" hidden>Save as a file</button>
<label class="digest-import" hidden>Add from a file <input type="file"></label>
<button type="button" class="digest-clear" hidden>Forget all marks</button><p role="status"></p></div>`;

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
  'in-site/index.html': pageOf(list, { around: '<form role="search"><input aria-label="All pages"></form>' }),
  'other-keys/index.html': pageOf(list, { keys: { next: 'n', prev: 'N', star: 'F', help: 'h' } }),
  'starred/index.html': pageOf(starred, { script: 'starred' }),
};

/** The scripts of the pages, as the components have them: `components/Page.astro` and `components/Starred.astro`. */
function scriptsFor(source: string): Record<string, string> {
  return {
    reader: `import { startReader } from '${source}/reader.ts';
      import { onEachPage } from '${source}/on-each-page.ts';
      onEachPage('[data-reader]', startReader);`,
    starred: `import { startStarredPage } from '${source}/starred-page.ts';
      import { onEachPage } from '${source}/on-each-page.ts';
      onEachPage('.digest-starred', startStarredPage);`,
  };
}

/** Bundles the scripts as Astro does with those of a page: minified, split where two of them share something. */
async function bundleScripts(folder: string): Promise<void> {
  const input: Record<string, string> = {};
  const source = relative(folder, join(packageRoot, 'src', 'reader')).replaceAll('\\', '/');
  for (const [name, text] of Object.entries(scriptsFor(source))) {
    input[name] = join(folder, `${name}.entry.ts`);
    await writeFile(input[name], text);
  }
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
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
      },
    },
  });
}

/** The hand-written pages, and somebody at a browser who has never been there before each test. */
export interface MarksSite {
  /** Where the files of the site are. */
  readonly folder: string;
  /** Opens a page in a new tab of the same person, and waits until its script has run. */
  readonly open: (path: string, beforeScripts?: () => void) => Promise<Page>;
  readonly go: (page: Page, path: string) => Promise<void>;
  /** Goes on with another browser, which knows nothing of what the one before has kept. */
  readonly changeBrowser: () => Promise<void>;
  /** Lets the pages use the clipboard without a question. */
  readonly allowClipboard: () => Promise<void>;
}

/**
 * Serves the pages to the tests of a file.
 *
 * @param name of the file's own folder, as the files are tested side by side
 */
export function useMarksSite(name: string): MarksSite {
  const folder = join(packageRoot, '.artifacts', 'marks', name);
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
    await bundleScripts(folder);
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

  async function go(page: Page, path: string): Promise<void> {
    await page.goto(server.address + path, { waitUntil: 'load' });
  }

  return {
    folder,
    go,
    async open(path, beforeScripts) {
      const reader = new Reader(await context.newPage());
      messages.push(reader.messages);
      if (beforeScripts) await reader.page.addInitScript(beforeScripts);
      await go(reader.page, path);
      return reader.page;
    },
    async changeBrowser() {
      await context.close();
      context = await browser.newContext();
    },
    allowClipboard: () => context.grantPermissions(['clipboard-read', 'clipboard-write']),
  };
}

/** The button that gives a paper its star. */
export function star(page: Page, title: string): Locator {
  return page.getByRole('button', { name: `Star: ${title}`, exact: true });
}

/** Whether a button says that it is pressed. */
export async function isPressed(button: Locator): Promise<boolean> {
  return (await button.getAttribute('aria-pressed')) === 'true';
}

/** The text of what has the focus. */
export function focusedText(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' '));
}

/** The theme that somebody has chosen. */
export function theme(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset['digestTheme']);
}

/** The marks as the browser keeps them. */
export function kept(page: Page): Promise<{ starred: object; read: object; seen?: string }> {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), marksKey);
}
