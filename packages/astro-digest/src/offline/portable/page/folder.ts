import type { PortablePage } from '../../../model/portable-page.ts';
import { changeLinks } from './change-links.ts';
import { splitPath } from './page-addresses.ts';
import { searchHost, type MakePagefind } from './search-host.ts';
import { partOf } from './search-parts.ts';
import { shareStorage } from './share-storage.ts';

/** What pages in a folder have to know. */
export interface FolderPages {
  /** Path of the digest in the site, as `splitPath` has it. */
  base: string;
  /** How the names of pages end in the folder: `/index.html` or `.html`. */
  suffix: string;
  /** In how many scripts the files of the search are that few searches need; 0 where there is no search. */
  parts: number;
}

/** Takes what a script of the search brings. */
type TakeFiles = (files: Record<string, string>, pagefind?: MakePagefind) => void;

/** Makes this page one of a folder, before its other scripts begin. */
export function startFolder(pages: FolderPages): void {
  const { currentScript } = document;
  // The folder of this script is in that of the digest.
  const assets = new URL('../', (currentScript as HTMLScriptElement).src);
  const root = new URL('../', assets).href;
  const { suffix } = pages;
  changeLinks((path) => {
    const split = splitPath(path, pages.base);
    if (!split) return path;
    return `${root}${split.page === '' ? 'index.html' : split.page + suffix}${split.behind}`;
  });
  globalThis.digestPortable = {
    searchPath: () => location.pathname,
    query: () => location.search,
    search: searchHost(pages.base, scriptFiles(new URL('search/', assets).href, pages.parts)),
  } satisfies PortablePage;
  shareStorage(new URL('storage.html', assets).href);
}

/** Files that scripts bring, each of which is loaded when a file in it is asked for. */
function scriptFiles(folder: string, parts: number): Parameters<typeof searchHost>[1] {
  const files = new Map<string, string>();
  const loading = new Map<string, Promise<void>>();
  let makePagefind: MakePagefind | undefined;

  const take: TakeFiles = (brought, pagefind) => {
    for (const [path, text] of Object.entries(brought)) files.set(path, text);
    makePagefind = pagefind ?? makePagefind;
  };
  (globalThis as { digestFiles?: TakeFiles }).digestFiles = take;

  const load = (name: string): Promise<void> => {
    const known =
      loading.get(name) ??
      new Promise<void>((resolve, reject) => {
        const script = document.createElement('script');
        script.src = `${folder}${name}.js`;
        script.addEventListener('load', () => resolve());
        script.addEventListener('error', () => {
          loading.delete(name);
          reject(new Error(`${script.src} is missing.`));
        });
        document.head.append(script);
        script.remove();
      });
    loading.set(name, known);
    return known;
  };

  return {
    async read(path) {
      await load('first');
      if (!files.has(path)) await load(String(partOf(path, parts)));
      return files.get(path);
    },
    async makePagefind() {
      await load('first');
      return makePagefind as MakePagefind;
    },
  };
}
