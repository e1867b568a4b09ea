// Takes pictures of every kind of page of the minimal example, in light and dark, on a phone and on a desktop; those that
// the README shows go into docs/images as well.
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from './browser.ts';
import { pagesOfExample } from '../packages/astro-digest/test/site/kinds-of-pages.ts';
import { run } from './run.ts';
import { serveFolder } from './static-server.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const example = join(root, 'examples', 'minimal');
const folder = join(root, '.artifacts', 'screenshots');

const shownInReadme = ['latest-desktop-light.png', 'paper-phone-dark.png'];
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

for (const [args, cwd] of [
  [['run', 'build'], root],
  [['exec', 'astro', 'build'], example],
] as const) {
  if ((await run('pnpm', args, { cwd })) !== 0) process.exit(1);
}
await mkdir(folder, { recursive: true });
const server = await serveFolder(join(example, 'dist'));
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
for (const [screen, viewport] of Object.entries(screens)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1.5 });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pagesOfExample)) {
      await page.goto(server.address + path, { waitUntil: 'networkidle' });
      await page.screenshot({ path: join(folder, `${name}-${screen}-${colorScheme}.png`) });
    }
    await context.close();
  }
}
await browser.close();
await server.stop();
for (const name of shownInReadme) await copyFile(join(folder, name), join(root, 'docs', 'images', name));
console.log(`The pictures are in ${folder}`);
