import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { contrastPages } from './contrast/contrast-pages.ts';
import { colors, faint, link, rgb } from './contrast/read-colors.ts';

const { open, wrong } = contrastPages('contrast-switches');

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

test('nothing went wrong on any of these pages', () => {
  expect(wrong).toEqual([]);
});
