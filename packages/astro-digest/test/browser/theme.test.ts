import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { themeKey } from '../../src/reader/theme-early.ts';
import { theme, useMarksSite } from './marks-site.ts';

const { open, go } = useMarksSite('theme');

describe('theme', () => {
  const noteTheme = (): void => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      document.documentElement.dataset['themeAtBody'] = document.documentElement.dataset['digestTheme'] ?? '';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  };
  const themeAtBody = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset['themeAtBody']);

  test('is as the system until one is chosen, then there before anything is drawn', async () => {
    const page = await open('/', noteTheme);
    expect(await themeAtBody(page)).toBe('');
    expect(await page.getByLabel('Appearance').inputValue()).toBe('system');
    await page.getByLabel('Appearance').selectOption('dark');
    expect(await theme(page)).toBe('dark');
    await go(page, '/search/');
    expect(await themeAtBody(page)).toBe('dark');
    expect(await page.getByLabel('Appearance').inputValue()).toBe('dark');
    await page.getByLabel('Appearance').selectOption('system');
    expect(await theme(page)).toBeUndefined();
  });

  test('other tabs follow', async () => {
    const page = await open('/');
    const other = await open('/search/');
    await page.getByLabel('Appearance').selectOption('light');
    await expect.poll(() => theme(other)).toBe('light');
    expect(await other.getByLabel('Appearance').inputValue()).toBe('light');
  });

  test('is right in a page that comes back from the history', async () => {
    const page = await open('/');
    await page.evaluate((key) => {
      localStorage.setItem(key, 'dark');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    }, themeKey);
    expect(await theme(page)).toBe('dark');
  });

  test('nothing else becomes a theme', async () => {
    const page = await open('/');
    await page.evaluate((key) => localStorage.setItem(key, 'evil'), themeKey);
    await page.reload();
    expect(await theme(page)).toBeUndefined();
    expect(await page.getByLabel('Appearance').inputValue()).toBe('system');
  });
});
