/// <reference lib="dom" />
// `node benchmarks/search/weigh.ts`: what searching 10,000 papers costs a reader's browser: bytes over the wire, and how long
// after the last key the first result is there. It asks 50 queries of each kind that `queries.ts` makes, and 50 of eight words that no
// paper has together, each in a window of its own and then all of them in one. `--built` takes the site that is there from before, `--seed 2` makes other queries.
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/browser.ts';
import { seeded, shuffled, type Random } from '../archive/random.ts';
import { serveFolder } from '../../scripts/static-server.ts';
import { buildCorpus, corpora, readCorpus } from './corpora.ts';
import { makeQueries, rules } from './queries.ts';

const [corpus] = corpora(['10,000 papers']);
if (!corpus) throw new Error('There is no such corpus.');
const built = process.argv.includes('--built') ? await readCorpus(corpus) : await buildCorpus(corpus);
const seed = process.argv.indexOf('--seed');
const seeds = seed < 0 ? 1 : Number(process.argv[seed + 1]);
const kinds = [...rules, 'eight words'] as const;
const queries: Asked[] = [
  ...makeQueries(built.papers, 50, seeds),
  ...Array.from({ length: 50 }, eightWords(seeded(seeds * 100))),
];
const server = await serveFolder(built.site);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });

/** A query of a kind. */
interface Asked {
  rule: (typeof kinds)[number];
  query: string;
}

/** A query, and how many bytes it took. */
interface Weighed extends Asked {
  size: number;
}

/** Words as a reader has them who remembers two papers as one: five of one abstract and three of another. */
function eightWords(random: Random): () => Asked {
  const some = (count: number): string[] => {
    const { text } = random.pick(built.papers);
    const words = new Set(text.toLowerCase().match(/[a-z]{4,}/g));
    return shuffled([...words], random).slice(0, count);
  };
  return () => ({ rule: 'eight words', query: [...some(5), ...some(3)].join(' ') });
}

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

const first: Weighed[] = [];
for (const query of queries) {
  const { page, bytes, close } = await openSearch();
  await search(page, query.query);
  first.push({ ...query, size: await bytes() });
  await close();
}

const { page, bytes, close } = await openSearch();
await search(page, 'anything');
await bytes();
const further: Weighed[] = [];
const times: number[] = [];
for (const query of queries) {
  times.push(await search(page, query.query));
  further.push({ ...query, size: await bytes() });
}
await close();
await browser.close();
await server.stop();
tell('first query', first);
tell('further query', further);
console.log(
  `last key to first result: median ${median(times).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms`,
);

/** Prints what queries of each kind weigh, and the dearest of all. */
function tell(what: string, weighed: readonly Weighed[]): void {
  const [dearest] = weighed.toSorted((a, b) => b.size - a.size);
  for (const rule of kinds) {
    const own = weighed.filter((query) => query.rule === rule).map(({ size }) => size);
    if (own.length > 0) console.log(`${what}, ${own.length} of the kind “${rule}”: ${summary(own)}`);
  }
  console.log(`${what}: ${summary(weighed.map(({ size }) => size))} (${dearest?.query})`);
}

function summary(sizes: readonly number[]): string {
  return `median ${kilobytes(median(sizes))}, most ${kilobytes(Math.max(...sizes))}`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
