import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { newReader, openBrowser, type Reader } from './reader.ts';

/** What a site's own page has, with something of the digest behind it or not. */
const ownPage = (imports: string, part: string): string => `---
${imports}
---
<html lang="en">
  <head><meta charset="utf-8" /><title>Own</title><link rel="icon" href="data:," /><style is:global>h1 { color: teal }</style></head>
  <body><h1>Own</h1><p>Text with <a href="/">a link</a></p><ul><li>One</li></ul><button>Press</button><input />${part}</body>
</html>
`;

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  const site = await Site.create('client-router', {
    ...plainSite,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        site: 'https://example.org',
        integrations: [digest({ title: 'Daily Papers', layout: './src/layouts/Base.astro' })],
      });
    `,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
      ['Walking Robots', 'Robots walk over forest floors and learn from falling.'],
      ['Flying Seeds', 'Seeds fly with the wind and tell where forests grow.'],
    ]),
    'src/layouts/Base.astro': `---
import { ClientRouter } from 'astro:transitions';
const { title } = Astro.props;
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{title}</title><link rel="icon" href="data:," /><ClientRouter /><slot name="head" /></head>
  <body><nav><a href="/">My site</a> <a href="/papers/">The papers</a></nav><main><slot /></main></body>
</html>
`,
    'src/pages/plain.astro': ownPage('', ''),
    'src/pages/parts.astro': ownPage(
      `import LatestIssue from 'astro-digest/components/LatestIssue.astro';
       import PaperList from 'astro-digest/components/PaperList.astro';
       import SearchBox from 'astro-digest/components/SearchBox.astro';`,
      '<LatestIssue /><PaperList /><SearchBox />',
    ),
    'src/pages/index.astro': `---
import Base from '../layouts/Base.astro';
---
<Base title="My site"><h1>My site</h1><input aria-label="Note" /></Base>
`,
  });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  [browser, server] = [await openBrowser(), await serveFolder(`${site.root}/dist`)];
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens the site's own page, and marks the document, to tell whether it is still the same one. */
async function openHome(): Promise<Reader> {
  const reader = await newReader(browser);
  await reader.page.goto(`${server.address}/`);
  await reader.page.evaluate(() => Object.assign(window, { isSame: true }));
  return reader;
}

const isSame = ({ page }: Reader) => page.evaluate(() => 'isSame' in window);

async function follow({ page }: Reader, link: string, heading: string): Promise<void> {
  await page.getByRole('link', { name: link, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

test('the pages work however one comes to them, and leave nothing behind', async () => {
  const reader = await openHome();
  const { page } = reader;
  const stars = page.locator('.digest-star');
  for (let visit = 0; visit < 2; visit++) {
    await follow(reader, 'The papers', 'Wednesday, March 12, 2025');
    await expect.poll(() => stars.count()).toBe(2);
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Walking Robots');
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await follow(reader, 'Walking Robots', 'Walking Robots');
    await expect.poll(() => stars.count()).toBe(1);
    // One press is one press, however often the script has begun.
    await page.keyboard.press('s');
    await expect.poll(() => stars.getAttribute('aria-pressed')).toBe(visit === 0 ? 'true' : 'false');
    await follow(reader, 'My site', 'My site');
    await page.keyboard.press('?');
    await page.keyboard.press('j');
    expect(await page.locator('dialog[open], .digest-star').count()).toBe(0);
  }
  expect(await isSame(reader)).toBe(true);
  expect(reader.messages).toEqual([]);
});

test('the search keeps its place when one goes on and comes back', async () => {
  const reader = await openHome();
  const { page } = reader;
  await follow(reader, 'The papers', 'Wednesday, March 12, 2025');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await follow(reader, 'All results and filters', 'Search');
  expect(await reader.search('seeds')).toEqual(['Flying Seeds']);
  await page.keyboard.press('Enter');
  await follow(reader, 'Flying Seeds', 'Flying Seeds');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor();
  await expect.poll(() => page.locator('.digest-search ol h2').allTextContents()).toEqual(['Flying Seeds']);
  expect(await isSame(reader)).toBe(true);
  expect(reader.messages).toEqual([]);
});

test('parts of the digest change nothing of a page but themselves', async () => {
  const { page, messages } = await newReader(browser);
  const styles = async (path: string): Promise<unknown> => {
    await page.goto(`${server.address}/${path}/`);
    return page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'html, body, body > :is(h1, p, ul, button, input), body > * > :is(a, li)',
        ),
      ].map((element) => {
        const style = getComputedStyle(element);
        // How large they are, the parts that follow have a say in.
        return [...style]
          .filter((name) => !/size$|height$|width$|origin$/.test(name))
          .map((name) => `${element.localName} ${name}: ${style.getPropertyValue(name)}`);
      }),
    );
  };
  expect(await styles('parts')).toEqual(await styles('plain'));
  expect(messages).toEqual([]);
});

test('the search box of a page leads to what was looked for', async () => {
  const { page } = await newReader(browser);
  await page.goto(`${server.address}/parts/`);
  await page.getByRole('searchbox').fill('seeds');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/papers/search/?q=seeds');
  await expect.poll(() => page.locator('.digest-search ol h2').allTextContents()).toEqual(['Flying Seeds']);
});
