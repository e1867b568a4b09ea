import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { fromMark } from '../../src/lists/starred.ts';
import { parseMarks } from '../../src/reader/marks.ts';
import { themeEarly, themeEarlyHash } from '../../src/reader/theme-early.ts';
import { defaultKeys, type Keys } from '../../src/model/key-names.ts';
import { openBrowser, Reader } from './reader.ts';
import { starredMarkup } from './starred-markup.ts';

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** How the names begin of the texts that have the marks of the digest that most of the pages belong to. */
export const marksKey = 'digest:/:marks:';

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

const left = `<p class="digest-left" data-t-left="Left to read: {count} of 3" data-t-all="Mark all as read" data-t-undo="Undo"><span></span>
<label><input type="checkbox"> Hide what is read</label><button type="button"></button></p>`;

const toRead = `<h1>Papers to read</h1>${left}<ol>
<li>${paperInList('2025-03-13/one', 'Paper One', '2025-03-13')}</li>
<li>${paperInList('2025-03-12/two', 'Paper Two', '2025-03-12')}</li>
<li class="digest-title" data-paper="2025-03-12/four" data-url="/2025-03-12/four/" data-date="2025-03-12"><a href="/2025-03-12/four/">Paper Four</a></li></ol>`;

/** Papers that have no pages, as those of `pages: 'issue'`: what stands below the text of each tells that it was read. */
const withoutPages = `<h1>Issue</h1><ol>${['one', 'two', 'three']
  .map(
    (
      slug,
    ) => `<li><article class="digest-paper" id="${slug}" data-paper="2025-03-12/${slug}" data-url="/issue/#${slug}"><h2><a href="/issue/#${slug}">Paper ${slug}</a></h2>
<div class="digest-abstract">${'<p>A line of its abstract.</p>'.repeat(30)}</div><details class="digest-more"><summary>More</summary></details></article></li>`,
  )
  .join('')}</ol>${'<p>After them.</p>'.repeat(60)}`;

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
  'left/index.html': pageOf(toRead),
  'issue/index.html': pageOf(withoutPages),
  'starred/index.html': pageOf(starredMarkup, { script: 'starred' }),
};

/** The scripts of the pages, each by itself, as the package brings those that pages load before anybody does anything. */
const scripts: Record<string, string> = {
  reader: "import 'SRC/reader/reader.ts';",
  starred: "import 'SRC/lists/starred-page.ts';",
  lists: `import { startLists } from 'SRC/lists/start-lists.ts';
    customElements.define('digest-lists', class extends HTMLElement {
      connectedCallback() {
        startLists(this.parentElement, new AbortController().signal);
      }
    });`,
};

/** Bundles the scripts as Astro does with those of a page: minified. */
async function bundleScripts(folder: string): Promise<void> {
  const source = relative(folder, join(packageRoot, 'src')).replaceAll('\\', '/');
  // Vite comes with Astro; it is the one that bundles the scripts of a site.
  const astro = createRequire(import.meta.url).resolve('astro/package.json');
  const { build } = (await import(pathToFileURL(createRequire(astro).resolve('vite')).href)) as {
    build(options: object): Promise<unknown>;
  };
  for (const [name, text] of Object.entries(scripts)) {
    const input = join(folder, `${name}.entry.ts`);
    await writeFile(input, text.replaceAll('SRC', source));
    await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        rollupOptions: {
          input: { [name]: input },
          treeshake: { moduleSideEffects: true },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    });
  }
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

/** What the browser keeps of papers, by names. */
export async function kept(
  page: Page,
): Promise<{ starred: Record<string, object>; read: Record<string, string>; seen: string | null }> {
  const texts = await page.evaluate(
    (key) =>
      Object.entries({ ...localStorage })
        .filter(([name]) => name.startsWith(key))
        .map(([, text]) => text as string),
    marksKey,
  );
  const papers = texts
    .flatMap((text) => [...parseMarks(text)])
    .map(([id, mark]) => [id, fromMark(id, mark, '/')] as const);
  return {
    starred: Object.fromEntries(papers.flatMap(([id, { star }]) => (star ? [[id, star]] : []))),
    read: Object.fromEntries(papers.flatMap(([id, { read }]) => (read ? [[id, read]] : []))),
    seen: await page.evaluate(() => localStorage.getItem('digest:/:seen')),
  };
}
