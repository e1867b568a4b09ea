import { createServer } from 'node:net';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyExample } from '../site/example.ts';
import { pagesOfExample } from '../site/kinds-of-pages.ts';
import { browserArguments, findBrowser } from '../../../../scripts/browser.ts';
import { serveFolder } from '../../../../scripts/static-server.ts';

let browser: Browser;
let port: number;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  const site = await copyExample('minimal', 'lighthouse');
  // What reading offline takes comes after the page, and costs it nothing.
  const config = await site.read('astro.config.mjs');
  await site.write('astro.config.mjs', config.replace("base: '/',", "base: '/', offline: true,"));
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  server = await serveFolder(join(site.root, 'dist'));
  port = await freePort();
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? (await findBrowser()),
    args: [...browserArguments, `--remote-debugging-port=${port}`],
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The scores of a page, the best of some tries: another program on the machine must not cost a page its score. */
async function scoresOf(path: string, tries = 4): Promise<Record<string, number>> {
  const best: Record<string, number> = {};
  for (let round = 0; round < tries; round++) {
    const result = await lighthouse(
      server.address + path,
      { port, logLevel: 'silent', onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'] },
      desktopConfig,
    );
    for (const { id, score } of Object.values(result?.lhr.categories ?? {})) {
      best[id] = Math.max(best[id] ?? 0, Math.round((score ?? 0) * 100));
    }
    if (Object.values(best).every((score) => score === 100)) break;
  }
  return best;
}

test.each(['latest', 'issue', 'paper', 'archive', 'topic'])(
  '%s: Lighthouse gives 100 for everything',
  { timeout: 240_000 },
  async (name) => {
    expect(await scoresOf(pagesOfExample[name] as string)).toEqual({
      performance: 100,
      accessibility: 100,
      'best-practices': 100,
      seo: 100,
    });
  },
);

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
