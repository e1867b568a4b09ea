import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { themeEarly, themeEarlyHash, themeKey } from '../../src/reader/theme-early.ts';

/** The theme that a page has after the early script, and the names that the script leaves behind. */
function run(localStorage: object): { theme: unknown; names: string[] } {
  const dataset: Record<string, unknown> = {};
  const context = { localStorage, document: { documentElement: { dataset } } };
  runInNewContext(themeEarly, context);
  return { theme: dataset['digestTheme'], names: Object.keys(context) };
}

test.each([
  [{ [themeKey]: 'dark' }, 'dark'],
  [{ [themeKey]: 'light' }, 'light'],
  [{ [themeKey]: 'system' }, undefined],
  [{ [themeKey]: 'dark"><script>' }, undefined],
  [{}, undefined],
])('with %j kept, the theme is %j', (kept, theme) => {
  expect(run(kept).theme).toBe(theme);
});

test('forbidden storage is no error, and no name is left behind', () => {
  const forbidden = new Proxy(
    {},
    {
      get() {
        throw new Error('SecurityError');
      },
    },
  );
  expect(run(forbidden)).toEqual({ theme: undefined, names: ['localStorage', 'document'] });
});

test('it is short, and can stand in any script element', () => {
  expect(themeEarly.length).toBeLessThan(150);
  expect(themeEarly).not.toMatch(/<|\n/);
});

test('its hash is that of its text', () => {
  expect(themeEarlyHash).toBe(`sha256-${createHash('sha256').update(themeEarly).digest('base64')}`);
});
