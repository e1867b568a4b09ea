import type { Page } from 'playwright-core';
import { digestText, plainSite, Site } from '../../site/site.ts';
import type { HostStyles } from './sheets.ts';

/**
 * Builds a site without any styles, with a digest in its layout.
 *
 * @param name name of its folder
 * @param options more options of the digest, as they stand in the config
 */
export async function buildPlainHost(name: string, options = ''): Promise<Site> {
  const site = await Site.create(name, {
    ...plainSite,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        site: 'https://example.org',
        integrations: [digest({ title: 'Daily Papers', layout: './src/layouts/Base.astro', ${options} })],
      });
    `,
    'src/content/digests/2025-03-11.txt': digestText('Mar 11', [
      ['Owls at Dusk', 'Owls hunt at dusk over the forest. We count them from a tower.'],
    ]),
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
      [
        'Walking Robots',
        'Robots walk over the forest floor. With $n^2$ steps and $\\sqrt{n}$ falls, see https://github.com/example/robots-in-the-forest. We show: bullet One robot walks. bullet Two robots walk.',
      ],
      [
        'Flying Seeds and What They Tell of the Forest Floor',
        'Seeds fly with the wind. They tell where forests grow.',
      ],
      ['Robots That Fall', 'Robots fall on the forest floor. They learn from it.'],
    ]),
    'src/layouts/Base.astro': `---
const { title } = Astro.props;
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>{title}</title><link rel="icon" href="data:," /><slot name="head" /></head>
  <body id="page"><header><a href="/">My site</a></header><main id="content"><slot /></main></body>
</html>
`,
  });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  return site;
}

/** Gives every page of a server styles, and to its root element the class `light` or `dark`. */
export async function addStyles(
  page: Page,
  address: string,
  { before = '', after = '' }: HostStyles,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await page.route(`${address}/**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const html = (await response.text())
      .replace('<html', `<html class="${colorScheme}"`)
      .replace('<head>', () => `<head><style>${before}</style>`)
      .replace('</head>', () => `<style>${after}</style></head>`);
    return route.fulfill({ response, body: html });
  });
}
