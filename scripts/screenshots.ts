// Takes pictures of every kind of page of the minimal example, in light and dark, on a phone and on a desktop, and of the digest in
// sites of other people's, and of every state of the search; those that the README shows go into docs/images as well. `screenshots search`
// takes those of the search alone.
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { hostStyles } from '../packages/astro-digest/test/browser/host-styles/sheets.ts';
import { addStyles, buildPlainHost } from '../packages/astro-digest/test/browser/host-styles/site.ts';
import { hostSites } from '../packages/astro-digest/test/site/host-sites.ts';
import { pagesOfExample } from '../packages/astro-digest/test/site/kinds-of-pages.ts';
import { browserArguments, findBrowser } from './browser.ts';
import { run } from './run.ts';
import { takeSearchPictures } from './search-pictures.ts';
import { serveFolder } from './static-server.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const example = join(root, 'examples', 'minimal');
const folder = join(root, '.artifacts', 'screenshots');

const shownInReadme = [
  'latest-desktop-light.png',
  'paper-phone-dark.png',
  'host-blog-latest-desktop-light.png',
];
const screens = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 }, hasTouch: false },
};
const isOfSearchAlone = process.argv.includes('search');

/** Styles around the digest that pictures are taken with, by the names of their files. */
const shownStyles = {
  bootstrap: 'Bootstrap',
  pico: 'Pico without classes',
  bulma: 'Bulma',
  elements: 'elements without a layer',
};

await runOrStop(['run', 'build'], root);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
await takeSearchPictures(browser, folder, screens);
if (!isOfSearchAlone) await takeAllElse();
await browser.close();
console.log(`The pictures are in ${folder}`);

async function takeAllElse(): Promise<void> {
  await runOrStop(['exec', 'astro', 'build'], example);
  await takePictures(browser, join(example, 'dist'), '', pagesOfExample);
  for (const [name, site] of Object.entries(hostSites)) {
    const made = await site.make(`screenshots-${name}`);
    const build = await made.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    const pages = {
      latest: '/papers/',
      paper: site.paper,
      archive: '/papers/archive/',
      search: '/papers/search/',
    };
    await takePictures(browser, `${made.root}/dist`, `host-${name}-`, pages);
  }
  const plain = await buildPlainHost('screenshots');
  const styles = await hostStyles();
  for (const [name, title] of Object.entries(shownStyles)) {
    const pages = {
      latest: '/papers/',
      paper: '/papers/2025-03-12/walking-robots/',
      archive: '/papers/archive/',
    };
    await takePictures(browser, `${plain.root}/dist`, `host-${name}-`, pages, (page, address, scheme) =>
      addStyles(page, address, styles[title] ?? {}, scheme),
    );
  }
  for (const name of shownInReadme) await copyFile(join(folder, name), join(root, 'docs', 'images', name));
}

async function runOrStop(args: readonly string[], cwd: string): Promise<void> {
  if ((await run('pnpm', args, { cwd })) !== 0) process.exit(1);
}

/**
 * Takes pictures of pages on both screens, in light and dark.
 *
 * @param dist folder of the site
 * @param prefix how the names of the pictures begin
 * @param pages paths by name
 * @param prepare what is done with a page before it is opened
 */
async function takePictures(
  browser: Browser,
  dist: string,
  prefix: string,
  pages: Readonly<Record<string, string>>,
  prepare?: (page: Page, address: string, colorScheme: 'light' | 'dark') => Promise<void>,
): Promise<void> {
  const server = await serveFolder(dist);
  for (const [screen, window] of Object.entries(screens)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ ...window, colorScheme, deviceScaleFactor: 1.5 });
      const page = await context.newPage();
      await prepare?.(page, server.address, colorScheme);
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(server.address + path, { waitUntil: 'networkidle' });
        await page.screenshot({ path: join(folder, `${prefix}${name}-${screen}-${colorScheme}.png`) });
      }
      await context.close();
    }
  }
  await server.stop();
}
