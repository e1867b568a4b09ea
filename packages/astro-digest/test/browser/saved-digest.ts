import type { Page } from 'playwright-core';

/** What of a digest is saved, as its page has it. */
export interface Saved {
  version: string;
  scope: 'shell' | 'all';
}

/** What is saved of a digest in the browser of a page; `undefined` where nothing is. */
export function savedIn(page: Page, root: string): Promise<Saved | undefined> {
  return page.evaluate(async (root) => {
    for (const name of await caches.keys()) {
      const found = await (await caches.open(name)).match(`${root}offline/saved/current.json`);
      if (found) return (await found.json()) as Saved;
    }
    return undefined;
  }, root);
}

/** Waits until a version of a digest is saved. */
export async function untilSaved(page: Page, root: string, isIt: (saved: Saved) => boolean): Promise<Saved> {
  for (;;) {
    const saved = await savedIn(page, root);
    if (saved && isIt(saved)) return saved;
    await page.waitForTimeout(100);
  }
}

/** Addresses of all that caches of a page's origin hold, by the names of the caches. */
export function cachesOf(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const found: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const keys = await (await caches.open(name)).keys();
      found[name] = keys.map(({ url }) => url.slice(location.origin.length));
    }
    return found;
  });
}
