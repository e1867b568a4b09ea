import { describe, expect, test } from 'vitest';
import { focusedText, isPressed, star, useMarksSite } from './marks-site.ts';

const { open, go } = useMarksSite('keys');

describe('keys', () => {
  test('j and k go through a list and end at its ends', async () => {
    const page = await open('/');
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper One');
    await page.keyboard.press('k');
    expect(await focusedText(page)).toBe('Paper One');
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper <b> Two');
    expect(
      Math.abs((await page.locator('[data-paper="2025-03-12/two"]').boundingBox())!.y),
    ).toBeLessThanOrEqual(1);
    for (let press = 0; press < 5; press++) await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper Four');
    await page.keyboard.press('k');
    expect(await focusedText(page)).toBe('Paper Three');
  });

  test('j and k begin where one has scrolled to', async () => {
    const page = await open('/');
    await page.evaluate(() => document.querySelector('[data-paper="2025-03-12/two"]')?.scrollIntoView());
    await page.evaluate(() => scrollBy(0, 20));
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper Three');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.evaluate(() => scrollBy(0, -20));
    await page.keyboard.press('k');
    expect(await focusedText(page)).toBe('Paper <b> Two');
  });

  test('j and k turn the pages of papers', async () => {
    const page = await open('/2025-03-13/one/');
    await page.keyboard.press('j');
    await page.waitForURL('**/two/');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.waitForURL('**/one/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Paper One');
  });

  test('s gives the paper its star, in a list the one with the focus', async () => {
    const page = await open('/');
    await page.keyboard.press('s');
    expect(await page.locator('.digest-star[aria-pressed=true]').count()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await expect.poll(() => isPressed(star(page, 'Paper <b> Two'))).toBe(true);
    await page.keyboard.press('s');
    await expect.poll(() => isPressed(star(page, 'Paper <b> Two'))).toBe(false);
    // Held down, it is one press.
    await page.keyboard.down('s');
    await page.keyboard.down('s');
    await page.keyboard.up('s');
    await expect.poll(() => isPressed(star(page, 'Paper <b> Two'))).toBe(true);
    await go(page, '/2025-03-13/one/');
    await page.keyboard.press('s');
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(true);
  });

  test('/ leads to the search and into its field', async () => {
    const page = await open('/');
    await page.keyboard.press('/');
    await page.waitForURL('**/search/');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('a/b?');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b?');
  });

  test('? shows the keys, Escape hides them, and none works in between', async () => {
    const page = await open('/');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    for (const key of ['s', 'j', '/', '?']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focusedText(page)).toBe('Paper One');
    expect(await page.locator('.digest-star[aria-pressed=true]').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('none works while somebody types, chooses, or presses more than one', async () => {
    const page = await open('/');
    for (const selector of ['.box', 'textarea', '.editable', 'select']) {
      await page.locator(selector).focus();
      for (const key of ['j', 's', '/', '?']) await page.keyboard.press(key);
      expect(
        await page.locator(selector).evaluate((field) => field === document.activeElement),
        selector,
      ).toBe(true);
    }
    expect(await page.locator('.box').inputValue()).toBe('js/?');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    for (const modifier of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${modifier}+j`);
    await page.evaluate(() => {
      const event = { key: 'j', bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, isComposing: true }));
      document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
      document.body.dispatchEvent(new KeyboardEvent('keydown', event));
    });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('what the site searches with is left to it', async () => {
    const page = await open('/in-site/');
    await page.keyboard.press('?');
    expect(await page.locator('.digest-keys dd:visible').allTextContents()).toEqual([
      'next',
      'prev',
      'star',
      'help',
    ]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const taken = await page.evaluate(() =>
      [{ key: '/' }, { key: 'k', ctrlKey: true }].map(
        (key) =>
          !document.body.dispatchEvent(
            new KeyboardEvent('keydown', { ...key, cancelable: true, bubbles: true }),
          ),
      ),
    );
    expect(taken).toEqual([false, false]);
    expect(new URL(page.url()).pathname).toBe('/in-site/');
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper One');
  });

  test('what the site listens to it has first', async () => {
    const page = await open('/');
    await page.evaluate(() =>
      document.addEventListener('keydown', (event) => {
        if (event.key === '/') event.preventDefault();
      }),
    );
    await page.keyboard.press('/');
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper One');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('are those that the digest has chosen', async () => {
    const page = await open('/other-keys/');
    for (const key of ['j', 's', '/', '?', 'Control+k']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.keyboard.press('N');
    expect(await focusedText(page)).toBe('Paper One');
    await page.keyboard.press('F');
    await expect.poll(() => isPressed(star(page, 'Paper One'))).toBe(true);
    await page.keyboard.press('h');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/other-keys/');
  });

  test('can be turned off for good, and on again', async () => {
    const page = await open('/');
    const other = await open('/');
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByLabel('Use these keys').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    for (const tab of [page, other]) {
      for (const key of ['j', '/', '?']) await tab.keyboard.press(key);
      expect(await tab.getByRole('dialog').isVisible()).toBe(false);
      expect(new URL(tab.url()).pathname).toBe('/');
    }
    await page.reload();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Keys' }).click();
    expect(await page.getByLabel('Use these keys').isChecked()).toBe(false);
    await page.getByLabel('Use these keys').check();
    await page.keyboard.press('Escape');
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('j');
    expect(await focusedText(page)).toBe('Paper One');
  });
});
