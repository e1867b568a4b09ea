import type { BrowserContextOptions, Page } from 'playwright-core';

/** A state that the search can be in. */
export interface SearchState {
  /** Whether it is one of the search page, or of the dialog over another. */
  place: 'page' | 'dialog';
  /** Something that it says. */
  says: string;
  /** What the browser is like; as most are, by default. */
  browser?: BrowserContextOptions;
  /**
   * Leads a page that was just opened to the state.
   *
   * @param base address of the digest
   */
  reach(page: Page, base: string): Promise<void>;
}

const patient = { timeout: 60_000 };

const indexFiles = '**/pagefind/**';

/** Every state of the search of `buildSearchSite`, by name. */
export const searchStates: Readonly<Record<string, SearchState>> = {
  'page-start': { place: 'page', says: 'Topics', reach: (page, base) => openSearchPage(page, base) },
  'page-start-kept': {
    place: 'page',
    says: 'Forget all',
    async reach(page, base) {
      for (const query of ['?q=owls&topic=Birds', '?q=letters&from=2024-01&to=2025-12']) {
        await openSearchPage(page, base, query);
        await page.locator('.digest-save').click();
      }
      for (const query of ['?q=herons', '?q=silent+flight+over+frozen+rivers']) {
        await openSearchPage(page, base, query);
        await page.locator('.digest-found h2 a').first().click();
        await page.locator('.digest-paper-page').waitFor();
      }
      await openSearchPage(page, base);
    },
  },
  'page-results': {
    place: 'page',
    says: '30 papers',
    reach: (page, base) => openSearchPage(page, base, '?q=owls'),
  },
  'page-filtered': {
    place: 'page',
    says: 'Remove all filters',
    async reach(page, base) {
      await openSearchPage(page, base, '?q=owls&topic=Birds&from=2024-02&to=2025-03');
      for (const summary of await page.locator('.digest-search summary').all()) await summary.click();
      await page.locator('.digest-bar[aria-pressed=true]').first().waitFor({ state: 'attached' });
    },
  },
  'page-partial': {
    place: 'page',
    says: 'No paper has all the words. The nearest: 1 paper.',
    reach: (page, base) => openSearchPage(page, base, '?q=owls+letters+zebras'),
  },
  'page-corrected': {
    place: 'page',
    says: 'this is what was found for: transformers',
    reach: (page, base) => openSearchPage(page, base, '?q=trasnformers'),
  },
  'page-nothing': {
    place: 'page',
    says: 'Fewer words, another spelling',
    reach: (page, base) => openSearchPage(page, base, '?q=zzzqxv'),
  },
  'page-loading': {
    place: 'page',
    says: 'Searching …',
    async reach(page, base) {
      await page.route(indexFiles, () => {});
      await page.goto(`${base}search/?q=owls`);
      await page.locator('.digest-search[aria-busy=true]').waitFor();
    },
  },
  'page-error': {
    place: 'page',
    says: 'Search does not work here: ',
    async reach(page, base) {
      await page.route(indexFiles, (route) => route.abort());
      await openSearchPage(page, base, '?q=owls');
    },
  },
  'page-offline': {
    place: 'page',
    says: 'There is no network',
    async reach(page, base) {
      await page.route(indexFiles, (route) => route.abort());
      await openSearchPage(page, base);
      await page.context().setOffline(true);
      await page.locator('#digest-query').fill('owls');
      await page.locator('.digest-again').waitFor();
    },
  },
  'page-without-script': {
    place: 'page',
    says: 'Search needs JavaScript.',
    browser: { javaScriptEnabled: false },
    async reach(page, base) {
      await page.goto(`${base}search/?q=owls`);
    },
  },
  'page-without-webassembly': {
    place: 'page',
    says: 'it needs WebAssembly',
    async reach(page, base) {
      await forbidWebAssembly(page);
      await openSearchPage(page, base, '?q=owls');
    },
  },
  'dialog-start': {
    place: 'dialog',
    says: 'Narrow with ',
    reach: (page, base) => openSearchDialog(page, base),
  },
  'dialog-recent': {
    place: 'dialog',
    says: 'Forget all',
    async reach(page, base) {
      for (const text of ['herons', 'silent flight over frozen rivers']) {
        await openSearchDialog(page, base, text);
        await page.keyboard.press('Enter');
        await page.locator('.digest-paper-page').waitFor();
      }
      await openSearchDialog(page, base);
      await page.keyboard.press('ArrowDown');
    },
  },
  'dialog-results': {
    place: 'dialog',
    says: '30 papers',
    reach: (page, base) => openSearchDialog(page, base, 'owls'),
  },
  'dialog-partial': {
    place: 'dialog',
    says: 'No paper has all the words. The nearest: 1 paper.',
    reach: (page, base) => openSearchDialog(page, base, 'owls letters zebras'),
  },
  'dialog-corrected': {
    place: 'dialog',
    says: 'this is what was found for: transformers',
    reach: (page, base) => openSearchDialog(page, base, 'trasnformers'),
  },
  'dialog-nothing': {
    place: 'dialog',
    says: 'No paper has these words.',
    async reach(page, base) {
      await openSearchDialog(page, base);
      await page.keyboard.type('zzzqxv');
      await page.locator('.digest-find[data-shows=none]').waitFor(patient);
    },
  },
  'dialog-loading': {
    place: 'dialog',
    says: 'Searching …',
    async reach(page, base) {
      await page.route(indexFiles, () => {});
      await openSearchDialog(page, base);
      await page.keyboard.type('owls');
      await page.locator('.digest-find [role=status]:not(:empty)').waitFor();
    },
  },
  'dialog-error': {
    place: 'dialog',
    says: 'Search does not work here: ',
    async reach(page, base) {
      await page.route(indexFiles, (route) => route.abort());
      await openSearchDialog(page, base);
      await page.keyboard.type('owls');
      await page.locator('.digest-find[data-shows=error]').waitFor(patient);
    },
  },
  'dialog-offline': {
    place: 'dialog',
    says: 'There is no network',
    async reach(page, base) {
      await page.route(indexFiles, (route) => route.abort());
      await openSearchDialog(page, base);
      await page.context().setOffline(true);
      await page.keyboard.type('owls');
      await page.locator('.digest-find[data-shows=error]').waitFor(patient);
    },
  },
  'dialog-without-webassembly': {
    place: 'dialog',
    says: 'it needs WebAssembly',
    async reach(page, base) {
      await forbidWebAssembly(page);
      await openSearchDialog(page, base);
      await page.keyboard.type('owls');
      await page.locator('.digest-find[data-shows=error]').waitFor(patient);
    },
  },
};

/** Opens the search page with what it is asked for, and waits until it has answered. */
export async function openSearchPage(page: Page, base: string, query = ''): Promise<void> {
  await page.goto(`${base}search/${query}`);
  await searchPageSettled(page);
}

/** Waits until the search page has answered, and told how many papers each filter would show. */
export async function searchPageSettled(page: Page): Promise<void> {
  const root = '.digest-search:not([aria-busy=true])';
  const hasStarted = `${root}:has(.digest-start:not([hidden]))`;
  const hasAnswered = `${root}:has([role=status]:not(:empty)):has(option:text("("), .digest-found > ol:empty)`;
  await page.locator(`${hasStarted}, ${hasAnswered}`).waitFor(patient);
}

/**
 * Opens the dialog over the newest issue.
 *
 * @param text what is typed; it has to find something
 */
export async function openSearchDialog(page: Page, base: string, text = ''): Promise<void> {
  await page.goto(base, { waitUntil: 'load' });
  await page.keyboard.press('/');
  await page.locator('.digest-find-close').waitFor(patient);
  // What was looked for before stands there to be typed over.
  if (text === '') return;
  await page.keyboard.type(text);
  await page.locator('.digest-find-title').first().waitFor(patient);
}

async function forbidWebAssembly(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'WebAssembly', { value: undefined });
  });
}
