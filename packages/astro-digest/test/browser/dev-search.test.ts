import { expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';
import { newReader, openBrowser } from './reader.ts';

test('search works in astro dev, on what the digests say now', async () => {
  const path = 'src/content/digests/2025-03-12.txt';
  const site = await Site.create('dev-browser', {
    ...plainSite,
    [path]: digestText('Mar 12', [['Owls at Night', 'They fly without a sound.']]),
  });
  const server = await site.serve('dev');
  const browser = await openBrowser();
  try {
    const { page, ...reader } = await newReader(browser);
    await page.goto(`${server.address}/papers/search/?q=owls`);
    await page.getByRole('link', { name: 'Owls at Night' }).waitFor();

    await site.write(
      path,
      digestText('Mar 12', [
        ['Owls at Night', 'They fly without a sound.'],
        ['Herons by Day', 'They stand still.'],
      ]),
    );
    await expect
      .poll(
        async () => {
          // The page may be told to load itself again while it loads.
          await page.goto(`${server.address}/papers/search/?q=herons`);
          await page.waitForFunction(
            () => /paper/.test(document.querySelector('[role=status]')?.textContent ?? ''),
            undefined,
            { timeout: 10_000 },
          );
          return page.locator('.digest-search ol h2').allTextContents();
        },
        { timeout: 100_000 },
      )
      .toEqual(['Herons by Day']);
    expect(reader.messages.filter((message) => !message.includes('[vite]'))).toEqual([]);
  } finally {
    await browser.close();
    await server.stop();
  }
});
