import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What of Pagefind's browser API is used. */
export interface PagefindModule {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(
    query: string,
  ): Promise<{ results: { data(): Promise<{ url: string; meta: { title?: string } }> }[] }>;
}

/**
 * Loads Pagefind's own engine from a folder of its files, as a browser does, but in this process: what it asks the host
 * for is read from the folder.
 */
export async function loadPagefind(folder: string): Promise<PagefindModule> {
  const address = pathToFileURL(join(folder, 'pagefind.js')).href;
  serveFiles();
  // The query keeps apart the folders of several corpora, and of one corpus that was built again.
  return (await import(`${address}?${performance.now()}`)) as PagefindModule;
}

let served = false;

/** Lets `fetch` read files. */
export function serveFiles(): void {
  if (served) return;
  served = true;
  const fetchOther = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    if (url.protocol !== 'file:') return fetchOther(input, init);
    url.search = '';
    const bytes = await readFile(url).catch(() => undefined);
    return new Response(bytes ? new Uint8Array(bytes) : null, { status: bytes ? 200 : 404 });
  };
}
