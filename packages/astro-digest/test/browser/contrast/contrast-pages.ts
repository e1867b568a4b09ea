import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { serveFolder } from '../../../../../scripts/static-server.ts';
import { addStyles, buildPlainHost } from '../host-styles/site.ts';
import { newReader, openBrowser, type Reader } from '../reader.ts';

/** Pages that a file of tests opens, each closed after its test. */
interface ContrastPages {
  /** Opens the page at an address. */
  openAt(address: string): Promise<Page>;
  /** Opens a page of the digest in a site with these styles. */
  open(after: string, path?: string, colorScheme?: 'light' | 'dark'): Promise<Page>;
  /** What all pages wrote to the console, and errors that nothing caught. */
  wrong: string[];
}

/**
 * Opens a browser for the tests of a file, and pages of a digest in a site without styles of its own.
 *
 * @param name name of the site's folder
 */
export function contrastPages(name: string): ContrastPages {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let opened: Reader[] = [];
  const wrong: string[] = [];

  beforeAll(async () => {
    const site = await buildPlainHost(name);
    [browser, server] = [await openBrowser(), await serveFolder(`${site.root}/dist`)];
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  afterEach(async () => {
    for (const { page, messages } of opened) {
      wrong.push(...messages);
      await page.context().close();
    }
    opened = [];
  });

  return {
    wrong,
    async openAt(address) {
      const reader = await newReader(browser);
      opened.push(reader);
      await reader.page.goto(address);
      return reader.page;
    },
    async open(after, path = 'papers/', colorScheme = 'light') {
      const reader = await newReader(browser, { colorScheme });
      opened.push(reader);
      await addStyles(reader.page, server.address, { after }, colorScheme);
      await reader.page.goto(`${server.address}/${path}`);
      return reader.page;
    },
  };
}
