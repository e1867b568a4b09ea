import { describe, expect, test } from 'vitest';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { contrastPages } from './contrast/contrast-pages.ts';
import { colors, faint, link, rgb } from './contrast/read-colors.ts';

const { openAt, wrong } = contrastPages('contrast-layouts');

describe('in a site', () => {
  /** Builds a site whose layout has styles of its own, and serves it. */
  const serve = async (name: string, config: string, head: string): ReturnType<typeof serveFolder> => {
    const site = await Site.create(name, {
      ...plainSite,
      'astro.config.mjs': `
        import { defineConfig } from 'astro/config';
        import digest from 'astro-digest';
        export default defineConfig({
          ${config}
          site: 'https://example.org',
          integrations: [digest({ title: 'Daily Papers', layout: './src/layouts/Base.astro' })],
        });
      `,
      'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
        ['Walking Robots', 'Robots walk, see https://github.com/example/robots.'],
      ]),
      'src/layouts/Base.astro': `---
${head === '' ? '' : "import { ClientRouter } from 'astro:transitions';"}
const { title } = Astro.props;
---
<html lang="en">
  <head><meta charset="utf-8" /><title>{title}</title><link rel="icon" href="data:," />${head}<slot name="head" /></head>
  <body><a href="/papers/">The papers</a><slot /></body>
</html>
<style is:global>
  body { background: #fff; color: #333 }
  a { color: #9cf }
</style>
`,
      'src/pages/index.astro': `---
import Base from '../layouts/Base.astro';
---
<Base title="My site"><h1>My site</h1></Base>
`,
    });
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    return serveFolder(`${site.root}/dist`);
  };

  test('with a client-side router, on each page', async () => {
    const { address, stop } = await serve('contrast-router', '', '<ClientRouter />');
    const page = await openAt(`${address}/`);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    await page.getByRole('link', { name: 'The papers', exact: true }).click();
    await page.locator('[data-faint="links"]').waitFor();
    await page.getByRole('link', { name: 'Walking Robots', exact: true }).first().click();
    await page.locator('.digest-paper-page').waitFor();
    await page.locator('[data-faint="links"]').waitFor();
    // The site's own links are the site's.
    expect(await colors(page, 'body > a', link)).toEqual([rgb('#9cf'), rgb('#333')]);
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
    await stop();
  });

  test('with a strict policy', async () => {
    const { address, stop } = await serve('contrast-policy', 'security: { csp: true },', '');
    const page = await openAt(`${address}/papers/`);
    expect(await page.locator('meta[http-equiv="content-security-policy"]').count()).toBe(1);
    expect(await faint(page)).toBe('links');
    expect(await colors(page, link)).toEqual([rgb('#333')]);
    await stop();
  });
});

test('nothing went wrong on any of these pages', () => {
  expect(wrong).toEqual([]);
});
