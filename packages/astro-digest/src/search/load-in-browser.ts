import type { IndexesHost } from './indexes.ts';
import type { Pagefind } from './pagefind-api.ts';

/** How a page reaches the files of the search. */
export const browserHost: IndexesHost = {
  importPagefind: (address) => import(/* @vite-ignore */ address) as Promise<Pagefind>,
  async loadText(address) {
    const response = await fetch(address);
    return response.ok ? response.text() : '';
  },
};

/** The smallest module of WebAssembly: its signature and its version. */
const smallestModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Whether this browser and the site's policy for scripts let WebAssembly run. */
export function canRunWebAssembly(): boolean {
  try {
    return new WebAssembly.Module(smallestModule) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}
