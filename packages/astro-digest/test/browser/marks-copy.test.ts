import { describe, expect, test } from 'vitest';
import { star, useMarksSite } from './marks-site.ts';

const { open, allowClipboard } = useMarksSite('copy');

describe('copying', () => {
  test('the button copies the text, and says so for a while', async () => {
    await allowClipboard();
    const page = await open('/2025-03-13/one/');
    const button = page.locator('pre + .digest-copy');
    expect(await button.textContent()).toBe('Copy');
    await button.click();
    await expect.poll(() => button.textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '@misc{a,\n  title = {Paper One}\n}',
    );
    await expect.poll(() => button.textContent(), { timeout: 10_000 }).toBe('Copy');
  });

  test('where it is refused, the text is selected', async () => {
    const page = await open('/2025-03-13/one/', () => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('title = {Paper One}');
    expect(await page.locator('.digest-copy').textContent()).toBe('Copy');
  });

  test('where there is none, there is no button', async () => {
    const page = await open('/2025-03-13/one/', () =>
      Object.defineProperty(navigator, 'clipboard', { value: undefined }),
    );
    await star(page, 'Paper One').waitFor();
    expect(await page.locator('.digest-copy').count()).toBe(0);
  });
});
