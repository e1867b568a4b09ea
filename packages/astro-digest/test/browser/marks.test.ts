import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { drawerOf } from '../../src/reader/marks.ts';
import { isPressed, kept, marksKey, star, useMarksSite } from './marks-site.ts';

const { open, go } = useMarksSite('marks');

describe('stars', () => {
  test('stay on every page that shows the paper, and keep their names', async () => {
    const page = await open('/');
    expect(await page.getByRole('button', { name: /^Star: / }).count()).toBe(4);
    for (const title of ['Paper One', 'Paper Four']) {
      await expect.poll(() => isPressed(star(page, title))).toBe(false);
      await star(page, title).click();
      await expect.poll(() => isPressed(star(page, title))).toBe(true);
    }
    await go(page, '/2025-03-13/one/');
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(true);
    await star(page, 'Paper One').click();
    await go(page, '/');
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(false);
    await expect.poll(() => isPressed(star(page, 'Paper Four'))).toBe(true);
    expect(await page.getByRole('heading', { level: 2 }).first().locator('a').textContent()).toBe(
      'Paper\n  One',
    );
    expect(await kept(page)).toMatchObject({
      starred: { '2025-03-12/four': { title: 'Paper Four', url: '/2025-03-12/four/', date: '2025-03-12' } },
    });
  });

  test('stand after the title, and are no problem for axe', async () => {
    const page = await open('/');
    expect(await page.locator('article h2 > a + .digest-star').count()).toBe(3);
    expect(await page.locator('li.digest-title > a + .digest-star').count()).toBe(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await go(page, '/2025-03-13/one/');
    expect(await page.locator('h1 + .digest-star').count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1, name: 'Paper One', exact: true }).count()).toBe(1);
  });

  test('of two tabs are put together', async () => {
    const page = await open('/');
    const other = await open('/');
    await star(page, 'Paper One').click();
    await expect.poll(() => isPressed(star(other, 'Paper One'))).toBe(true);
    await star(other, 'Paper Three').click();
    await expect.poll(() => isPressed(star(page, 'Paper Three'))).toBe(true);
    await star(page, 'Paper One').click();
    expect(Object.keys((await kept(page)).starred)).toEqual(['undated/three']);
  });

  test('of two digests keep apart', async () => {
    const page = await open('/');
    await star(page, 'Paper One').click();
    await go(page, '/other/');
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(false);
  });

  test.each(['no JSON', '{"version":9,"starred":{}}', '[1,null]', '[["2025-03-13/"]]', '[[[['])(
    'start anew where %j was kept',
    async (text) => {
      const page = await open('/');
      await page.evaluate(
        ([key, text]) => localStorage.setItem(key!, text!),
        [marksKey + drawerOf('2025-03-13/one'), text],
      );
      await page.reload();
      await star(page, 'Paper One').click();
      await page.reload();
      await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(true);
    },
  );
});

describe('new since the last visit', () => {
  const newOnes = (page: Page): Promise<(string | null)[]> =>
    page.locator('.digest-new').evaluateAll((all) =>
      all.map((mark) => {
        const title = mark.parentElement?.querySelector('a')?.textContent ?? '';
        return `${title.replace(/\s+/g, ' ')}: ${mark.textContent}`;
      }),
    );

  test('nothing is at the first visit; at the next, what came after', async () => {
    const first = await open('/earlier/');
    expect(await newOnes(first)).toEqual([]);
    await first.close();

    const second = await open('/');
    const marked = ['Thursday: New', 'Paper One: New'];
    expect(await newOnes(second)).toEqual(marked);
    expect(await second.locator('a .digest-new').count()).toBe(0);
    // It is the same visit on its second page, and after what came is known.
    await go(second, '/earlier/');
    await go(second, '/');
    expect(await newOnes(second)).toEqual(marked);
    await second.close();

    const third = await open('/');
    expect(await newOnes(third)).toEqual([]);
  });

  test('what came while a tab was open is not new at the next visit', async () => {
    const page = await open('/earlier/');
    await go(page, '/');
    expect(await newOnes(page)).toEqual([]);
    await page.close();
    expect(await newOnes(await open('/'))).toEqual([]);
  });
});

describe('read', () => {
  test('is what was in sight for two seconds, and is said to screen readers', async () => {
    const page = await open('/2025-03-13/one/');
    expect(await page.locator('[data-read]').count()).toBe(0);
    await page.locator('.digest-paper-page[data-read]').waitFor({ timeout: 10_000 });
    await go(page, '/');
    expect(
      await page.locator('[data-read]').evaluateAll((all) => all.map((paper) => paper.dataset['paper'])),
    ).toEqual(['2025-03-13/one']);
    expect(await page.locator('h2 > .digest-mark-read').allTextContents()).toEqual(['Read']);
    expect(
      await page.getByRole('heading', { name: 'Paper One Star: Paper One Read', exact: true }).count(),
    ).toBe(1);
    expect((await kept(page)).read).toEqual({
      '2025-03-13/one': expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  test('is not what was in a tab behind', async () => {
    const page = await open('/2025-03-13/one/', () => {
      Object.defineProperty(document, 'hidden', { get: () => document.documentElement.lang === 'hidden' });
      document.addEventListener('readystatechange', () => (document.documentElement.lang = 'hidden'), {
        once: true,
      });
    });
    await page.waitForTimeout(2500);
    expect(await page.locator('[data-read]').count()).toBe(0);
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.locator('[data-read]').waitFor({ timeout: 10_000 });
  });

  test('a list that comes back from the history shows it', async () => {
    const page = await open('/');
    await page.evaluate(
      (key) => {
        localStorage.setItem(key, JSON.stringify([['undated/three', '2025-03-12']]));
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      },
      marksKey + drawerOf('undated/three'),
    );
    expect(await page.locator('[data-read] h2').textContent()).toMatch(/^Paper Three . Read$/);
  });
});
