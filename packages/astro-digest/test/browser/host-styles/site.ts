import type { Page } from 'playwright-core';
import { digestText, plainSite, Site } from '../../site/site.ts';
import type { HostStyles } from './sheets.ts';

/** Pages of the digest in a plain host, by name. */
export const hostPages = {
  latest: '/papers/',
  issue: '/papers/2025-03-11/',
  archive: '/papers/archive/',
  topics: '/papers/topics/',
  search: '/papers/search/?q=forest',
  subscribe: '/papers/subscribe/',
  starred: '/papers/starred/',
  // Last, because a paper that has been in sight for two seconds is one more mark on the page of stars.
  paper: '/papers/2025-03-12/walking-robots/',
};

const ownDigests = {
  '2025-03-11.txt': digestText('Mar 11', [
    ['Owls at Dusk', 'Owls hunt at dusk over the forest. We count them from a tower.'],
  ]),
  '2025-03-12.txt': digestText('Mar 12', [
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
};

/** What a plain host has. */
interface PlainHost {
  /** Texts of its digest, by file. Default: some for all the pages above. */
  digests?: Record<string, string>;
  /** What the digest is told besides the layout. */
  options?: { title: string; heading?: boolean; masthead?: boolean; look?: 'digest' };
  /** Whether Astro's `ClientRouter` is in its layout. Default: false. */
  clientRouter?: boolean;
}

/**
 * Builds a site without any styles, with a digest in its layout.
 *
 * @param name name of its folder
 */
export async function buildPlainHost(
  name: string,
  { digests = ownDigests, options = { title: 'Daily Papers' }, clientRouter = false }: PlainHost = {},
): Promise<Site> {
  const site = await Site.create(name, {
    ...plainSite,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        site: 'https://example.org',
        integrations: [digest(${JSON.stringify({ layout: './src/layouts/Base.astro', ...options })})],
      });
    `,
    ...Object.fromEntries(
      Object.entries(digests).map(([file, text]) => [`src/content/digests/${file}`, text]),
    ),
    'src/layouts/Base.astro': `---
${clientRouter ? "import { ClientRouter } from 'astro:transitions';" : ''}
const { title } = Astro.props;
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>{title}</title><link rel="icon" href="data:," />${clientRouter ? '<ClientRouter />' : ''}<slot name="head" /></head>
  <body id="page"><header><a href="/">My site</a></header><main id="content"><slot /></main></body>
</html>
`,
  });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  return site;
}

/** Gives every page of a server styles, those that a router asks for, too, and to its root element the class `light` or `dark`. */
export async function addStyles(
  page: Page,
  address: string,
  { before = '', after = '' }: HostStyles,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await page.route(
    ({ origin, pathname }) => origin === address && pathname.endsWith('/'),
    async (route) => {
      const response = await route.fetch();
      const html = (await response.text())
        .replace('<html', `<html class="${colorScheme}"`)
        .replace('<head>', () => `<head><style>${before}</style>`)
        .replace('</head>', () => `<style>${after}</style></head>`);
      await route.fulfill({ response, body: html });
    },
  );
}
