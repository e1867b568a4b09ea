import { describe, expect, test } from 'vitest';
import { isPressed, kept, star, theme, useMarksSite } from './marks-site.ts';

const { open, go } = useMarksSite('storage');

describe('storage', () => {
  test.each([
    {
      name: 'forbidden',
      spoil: () => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('Forbidden', 'SecurityError');
            },
          });
        }
      },
    },
    {
      name: 'full',
      spoil: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('Full', 'QuotaExceededError');
        };
      },
    },
  ])('$name: everything works for the page, without a message', async ({ spoil }) => {
    const page = await open('/', spoil);
    await page.getByLabel('Appearance').selectOption('dark');
    expect(await theme(page)).toBe('dark');
    await star(page, 'Paper One').click();
    await star(page, 'Paper Four').click();
    await star(page, 'Paper Four').click();
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(true);
    await expect.poll(() => isPressed(star(page, 'Paper Four'))).toBe(false);
    expect(await theme(page)).toBe('dark');
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByLabel('Use these keys').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(new URL(page.url()).pathname).toBe('/');

    await go(page, '/2025-03-13/one/');
    await page.locator('[data-read]').waitFor({ timeout: 10_000 });
    await go(page, '/starred/');
    await page.getByText('None yet.').waitFor();
    await page.getByLabel('Add from a file').setInputFiles({
      name: 'marks.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"version":1,"starred":{"a/b":{"title":"Added","url":"/a/"}}}'),
    });
    await page.getByRole('link', { name: 'Added' }).waitFor();
  });

  test('full for a while: what was marked meanwhile is kept, with what another tab kept', async () => {
    const page = await open('/');
    const other = await open('/');
    await page.evaluate(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = () => {
        Storage.prototype.setItem = setItem;
        throw new DOMException('Full', 'QuotaExceededError');
      };
    });
    await star(page, 'Paper One').click();
    await star(other, 'Paper Three').click();
    await star(page, 'Paper Four').click();
    expect(Object.keys((await kept(page)).starred).sort()).toEqual([
      '2025-03-12/four',
      '2025-03-13/one',
      'undated/three',
    ]);
  });
});
