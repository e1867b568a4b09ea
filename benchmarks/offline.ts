/// <reference lib="dom" />
// `pnpm bench:offline`: what it takes to save a site for reading offline: how long from a host that answers after a while, beside the same files one by
// one, in turns; whether a saving that breaks off anywhere ends with the same; how much memory the page takes; what the next day loads.
//   --papers 10000   size of the archive that is made up and built
//   --built FOLDER   a built site instead, and, with --next FOLDER, the same on the next day
//   --delay 50       milliseconds before each answer
//   --rounds 1       how often each is done; with 0 nothing is saved file by file
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { ChangingHost } from '../packages/astro-digest/test/browser/changing-host.ts';
import { browserArguments, findBrowser } from '../scripts/browser.ts';
import type { OfflineManifest, PackTable } from '../packages/astro-digest/dist/offline/pack-table.js';
import { packFile } from '../packages/astro-digest/dist/offline/pack-table.js';
import { contestants, type Contestant } from './sites/contestants.ts';
import { addPapers, makeSite } from './sites/make-site.ts';
import { runMeasured } from './sites/run-measured.ts';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '10000' },
    built: { type: 'string' },
    next: { type: 'string' },
    delay: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '1' },
  },
});
const [site, next] =
  values.built === undefined ? await buildSites(Number(values.papers)) : [values.built, values.next];
const host = await ChangingHost.start(site);
host.delay = Number(values.delay);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
const files = offlineFiles(site);
/** Something of the command line of each process of this browser. */
const browserMark = 'playwright';

for (let round = 1; round <= Number(values.rounds); round++) {
  const packs = await timeOf(saveWhole);
  const single = await timeOf(saveEachFile);
  const times = (single / packs).toFixed(1);
  tell(
    'saving',
    `${seconds(packs)} in packs; ${files.length} files one by one ${seconds(single)}: ${times} times as long`,
  );
}
if (Number(values.rounds) === 0) tell('saving', seconds(await timeOf(saveWhole)));
await breakOff(10);
if (next !== undefined) await nextDay(next);
await browser.close();
await host.stop();

/** Builds a site that can be read offline, and the same with the papers of a day more. */
async function buildSites(papers: number): Promise<[string, string]> {
  const contestant = contestants.find(({ name }) => name.includes('full theme')) as Contestant;
  const folder = makeSite(contestant, papers);
  const config = join(folder, 'astro.config.mjs');
  writeFileSync(config, readFileSync(config, 'utf8').replace('digest({', 'digest({ offline: true,'));
  const bin = fileURLToPath(new URL('node_modules/.bin', import.meta.url));
  const path = [dirname(process.execPath), bin, process.env['PATH']].join(delimiter);
  const build = async (name: string): Promise<string> => {
    await runMeasured(contestant.steps, { cwd: folder, env: { PATH: path, ASTRO_TELEMETRY_DISABLED: '1' } });
    const built = join(folder, name);
    rmSync(built, { recursive: true, force: true });
    cpSync(join(folder, 'dist'), built, { recursive: true });
    return built;
  };
  const today = await build('today');
  const known = new Set(Array.from(contestant.files(papers), ({ path }) => path));
  for (const file of contestant.files(papers + 30))
    if (!known.has(file.path)) addPapers(join(folder, contestant.content), file);
  return [today, await build('tomorrow')];
}

/** Addresses of all files that the packs of a site hold. */
function offlineFiles(folder: string): string[] {
  const packs = join(folder, 'papers/offline');
  const { packs: listed } = JSON.parse(readFileSync(join(packs, 'manifest.json'), 'utf8')) as OfflineManifest;
  return listed.flatMap(({ table }) => {
    const text = inflateRawSync(readFileSync(join(packs, packFile(table)))).toString();
    return (JSON.parse(text) as PackTable).paths.map((path) => `/${path.replace(/index\.html$/, '')}`);
  });
}

/** A window in which nothing is saved unasked. */
async function newPage(path = '/papers/offline/'): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await page.goto(host.address + path);
  await page.locator('.digest-save').waitFor();
  return page;
}

async function timeOf(save: (page: Page) => Promise<void>): Promise<number> {
  const page = await newPage();
  const start = performance.now();
  const memory = watchMemory();
  await save(page);
  const time = performance.now() - start;
  const { most, more } = memory();
  tell(
    'memory',
    `${save.name}: ${megabytes(most)} at most in the process of a page, ${megabytes(more)} more than before`,
  );
  await page.context().close();
  return time;
}

async function saveWhole(page: Page): Promise<void> {
  await page.locator('.digest-save').click();
  await page.getByText(/^All of it is saved \([^)]*\)\.$/).waitFor({ timeout: 1_200_000 });
}

/** Saves the same files as a list of addresses would have them saved: six at a time, as many as browsers ask one host. */
async function saveEachFile(page: Page): Promise<void> {
  page.setDefaultTimeout(3_600_000);
  await page.evaluate(async (files) => {
    const cache = await caches.open('one by one');
    const left = files.values();
    const lane = async (): Promise<void> => {
      for (const file of left) await cache.put(file, await fetch(file));
    };
    await Promise.all(Array.from({ length: 6 }, lane));
  }, files);
}

/** Breaks a saving off at points by chance, goes on with it, and compares what comes of it with what is saved in one go. */
async function breakOff(times: number): Promise<void> {
  const whole = await newPage();
  await saveWhole(whole);
  const expected = await savedEntries(whole);
  await whole.context().close();
  const page = await newPage();
  host.requests.length = 0;
  const points = Array.from({ length: times }, () => Math.floor(Math.random() * 40) + 1);
  for (const point of points) {
    const before = host.requests.length;
    await page.locator('.digest-save').click();
    while (host.requests.length < before + point) await page.waitForTimeout(5);
    await page
      .locator('.digest-pause')
      .click({ timeout: 5000 })
      .catch(() => {});
    await page.locator('.digest-save, .digest-remove').filter({ visible: true }).first().waitFor();
  }
  if (await page.locator('.digest-save').isVisible()) await saveWhole(page);
  const packs = host.requests.filter((path) => path.endsWith('.pack'));
  const twice = packs.length - new Set(packs).size;
  const same = (await savedEntries(page)) === expected;
  tell(
    'broken off',
    `${times} times, after ${points.join(', ')} requests: ${same ? 'the same' : 'ANOTHER'} state; ${twice} packs were under way and loaded again`,
  );
  await page.context().close();
}

/** What is saved, as a text: addresses and hashes. */
function savedEntries(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const lines: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      if (!name.includes('|saved|')) continue;
      for (const { url } of await cache.keys()) {
        if (/\/saved\/(?:policies|pins)/.test(url)) continue;
        const bytes = await ((await cache.match(url)) as Response).arrayBuffer();
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        lines.push(`${new URL(url).pathname} ${hash.join()}`);
      }
    }
    return lines.sort().join('\n');
  });
}

/** Tells what the next day loads. */
async function nextDay(folder: string): Promise<void> {
  const page = await newPage();
  await saveWhole(page);
  host.folder = folder;
  await page.goto(`${host.address}/papers/offline/`);
  await page.locator('.digest-save').waitFor();
  host.requests.length = 0;
  await saveWhole(page);
  const loaded = host.requests.filter((path) => path.startsWith('/papers/offline/') && !path.endsWith('/'));
  const bytes = loaded.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  tell('the next day', `${loaded.length} files, ${megabytes(bytes)}`);
}

/** Watches the memory of the browser's page processes; gives how much one of them had at most, and of that what it had not before, in bytes. */
function watchMemory(): () => { most: number; more: number } {
  const before = pageMemory();
  const peak = { most: 0, more: 0 };
  const timer = setInterval(() => {
    for (const [process, bytes] of pageMemory()) {
      peak.most = Math.max(peak.most, bytes);
      const had = before.get(process);
      if (had !== undefined) peak.more = Math.max(peak.more, bytes - had);
    }
  }, 50);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** Memory that each page process has for itself, as Linux tells it; nothing elsewhere. */
function pageMemory(): Map<string, number> {
  const found = new Map<string, number>();
  for (const process of existsSync('/proc')
    ? readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    : []) {
    try {
      const command = readFileSync(`/proc/${process}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer') || !command.includes(browserMark)) continue;
      const status = readFileSync(`/proc/${process}/status`, 'utf8');
      found.set(process, Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
    } catch {
      // It has ended in between.
    }
  }
  return found;
}

function tell(what: string, text: string): void {
  console.log(`${what.padEnd(14)}${text}`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
