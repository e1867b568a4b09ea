import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { hostStyles } from './host-styles/sheets.ts';
import { addStyles, buildPlainHost } from './host-styles/site.ts';
import { newReader, openBrowser, type Reader } from './reader.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
let opened: Reader[] = [];
/** What all pages wrote to the console, and errors that nothing caught. */
const wrong: string[] = [];

beforeAll(async () => {
  const site = await buildPlainHost('contrast');
  [browser, server] = [await openBrowser(), await serveFolder(`${site.root}/dist`)];
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async () => {
  for (const { page, messages } of opened) {
    wrong.push(...messages);
    await page.context().close();
  }
  opened = [];
});

/** Opens a page of the digest in a site with these styles. */
async function open(after: string, path = 'papers/', colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const reader = await newReader(browser, { colorScheme });
  opened.push(reader);
  await addStyles(reader.page, server.address, { after }, colorScheme);
  await reader.page.goto(`${server.address}/${path}`);
  return reader.page;
}

const link = '.digest-abstract a';
const title = '.digest-paper h2 a';
const quiet = '.digest-main .digest-quiet';

/** Colours of the first elements that selectors find, as CSS has them. */
const colors = (page: Page, ...selectors: string[]): Promise<string[]> =>
  page.evaluate(
    (selectors) => selectors.map((selector) => getComputedStyle(document.querySelector(selector)!).color),
    selectors,
  );

/** What the digest says of the site's colours; `undefined` where all can be read. */
const faint = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector<HTMLElement>('.digest-page')!.dataset['faint']);

/** What axe has to say against the contrast of the digest. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('.digest-page')
    .withRules(['color-contrast'])
    .analyze();
  return violations.flatMap(({ nodes }) => nodes.map(({ html, any }) => `${html} ${any[0]?.message}`));
}

const rgb = (hex: string): string =>
  `rgb(${[1, 2, 3].map((index) => Number.parseInt(hex[index]!.repeat(2), 16)).join(', ')})`;

describe('a colour of the site that can be read stays as it is', () => {
  test.each([
    ['links of 4.54:1', 'body { background: #fff; color: #222 } a { color: #767676 }', 'rgb(118, 118, 118)'],
    ['no ground of its own', 'a { color: #0645ad }', 'rgb(6, 69, 173)'],
    [
      'in oklch',
      'body { background: oklch(0.2 0 0); color: #eee } a { color: oklch(0.8 0.1 200) }',
      'oklch(0.8 0.1 200)',
    ],
    [
      'on several layers',
      'html { background: #000 } body { background: rgb(255 255 255 / .5); color: #000 } main { background: rgb(255 255 255 / .8) } a { color: #00f }',
      'rgb(0, 0, 255)',
    ],
    [
      'that is translucent',
      'body { background: #fff; color: #111 } a { color: rgb(0 0 0 / .7) }',
      'rgba(0, 0, 0, 0.7)',
    ],
    [
      'on a picture, where nothing can be told',
      'main { background: linear-gradient(#222, #333); color: #999 } a { color: #9cf }',
      'rgb(153, 204, 255)',
    ],
    [
      'on a box behind the page',
      'body::before { content: ""; position: fixed; inset: 0; z-index: -1; background: #000 } body { color: #eee } a { color: #9cf }',
      'rgb(153, 204, 255)',
    ],
    [
      'on a ground that a picture is behind',
      'html { background: url("data:,") } body { background: #111; color: #eee } a { color: #9cf }',
      'rgb(153, 204, 255)',
    ],
    [
      "on the browser's own dark ground",
      ':root { color-scheme: dark } a { color: #9cf }',
      'rgb(153, 204, 255)',
    ],
  ])('%s', async (_, styles, color) => {
    const page = await open(styles);
    expect(await faint(page)).toBeUndefined();
    expect(await colors(page, link)).toEqual([color]);
  });
});

test.each(['Bootstrap', 'Pico', 'Bulma', 'dark by a class'])(
  'links of “%s” are those of the site, in light and dark',
  async (name) => {
    const { before = '', after = '' } = (await hostStyles())[name]!;
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(before + after, 'papers/', colorScheme);
      const kept = await colors(page, link);
      await page.evaluate((link) => {
        const own = document.createElement('a');
        own.href = document.querySelector<HTMLAnchorElement>(link)!.href;
        own.id = 'own';
        document.querySelector('main')!.append(own);
      }, link);
      expect(await colors(page, '#own'), colorScheme).toEqual(kept);
    }
  },
);

describe('ours steps in where a colour of the site', () => {
  test.each([
    [
      'of links is faint in light',
      'body { background: #fff; color: #333 } a { color: #9cf }',
      'links',
      rgb('#333'),
    ],
    [
      'of links is faint in dark',
      'body { background: #111; color: #ddd } a { color: #1e3a8a }',
      'links',
      rgb('#ddd'),
    ],
    [
      'of some links is faint',
      'body { background: #fff; color: #333 } a { color: #00c } a[href^="https:"] { color: #9cf }',
      'links',
      rgb('#333'),
    ],
    [
      'is faint on a layer over the page',
      'body { background: #fff; color: #333 } main { background: rgb(0 0 0 / .2) } a { color: #666 }',
      'links',
      rgb('#333'),
    ],
    [
      'is faint by what is behind it',
      'body { background: #fff; color: #333 } a { color: rgb(0 0 255 / .4) }',
      'links',
      rgb('#333'),
    ],
    [
      'of the ink is faint in light',
      'body { background: #fff; color: #999 } a { color: #00c }',
      'black',
      rgb('#00c'),
    ],
    [
      'of the ink is faint in dark',
      'body { background: #111; color: #555 } a { color: #9cf }',
      'white',
      rgb('#9cf'),
    ],
    [
      'of the ink is faint on a ground in the middle',
      'body { background: #777; color: #aaa } a { color: #fff }',
      'black',
      'rgb(0, 0, 0)',
    ],
    [
      'of the ink is none of sRGB',
      'body { background: color(display-p3 1 1 1); color: color(display-p3 0.6 0.6 0.6) } a { color: #00c }',
      'black',
      rgb('#00c'),
    ],
    [
      'named by a custom property is faint',
      'body { background: #fff; color: #333 } :root { --digest-accent: #9cf; --digest-quiet: #bbb } a { color: #00c }',
      'quiet accent',
      rgb('#00c'),
    ],
  ])('%s', async (_, styles, words, color) => {
    const page = await open(styles);
    expect((await faint(page))?.split(' ')).toEqual(expect.arrayContaining(words.split(' ')));
    expect(await colors(page, link)).toEqual([color]);
    expect(await faults(page)).toEqual([]);
    await page.locator(title).first().hover();
    expect(await faults(page)).toEqual([]);
  });

  test('leaves nothing for what stands back, which takes the ink', async () => {
    const page = await open(
      'body { background: #d6c7a1; color: #5b4a2a } a { color: #0645ad }',
      'papers/archive/',
    );
    expect(await faint(page)).toBe('quiet black-days');
    expect(await colors(page, quiet)).toEqual(['rgb(91, 74, 42)']);
    expect(await faults(page)).toEqual([]);
  });
});

test('a fault is found', async () => {
  const page = await open('body { background: #fff; color: #333 } a { color: #9cf }');
  await page.evaluate(() => delete document.querySelector<HTMLElement>('.digest-page')!.dataset['faint']);
  expect(await faults(page)).toContainEqual(expect.stringContaining('insufficient color contrast of 1.68'));
});

describe('colours are looked at again', () => {
  const switched = `
    body { background: #fff; color: #222 } a { color: #1e3a8a }
    :is(.dark, [data-theme=dark], .night *, .night) body, body.dark { background: #111; color: #ddd }
  `;
  /** What the digest says two frames after the site has done something. */
  const after = (page: Page, act: () => void): Promise<string | undefined> =>
    page.evaluate(
      `new Promise((resolve) => {
        (${act})();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.querySelector('.digest-page').dataset.faint)));
      })`,
    );

  test.each<[string, () => void, () => void]>([
    [
      'class of the root',
      () => document.documentElement.classList.add('dark'),
      () => document.documentElement.classList.remove('dark'),
    ],
    [
      'class of the body',
      () => document.body.classList.add('dark'),
      () => document.body.classList.remove('dark'),
    ],
    [
      'attribute',
      () => (document.documentElement.dataset['theme'] = 'dark'),
      () => delete document.documentElement.dataset['theme'],
    ],
    [
      'style',
      () => document.body.setAttribute('style', 'background: #111; color: #ddd'),
      () => document.body.removeAttribute('style'),
    ],
    [
      'sheet',
      () => {
        const sheet = document.createElement('style');
        sheet.id = 'dark';
        sheet.textContent = 'body { background: #111 !important; color: #ddd !important }';
        document.head.append(sheet);
      },
      () => document.getElementById('dark')!.remove(),
    ],
  ])('when the site switches by %s', async (_, toDark, toLight) => {
    const page = await open(switched);
    expect(await faint(page)).toBeUndefined();
    expect(await after(page, toDark)).toBe('links');
    expect(await colors(page, link)).toEqual([rgb('#ddd')]);
    expect(await after(page, toLight)).toBeUndefined();
    expect(await colors(page, link)).toEqual(['rgb(30, 58, 138)']);
  });

  test('when the system switches', async () => {
    const page = await open(
      `${switched} @media (prefers-color-scheme: dark) { body { background: #111; color: #ddd } }`,
    );
    expect(await faint(page)).toBeUndefined();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>('.digest-page')!.dataset['faint'] === 'links',
    );
    await page.emulateMedia({ colorScheme: 'light' });
    await page.waitForFunction(
      () => !('faint' in document.querySelector<HTMLElement>('.digest-page')!.dataset),
    );
  });

  test('when a switch that takes its time is over', async () => {
    const page = await open(`${switched} *, body { transition: all .2s }`);
    await page.evaluate(() => document.documentElement.classList.add('dark'));
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>('.digest-page')!.dataset['faint'] === 'links',
    );
    await page.evaluate(() => document.documentElement.classList.remove('dark'));
    await page.waitForFunction(
      () => !('faint' in document.querySelector<HTMLElement>('.digest-page')!.dataset),
    );
    expect(await colors(page, link)).toEqual(['rgb(30, 58, 138)']);
  });

  test('and not by what it does itself', async () => {
    const page = await open(switched);
    const changes = await page.evaluate(async () => {
      const root = document.querySelector('.digest-page')!;
      let changes = 0;
      new MutationObserver((records) => (changes += records.length)).observe(root, { attributes: true });
      document.documentElement.classList.add('dark');
      for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
      return changes;
    });
    expect(changes).toBe(1);
  });
});

test('a part of the digest in its page is looked at as well, once', async () => {
  const page = await open('body { background: #fff; color: #333 } a { color: #9cf }');
  const words = await page.evaluate(async () => {
    const part = document.createElement('div');
    part.className = 'digest digest-part';
    part.innerHTML = document.querySelector('.digest-abstract')!.outerHTML;
    document.querySelector('.digest-main')!.append(part);
    document.dispatchEvent(new Event('astro:page-load'));
    let changes = 0;
    new MutationObserver((records) => (changes += records.length)).observe(part, { attributes: true });
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    return [part.dataset['faint'], changes];
  });
  expect(words).toEqual(['links', 0]);
});

test('a site that gives all elements a colour, and means it, is read all the same', async () => {
  const page = await open(
    'body { background: #fff } * { color: #333 !important } a { color: #9cf !important }',
  );
  expect(await faint(page)).toBe('links');
});

test('nothing moves, and nothing stays in the page', async () => {
  const page = await open('body { background: #777; color: #999 } a { color: #888 }');
  const boxes = () =>
    page.evaluate(() => [
      document.querySelector('.digest-page')!.childElementCount,
      ...[...document.querySelectorAll('.digest-page *')].flatMap((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height];
      }),
    ]);
  const measured = await boxes();
  await page.evaluate(() => delete document.querySelector<HTMLElement>('.digest-page')!.dataset['faint']);
  expect(await boxes()).toEqual(measured);
});

describe('in a site', () => {
  /** Builds a site whose layout has styles of its own, and serves it. */
  const serve = async (name: string, config: string, head: string): Promise<typeof server> => {
    const site = await Site.create(name, {
      ...plainSite,
      'astro.config.mjs': `
        import { defineConfig } from 'astro/config';
        import digest from 'astro-digest';
        export default defineConfig({
          ${config}
          site: 'https://example.org',
          integrations: [digest({ title: 'Daily Papers', layout: './src/layouts/Base.astro' })],
        });
      `,
      'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
        ['Walking Robots', 'Robots walk, see https://github.com/example/robots.'],
      ]),
      'src/layouts/Base.astro': `---
${head === '' ? '' : "import { ClientRouter } from 'astro:transitions';"}
const { title } = Astro.props;
---
<html lang="en">
  <head><meta charset="utf-8" /><title>{title}</title><link rel="icon" href="data:," />${head}<slot name="head" /></head>
  <body><a href="/papers/">The papers</a><slot /></body>
</html>
<style is:global>
  body { background: #fff; color: #333 }
  a { color: #9cf }
</style>
`,
      'src/pages/index.astro': `---
import Base from '../layouts/Base.astro';
---
<Base title="My site"><h1>My site</h1></Base>
`,
    });
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    return serveFolder(`${site.root}/dist`);
  };

  const openFirst = async (address: string): Promise<Page> => {
    const reader = await newReader(browser);
    opened.push(reader);
    await reader.page.goto(address);
    return reader.page;
  };

  test('with a client-side router, on each page', async () => {
    const { address, stop } = await serve('contrast-router', '', '<ClientRouter />');
    const page = await openFirst(`${address}/`);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    await page.getByRole('link', { name: 'The papers', exact: true }).click();
    await page.locator('[data-faint="links"]').waitFor();
    await page.getByRole('link', { name: 'Walking Robots', exact: true }).first().click();
    await page.locator('.digest-paper-page').waitFor();
    await page.locator('[data-faint="links"]').waitFor();
    // The site's own links are the site's.
    expect(await colors(page, 'body > a', link)).toEqual([rgb('#9cf'), rgb('#333')]);
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
    await stop();
  });

  test('with a strict policy', async () => {
    const { address, stop } = await serve('contrast-policy', 'security: { csp: true },', '');
    const page = await openFirst(`${address}/papers/`);
    expect(await page.locator('meta[http-equiv="content-security-policy"]').count()).toBe(1);
    expect(await faint(page)).toBe('links');
    expect(await colors(page, link)).toEqual([rgb('#333')]);
    await stop();
  });
});

test('nothing went wrong on any of these pages', () => {
  expect(wrong).toEqual([]);
});
