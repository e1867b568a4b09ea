import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { focusedText, isPressed, kept, star, useMarksSite } from './marks-site.ts';

const { open, go, changeBrowser } = useMarksSite('starred');

/** Moves the mouse, with which the rest of the page comes. */
async function beginToUse(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.locator('.digest-count:not(:empty)').waitFor();
}

describe('the page of papers with a star', () => {
  const file = (text: string): { name: string; mimeType: string; buffer: Buffer } => ({
    name: 'marks.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

  test('says that there is none, or lists them, and takes stars away', async () => {
    const page = await open('/starred/');
    await page.getByText('None yet.').waitFor();
    expect(await page.locator('ol').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Save as a file' }).isVisible()).toBe(false);
    await go(page, '/');
    for (const title of ['Paper One', 'Paper <b> Two', 'Paper Three']) await star(page, title).click();
    await go(page, '/starred/');
    await page.locator('ol li').first().waitFor();
    expect(await page.locator('ol li a').allTextContents()).toEqual([
      'Paper Three',
      'Paper <b> Two',
      'Paper One',
    ]);
    expect(await page.locator('ol li time').allTextContents()).toEqual([
      'Wednesday, March 12, 2025',
      'Thursday, March 13, 2025',
    ]);
    expect(await page.locator('ol li a').last().getAttribute('href')).toBe('/2025-03-13/one/');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await beginToUse(page);
    await page.getByRole('button', { name: 'Remove the star: Paper One' }).click();
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(
      'Remove the star: Paper <b> Two',
    );
    await page.keyboard.press('k');
    await page.keyboard.press('s');
    expect(await page.locator('ol li a').allTextContents()).toEqual(['Paper <b> Two']);
    await page.getByRole('button', { name: /^Remove/ }).click();
    expect(await focusedText(page)).toBe('None yet.');
    await page.reload();
    await page.getByText('None yet.').waitFor();
  });

  test('saves a file that another browser adds to its own', async () => {
    const page = await open('/');
    await star(page, 'Paper One').click();
    await star(page, 'Paper Three').click();
    await go(page, '/starred/');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('digest-marks.json');
    const saved = await readFile(await download.path(), 'utf8');

    await changeBrowser();
    const other = await open('/');
    await star(other, 'Paper Four').click();
    await go(other, '/starred/');
    await other.getByLabel('Add from a file').setInputFiles(file(saved));
    await expect.poll(() => other.getByRole('status').textContent()).toBe('2 added.');
    expect((await other.locator('ol li a').allTextContents()).sort()).toEqual([
      'Paper Four',
      'Paper One',
      'Paper Three',
    ]);
    await go(other, '/');
    await expect.poll(() => isPressed(star(other, 'Paper One'))).toBe(true);
  });

  test('refuses a file without marks, and leaves out what leads elsewhere', async () => {
    const page = await open('/starred/');
    const input = page.getByLabel('Add from a file');
    for (const text of ['', 'no JSON', '{"version":2}', 'a'.repeat(5_000_000)]) {
      await page.getByRole('status').evaluate((status) => (status.textContent = ''));
      await input.setInputFiles(file(text));
      await expect.poll(() => page.getByRole('status').textContent()).toBe('No marks in it.');
    }
    const starred = Object.fromEntries(
      ['javascript:alert(1)', '//evil.example/', '/\\evil.example/', 'https://evil.example/', '/good/'].map(
        (url) => [url, { title: `<img src=x onerror=alert(1)> ${url}`, url }],
      ),
    );
    await input.setInputFiles(file(JSON.stringify({ version: 1, starred })));
    await expect.poll(() => page.getByRole('status').textContent()).toBe('1 added.');
    expect(
      await page.locator('ol li a').evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
    ).toEqual(['/good/']);
    expect(await page.locator('ol li a').textContent()).toBe('<img src=x onerror=alert(1)> /good/');
  });

  test('forgets everything, once that is sure', async () => {
    const page = await open('/');
    await star(page, 'Paper One').click();
    const other = await open('/');
    await go(page, '/starred/');
    await beginToUse(page);
    const clear = page.getByRole('button', { name: 'Forget all marks' });
    page.once('dialog', (dialog) => void dialog.dismiss());
    await clear.click();
    expect(await page.locator('ol li').count()).toBe(1);
    let question: string | undefined;
    page.once('dialog', (dialog) => {
      question = dialog.message();
      void dialog.accept();
    });
    await clear.click();
    expect(question).toBe('Forget all stars, and what you have read?');
    await page.getByText('None yet.').waitFor();
    expect(await focusedText(page)).toBe('None yet.');
    expect(await kept(page)).toEqual({ read: {}, starred: {}, seen: null });
    await expect.poll(() => isPressed(star(other, 'Paper One'))).toBe(false);
  });
});
