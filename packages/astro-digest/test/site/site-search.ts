import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveFiles } from '../../../../benchmarks/search/peers/pagefind-module.ts';
import { openEngine, type SearchEngine } from '../../src/search/engine.ts';

/**
 * Opens the search of a built site in this process, over its own files.
 *
 * @param site folder of the built site
 * @param folders of its indexes, from there
 */
export async function openSiteSearch(site: string, folders: readonly string[]): Promise<SearchEngine> {
  serveFiles();
  const addresses = folders.map((folder) => pathToFileURL(join(site, folder, '/')).href);
  return openEngine(addresses, {
    // Pagefind keeps what it has loaded in its module: the query keeps apart what is opened twice.
    importPagefind: (address) => import(/* @vite-ignore */ `${address}?${performance.now()}`),
    loadText: (address) => readFile(new URL(address), 'utf8').catch(() => ''),
  });
}
