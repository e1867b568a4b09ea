import type { PortablePage } from '../../../model/portable-page.ts';
import { joinPath, splitPath, type PageForm } from './page-addresses.ts';
import { followAddress, pageAt } from './router.ts';
import { searchHost, type MakePagefind } from './search-host.ts';

/** Id of the element with the files of the search, as JSON. */
const searchId = 'digest-search-files';

/**
 * Makes this file one in which all pages of a digest are, before its other scripts begin.
 *
 * @param makePagefind absent where the digest has no search
 */
export function startSingle(form: PageForm, makePagefind?: MakePagefind): void {
  // Whatever becomes of the page around it.
  const store = document.getElementById(searchId);
  let files: Record<string, string> | undefined;
  globalThis.digestPortable = {
    addressOf(path) {
      const split = splitPath(path, form);
      return split ? `#/${split.page}${split.page === '' ? '' : '/'}${split.behind}` : path;
    },
    pathOf(address) {
      const { page, anchor } = pageAt(address.slice(address.indexOf('#')));
      return joinPath(page.replace(/^\/|\/$/g, ''), anchor, form);
    },
    searchPath: () => `#${pageAt(location.hash).page}`,
    query: () => pageAt(location.hash).query,
    search: searchHost(form.base, {
      async read(path) {
        files ??= JSON.parse(store?.textContent ?? '{}') as Record<string, string>;
        return files[path];
      },
      makePagefind: async () => makePagefind as MakePagefind,
    }),
  } satisfies PortablePage;
  followAddress();
}
