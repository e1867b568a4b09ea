import type { PortablePage } from '../../../model/portable-page.ts';
import { changeLinks } from './change-links.ts';
import { splitPath } from './page-addresses.ts';
import { followAddress, pageAt } from './router.ts';
import { searchHost, type MakePagefind } from './search-host.ts';

/** Id of the element with the files of the search, as JSON. */
const searchId = 'digest-search-files';

/**
 * Makes this file one in which all pages of a digest are, before its other scripts begin.
 *
 * @param base path of the digest in the site, as `splitPath` has it
 * @param makePagefind absent where the digest has no search
 */
export function startSingle(base: string, makePagefind?: MakePagefind): void {
  // Whatever becomes of the page around it.
  const store = document.getElementById(searchId);
  let files: Record<string, string> | undefined;
  changeLinks((path) => {
    const split = splitPath(path, base);
    return split ? `#/${split.page}${split.page === '' ? '' : '/'}${split.behind}` : path;
  });
  globalThis.digestPortable = {
    searchPath: () => `#${pageAt(location.hash).page}`,
    query: () => pageAt(location.hash).query,
    search: searchHost(base, {
      async read(path) {
        files ??= JSON.parse(store?.textContent ?? '{}') as Record<string, string>;
        return files[path];
      },
      makePagefind: async () => makePagefind as MakePagefind,
    }),
  } satisfies PortablePage;
  followAddress();
}
