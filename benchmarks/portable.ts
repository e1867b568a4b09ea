/// <reference lib="dom" />
// `pnpm bench:portable`: what a site in a folder costs: bytes beside those of the site, how long a search takes when its pages are opened as
// files, and whether it finds the same as online.
//   --papers 10000   size of the archive that is made up and built
//   --built FOLDER   a built site instead, which is left as it is; it must have been built by the contestant “full theme”
//   --made           takes the folder that is there from before
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { makePortableSite } from '../packages/astro-digest/dist/offline/portable/make-portable.js';
import { browserArguments, findBrowser } from '../scripts/browser.ts';
import { findFirefox, openFirefox } from '../scripts/firefox.ts';
import { serveFolder } from '../scripts/static-server.ts';
import { contestants } from './sites/contestants.ts';
import { folderSize } from './sites/folder-size.ts';
import { makeSite, work } from './sites/make-site.ts';
import { runMeasured } from './sites/run-measured.ts';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '10000' },
    built: { type: 'string' },
    made: { type: 'boolean', default: false },
  },
});
const place = join(work, 'portable');
const site = join(place, 'dist');
const out = join(place, 'dist-portable', 'papers');
if (!values.made) await makeFolder();

const built = folderSize(site);
const folder = folderSize(out);
tell('site', `${built.files} files, ${megabytes(built.bytes)}`);
tell(
  'folder',
  `${folder.files} files, ${megabytes(folder.bytes)}, ${(folder.bytes / built.bytes).toFixed(2)} of the site`,
);
const zip = statSync(`${out}.zip`).size;
tell('zip', `${megabytes(zip)}, ${(zip / built.bytes).toFixed(2)} of the site`);
tell('largest script', `${(largestScript() / 1000).toFixed(0)} kB`);

const queries = makeQueries();
const executablePath = await findBrowser();
const chromium = await launch({ executablePath, headless: true, args: browserArguments });
const online = await findOnline(chromium);
const searchPage = pathToFileURL(join(out, 'search/index.html')).href;
await measure('Chromium', chromium, searchPage);
await measureTasks(chromium, (path) => pathToFileURL(join(out, path)).href, 'as a file');
const server = await serveFolder(site);
await measure('Chromium, online', chromium, `${server.address}/papers/search/`);
await measureTasks(chromium, (path) => `${server.address}/papers/${path}`, 'online');
await server.stop();
await chromium.close();
const firefox = await findFirefox();
if (firefox !== undefined) {
  const browser = await openFirefox(firefox);
  await measure('Firefox', browser, searchPage);
  await browser.close();
}

async function makeFolder(): Promise<void> {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  symlinkSync(values.built ?? (await build()), site);
  const digest = { title: 'Papers', base: '/papers' };
  const start = performance.now();
  await makePortableSite(
    { folder: site, siteBase: '', site: 'https://example.org', ending: '/', digests: [digest] },
    [digest],
    { zip: true },
  );
  tell('time', `${((performance.now() - start) / 1000).toFixed(1)} s for the folder and the ZIP archive`);
}

async function build(): Promise<string> {
  const contestant = contestants.find(({ name }) => name.includes('full theme'));
  if (!contestant) throw new Error('There is no contestant “full theme”.');
  const folder = makeSite(contestant, Number(values.papers));
  const bin = join(fileURLToPath(new URL('./', import.meta.url)), 'node_modules/.bin');
  const PATH = [dirname(process.execPath), bin, process.env['PATH']].join(delimiter);
  await runMeasured(contestant.steps, { cwd: folder, env: { PATH, ASTRO_TELEMETRY_DISABLED: '1', CI: '1' } });
  return join(folder, 'dist');
}

/** Fifty queries: words of the addresses of papers, which are those of their titles, some with a slip. */
function makeQueries(): string[] {
  const issues = readdirSync(out).filter((name) => /^\d{4}-\d\d-\d\d$/.test(name));
  return Array.from({ length: 50 }, (_, index) => {
    const issue = issues[Math.floor((index * issues.length) / 50)] ?? '';
    const papers = readdirSync(join(out, issue), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const words = (papers[index % papers.length]?.name ?? '').split('-').filter((word) => word.length > 3);
    const [first = 'model', second = ''] = words;
    const kinds = [
      words.join(' '),
      first,
      `${first} ${second}`,
      first.slice(0, 3) + first.slice(4),
      `"${first} ${second}"`,
    ];
    return kinds[index % kinds.length] as string;
  });
}

/** What a search came to. */
interface Found {
  /** Milliseconds from the last key to what is shown. */
  time: number;
  titles: string[];
}

/** Types a query, and waits for what is found. */
function search(page: Page, query: string): Promise<Found> {
  return page.evaluate(async (query) => {
    const root = document.querySelector('digest-search');
    const input = root?.querySelector('input');
    if (!root || !input) throw new Error('There is no search on this page.');
    const start = performance.now();
    const time = await new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (root.hasAttribute('aria-busy')) return;
        observer.disconnect();
        resolve(performance.now() - start);
      });
      observer.observe(root, { attributeFilter: ['aria-busy'] });
      input.value = query;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return { time, titles: [...root.querySelectorAll('ol h2')].map((title) => title.textContent) };
  }, query);
}

async function findOnline(browser: Browser): Promise<string[][]> {
  const server = await serveFolder(site);
  const page = await browser.newPage();
  await page.goto(`${server.address}/papers/search/`);
  const found: string[][] = [];
  for (const query of queries) found.push((await search(page, query)).titles);
  await page.close();
  await server.stop();
  return found;
}

async function measure(name: string, browser: Browser, address: string): Promise<void> {
  const first: number[] = [];
  for (const query of queries.slice(0, 15)) {
    const page = await browser.newPage();
    await page.goto(address);
    // Nobody types before they see the field.
    await new Promise((resolve) => setTimeout(resolve, 300));
    first.push((await search(page, query)).time);
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto(address);
  await search(page, 'anything');
  const further: Found[] = [];
  for (const query of queries) further.push(await search(page, query));
  await page.close();
  const same = further.filter(({ titles }, index) => titles.join('\n') === online[index]?.join('\n')).length;
  tell(name, `${same} of ${queries.length} queries find the same as online, in the same order`);
  tell(name, `first query: ${spread(first)}; further ones: ${spread(further.map(({ time }) => time))}`);
}

/** Tells what occupies a slow machine while pages are opened on which nobody searches yet. */
async function measureTasks(
  browser: Browser,
  addressOf: (path: string) => string,
  how: string,
): Promise<void> {
  for (const path of ['index.html', 'search/index.html', 'archive/index.html']) {
    const longest: number[] = [];
    for (let round = 0; round < 5; round++) longest.push(await longestTask(browser, addressOf(path)));
    tell(`${path} ${how}, four times as slow`, `longest task: ${spread(longest)} (0: under 50)`);
  }
}

/** The longest task of a page that nobody uses, in milliseconds; 0 where each is under 50. */
async function longestTask(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage();
  await page.emulateCPUThrottling(4);
  await page.evaluateOnNewDocument(() => {
    const tasks: number[] = ((globalThis as { tasks?: number[] }).tasks = []);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address);
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const tasks = await page.evaluate(() => (globalThis as { tasks?: number[] }).tasks ?? []);
  await page.close();
  return Math.max(0, ...tasks);
}

/** Size of the largest script that a page loads, in bytes. */
function largestScript(): number {
  const assets = join(out, '_assets');
  const scripts = readdirSync(assets, { recursive: true, withFileTypes: true }).filter(({ name }) =>
    name.endsWith('.js'),
  );
  return Math.max(...scripts.map(({ parentPath, name }) => readFileSync(join(parentPath, name)).length));
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `median ${(sorted[sorted.length >> 1] ?? Number.NaN).toFixed(0)} ms, most ${(sorted.at(-1) ?? Number.NaN).toFixed(0)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function tell(what: string, figures: string): void {
  console.log(`${what}: ${figures}`);
}
