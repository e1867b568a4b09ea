import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildSearchSite } from '../packages/astro-digest/test/site/search-site.ts';
import { searchStates } from '../packages/astro-digest/test/site/search-states.ts';
import { serveFolder } from './static-server.ts';

/** A window that pictures are taken in. */
export interface Screen {
  viewport: { width: number; height: number };
  hasTouch: boolean;
}

/** The digests of the site that are looked at, by how the names of their pictures begin. */
const bases = { search: '/papers/', 'search-arabic': '/ar/', 'search-framed': '/framed/' };

/**
 * Takes pictures of every state of the search page and the search dialog, on all screens, in light and dark; of a digest that reads from right
 * to left and of one in a layout of a site's own, too.
 *
 * @param folder where the pictures go
 * @param screens by name
 */
export async function takeSearchPictures(
  browser: Browser,
  folder: string,
  screens: Readonly<Record<string, Screen>>,
): Promise<void> {
  const site = await buildSearchSite('screenshots-search');
  const server = await serveFolder(join(site.root, 'dist'));
  for (const [prefix, base] of Object.entries(bases)) {
    for (const [name, state] of Object.entries(searchStates)) {
      for (const [screen, window] of Object.entries(screens)) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const context = await browser.newContext({ ...window, colorScheme, ...state.browser });
          const page = await context.newPage();
          await state.reach(page, server.address + base);
          await page.screenshot({ path: join(folder, `${prefix}-${name}-${screen}-${colorScheme}.png`) });
          await context.close();
        }
      }
    }
  }
  await server.stop();
}
