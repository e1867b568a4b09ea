/// <reference lib="dom" />
// `node benchmarks/search/weigh.ts`: what searching 10,000 papers costs a reader's browser: bytes over the wire, and how long
// after the last key the first result is there. `--built` takes the site that is there from before.
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/browser.ts';
import { serveFolder } from '../../scripts/static-server.ts';
import { buildCorpus, corpora, readCorpus } from './corpora.ts';
import { makeQueries, rules } from './queries.ts';

const [corpus] = corpora(['10,000 papers']);
if (!corpus) throw new Error('There is no such corpus.');
const built = process.argv.includes('--built') ? await readCorpus(corpus) : await buildCorpus(corpus);
const queries = makeQueries(built.papers, 6);
const server = await serveFolder(built.site);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });

/** Bytes as a static host sends them: text is compressed, what is compressed already is not. */
function wireSize(url: string, body: Buffer): number {
  return /\.(?:js|css|html|json|txt)(?:\?|$)|\/$/.test(url) ? gzipSync(body).length : body.length;
}

/** Opens the search page in a new window, and counts what comes after the page itself. */
async function openSearch(): Promise<{ page: Page; bytes(): Promise<number>; close(): Promise<void> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const loading: Promise<number>[] = [];
  context.on('response', (response) => {
    const url = response.url();
    if (/\.(?:css|png|svg)$/.test(url) || url.startsWith('data:') || url.endsWith('/search/')) return;
    loading.push(response.body().then((body) => wireSize(url, body)));
  });
  await page.goto(`${server.address}/papers/search/`, { waitUntil: 'networkidle' });
  return {
    page,
    bytes: async () => (await Promise.all(loading.splice(0))).reduce((sum, size) => sum + size, 0),
    close: () => context.close(),
  };
}

/** Types a query and waits for results that are its own; gives the milliseconds from the last key to the first result. */
async function search(page: Page, query: string): Promise<number> {
  const time = await page.evaluate(
    (query) =>
      new Promise<number>((resolve, reject) => {
        const input = document.querySelector<HTMLInputElement>('.digest-search input[name=q]');
        const list = document.querySelector('.digest-search ol');
        if (!input || !list) return reject(new Error('There is no search on this page.'));
        const start = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(list, { childList: true });
        setTimeout(() => resolve(Number.NaN), 20_000);
        input.value = query;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    query,
  );
  await page.waitForFunction(() => !document.querySelector('.digest-search[aria-busy=true]'));
  return time;
}

const first: number[] = [];
for (const rule of rules) {
  const query = queries.find((query) => query.rule === rule)?.query;
  if (query === undefined) continue;
  const { page, bytes, close } = await openSearch();
  await search(page, query);
  const size = await bytes();
  first.push(size);
  console.log(`first query, ${rule}: ${kilobytes(size)} (${query})`);
  await close();
}

const { page, bytes, close } = await openSearch();
await search(page, 'anything');
await bytes();
const further: number[] = [];
const times: number[] = [];
for (const { rule, query } of queries) {
  times.push(await search(page, query));
  const size = await bytes();
  further.push(size);
  console.log(`further query, ${rule}: ${kilobytes(size)}, ${times.at(-1)?.toFixed(0)} ms (${query})`);
}
await close();
await browser.close();
await server.stop();
console.log(`first query: median ${kilobytes(median(first))}, most ${kilobytes(Math.max(...first))}`);
console.log(`further query: median ${kilobytes(median(further))}, most ${kilobytes(Math.max(...further))}`);
console.log(
  `last key to first result: median ${median(times).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms`,
);

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
