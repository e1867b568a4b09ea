import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../../../scripts/browser.ts';

/** A person at a browser, of whom is known what the pages did behind the scenes. */
export class Reader {
  readonly page: Page;
  /** What pages wrote to the console, and errors that nothing caught. */
  readonly messages: string[] = [];
  /** Addresses of all requests. */
  readonly requests: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.messages.push(`error: ${error.message}`));
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** Types a query into the search page and gives the titles of the results once the count has settled. */
  async search(query: string): Promise<string[]> {
    await this.page.getByRole('searchbox').fill(query);
    await this.page.waitForFunction(
      (query) =>
        new URLSearchParams(location.search).get('q') === query &&
        /paper/.test(document.querySelector('[role=status]')?.textContent ?? ''),
      query.trim(),
    );
    await this.page.waitForFunction(() => !document.querySelector('.digest-search[aria-busy=true]'));
    return this.page.locator('.digest-search ol h2').allTextContents();
  }
}

/** Starts the browser that the tests use. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? (await findBrowser());
  return chromium.launch({ executablePath, args: browserArguments });
}

/** Opens a new window without any history. */
export async function newReader(browser: Browser, options: BrowserContextOptions = {}): Promise<Reader> {
  const context = await browser.newContext(options);
  return new Reader(await context.newPage());
}
