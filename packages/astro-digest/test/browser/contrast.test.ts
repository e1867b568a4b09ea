import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { contrastPages } from './contrast/contrast-pages.ts';
import { colors, faint, link, rgb } from './contrast/read-colors.ts';
import { hostStyles } from './host-styles/sheets.ts';

const { open, wrong } = contrastPages('contrast');

const title = '.digest-paper h2 a';
const quiet = '.digest-main .digest-quiet';

/** What axe has to say against the contrast of the digest. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('.digest-page')
    .withRules(['color-contrast'])
    .analyze();
  return violations.flatMap(({ nodes }) => nodes.map(({ html, any }) => `${html} ${any[0]?.message}`));
}

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

test('nothing went wrong on any of these pages', () => {
  expect(wrong).toEqual([]);
});
