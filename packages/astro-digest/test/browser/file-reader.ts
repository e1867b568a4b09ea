import { pathToFileURL } from 'node:url';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { browserArguments, findBrowser } from '../../../../scripts/browser.ts';
import { findFirefox, openFirefox } from '../../../../scripts/firefox.ts';

/** The browsers in which files are opened. */
export const fileBrowsers = ['Chromium', 'Firefox'] as const;

// Empty where it is known that there is none.
const firefox = (process.env['FIREFOX_PATH'] ?? (await findFirefox())) || undefined;

/** Whether a browser is there; where Firefox is not, its tests are skipped, but never in CI. */
export const hasBrowser = (name: (typeof fileBrowsers)[number]): boolean =>
  name === 'Chromium' || firefox !== undefined;

/** Starts a browser with a new profile. */
export async function openFileBrowser(name: (typeof fileBrowsers)[number]): Promise<Browser> {
  if (name === 'Firefox') return openFirefox(firefox as string);
  const executablePath = process.env['CHROME_PATH'] ?? (await findBrowser());
  return launch({ executablePath, headless: true, args: browserArguments });
}

/** A person who opens files in a browser, of whom is known what the pages did behind the scenes. */
export class FileReader {
  readonly page: Page;
  /** What pages wrote to the console, errors that nothing caught, and requests that failed. */
  readonly messages: string[] = [];
  /** Addresses of all requests for what is no file. */
  readonly abroad: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.messages.push(`error: ${String(error)}`));
    page.on('requestfailed', (request) => this.messages.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!/^(?:file|data|blob|about):/.test(request.url())) this.abroad.push(request.url());
    });
  }

  /** Opens a window that knows of no other. */
  static async open(browser: Browser): Promise<FileReader> {
    const window = await browser.createBrowserContext();
    return new FileReader(await window.newPage());
  }

  /** Opens a file, with what stands behind its address. */
  async goto(file: string, behind = ''): Promise<void> {
    await this.page.goto(pathToFileURL(file).href + behind, { waitUntil: 'load' });
  }

  /** Types a query on the search page, and gives titles and addresses of the results that are shown. */
  search(query: string): Promise<{ title: string; address: string }[]> {
    return search(this.page, query);
  }
}

/** Types a query into the search page that is open, and gives what is shown of the results once they are there. */
export function search(page: Page, query: string): Promise<{ title: string; address: string }[]> {
  return page.evaluate(async (query) => {
    const root = document.querySelector<HTMLElement>('digest-search');
    const input = root?.querySelector('input');
    if (!root || !input) throw new Error('There is no search on this page.');
    const found = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (root.hasAttribute('aria-busy')) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(root, { attributeFilter: ['aria-busy'] });
    });
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await found;
    return [...root.querySelectorAll('ol > li')].map((item) => {
      const link = item.querySelector('h2 a') as HTMLAnchorElement;
      return { title: link.textContent, address: link.href };
    });
  }, query);
}
