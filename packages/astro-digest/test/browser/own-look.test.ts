import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { buildPlainHost } from './host-styles/site.ts';
import { newReader, openBrowser } from './reader.ts';

/** Styles of a site with fonts and colours of its own, and the ways in which sites tell light from dark. */
const site = `
  body { background: #fff7e6; color: #123456; font-family: monospace }
  h1, h2, h3 { color: #a00; font-family: cursive }
  a { color: #06c }
`;
const dark = 'background: #102030; color: #cde';
const switches = {
  'a class': {
    styles: `.dark body { ${dark} }`,
    turn: (page: Page) => page.evaluate(() => void document.documentElement.classList.toggle('dark')),
  },
  'an attribute': {
    styles: `[data-theme='dark'] body { ${dark} }`,
    turn: (page: Page) =>
      page.evaluate(() => void document.documentElement.setAttribute('data-theme', 'dark')),
  },
  'the reader’s system': {
    styles: `@media (prefers-color-scheme: dark) { body { ${dark} } }`,
    turn: (page: Page) => page.emulateMedia({ colorScheme: 'dark' }),
  },
};

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  const host = await buildPlainHost('own-look', { options: { title: 'Daily Papers', look: 'digest' } });
  [browser, server] = [await openBrowser(), await serveFolder(`${host.root}/dist`)];
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens a page of the digest in a site with styles. */
async function open(path: string, styles: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const { page } = await newReader(browser, { colorScheme, viewport: { width: 390, height: 900 } });
  await page.route(`${server.address}/**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const body = (await response.text()).replace('</head>', () => `<style>${styles}</style></head>`);
    return route.fulfill({ response, body });
  });
  await page.goto(server.address + path);
  return page;
}

/** Colours as a screen has them, red, green and blue from 0 to 255, of what the digest has on its pages. */
const coloursOf = (page: Page): Promise<Record<string, number[]>> =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!;
    const onScreen = (colour: string): number[] => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector)!);
    return {
      ground: onScreen(styleOf('.digest-page').backgroundColor),
      ink: onScreen(styleOf('.digest-page').color),
      heading: onScreen(styleOf('.digest-page h2').color),
      abstract: onScreen(styleOf('.digest-abstract').color),
      link: onScreen(styleOf('.digest-abstract a').color),
      quiet: onScreen(styleOf('.digest-page .digest-quiet').color),
    };
  });

/** The same colours in the digest's own layout. */
const own = {
  light: { ground: '#fcfbf8', ink: '#1c1a17', quiet: '#5f5a51' },
  dark: { ground: '#151412', ink: '#e9e5dc', quiet: '#a8a296' },
};

/** Which colours are not those of our own layout; what is lost on the way from oklab is none. */
async function othersThanOwn(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  const colours = await coloursOf(page);
  const { ground, ink, quiet } = own[theme];
  const wanted = { ground, ink, heading: ink, abstract: ink, link: ink, quiet };
  return Object.entries(wanted).flatMap(([name, colour]) => {
    const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    const isNear = channels.every(
      (channel, index) => Math.abs(channel - (colours[name]?.[index] ?? 999)) <= 3,
    );
    return isNear ? [] : [`${name} is ${colours[name]}, not ${channels}`];
  });
}

async function contrastOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('.digest-page').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('its fonts are ours, the size of its text is the site’s', async () => {
  const page = await open('/papers/', `${site} main { font-size: 19px }`);
  const fonts = await page.evaluate(() =>
    ['.digest-page', '.digest-page h1', '.digest-paper > h2', '.digest-abstract'].map(
      (selector) => getComputedStyle(document.querySelector(selector)!).fontFamily,
    ),
  );
  for (const font of fonts) expect(font).toMatch(/^ui-serif, Charter/);
  expect(
    await page
      .locator('.digest-abstract')
      .first()
      .evaluate((each) => getComputedStyle(each).fontSize),
  ).toBe('19px');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  // Around it nothing has changed.
  expect(await page.locator('#page > header a').evaluate((each) => getComputedStyle(each).color)).toBe(
    'rgb(0, 102, 204)',
  );
  await page.context().close();
});

test.each(Object.entries(switches))(
  'it is dark when the site is, by %s, at once',
  async (_, { styles, turn }) => {
    const page = await open('/papers/', site + styles);
    expect(await othersThanOwn(page, 'light')).toEqual([]);
    await turn(page);
    expect(await othersThanOwn(page, 'dark')).toEqual([]);
    await page.context().close();
  },
);

test.each(['light', 'dark'] as const)(
  'it stays light in a site that is never dark, where the system is %s',
  async (system) => {
    const page = await open('/papers/', site, system);
    expect(await othersThanOwn(page, 'light')).toEqual([]);
    await page.context().close();
  },
);

test.each([
  '/papers/',
  '/papers/2025-03-11/',
  '/papers/archive/',
  '/papers/search/?q=forest',
  '/papers/subscribe/',
])('all of %s can be read in the light and in the dark', async (path) => {
  const page = await open(path, site + switches['a class'].styles);
  await page.locator('.digest-page:not([aria-busy=true])').waitFor();
  expect(await contrastOf(page)).toEqual([]);
  await switches['a class'].turn(page);
  expect(await contrastOf(page)).toEqual([]);
  await page.context().close();
});
