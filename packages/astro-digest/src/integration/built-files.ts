import { statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listFiles } from '../kept/list-files.ts';
import type { RouteKind } from '../model/route-kinds.ts';
import type { DigestRoute } from './routes.ts';

/** A file of the built site. */
export interface BuiltFile {
  /** Path from the folder of the site, its parts joined by slashes. */
  path: string;
  /** Bytes. */
  size: number;
  /** What it is: the first of the kinds without which it would not be there; absent for what is not of the digest. */
  kind?: RouteKind | undefined;
  /** The other kinds without which it would not be there. */
  within?: RouteKind | undefined;
}

/** What tells which file is of which kind. */
export interface FileOrigins {
  /** Astro's map from the pattern of each route to the files that it made. */
  assets: ReadonlyMap<string, readonly URL[]>;
  routes: readonly DigestRoute[];
  /** Folders from that of the site, without a slash at their ends, by the kind of all that is in them. */
  folders: Partial<Record<RouteKind, string>>;
}

/**
 * Lists all files of the built site, those of other integrations and of its public folder included.
 *
 * @param elsewhere files of the site that need not be in the folder, with their sizes in bytes
 */
export function listBuiltFiles(
  folder: string,
  { assets, routes, folders }: FileOrigins,
  elsewhere: ReadonlyMap<string, number>,
): BuiltFile[] {
  const byPath = new Map<string, DigestRoute>();
  const address = pathToFileURL(join(folder, '/')).href;
  for (const route of routes)
    for (const url of assets.get(route.pattern) ?? []) byPath.set(pathOf(url), route);
  return listSite(folder, elsewhere).map(({ path, size }) => {
    // Astro made the page under this name; see `nameNotFoundPage`.
    const route = byPath.get(path) ?? byPath.get(path.replace(/404\.html$/, '404/index.html'));
    const kind = route?.kind ?? kindOfFolder(path, folders);
    return { path, size, kind, within: route?.within };
  });

  function pathOf(url: URL): string {
    const { href } = url;
    // Most addresses have nothing that a path writes otherwise.
    if (href.startsWith(address) && !href.includes('%')) return href.slice(address.length);
    return relative(folder, fileURLToPath(url)).split(sep).join('/');
  }
}

/**
 * Lists the files of a site with their sizes in bytes.
 *
 * @param elsewhere those that need not be in the folder
 */
export function listSite(
  folder: string,
  elsewhere: ReadonlyMap<string, number>,
): Pick<BuiltFile, 'path' | 'size'>[] {
  const sizes = new Map(elsewhere);
  for (const path of listFiles(folder) ?? [])
    if (!sizes.has(path)) sizes.set(path, statSync(join(folder, path)).size);
  return Array.from(sizes, ([path, size]) => ({ path, size }));
}

function kindOfFolder(path: string, folders: FileOrigins['folders']): RouteKind | undefined {
  const found = Object.entries(folders).find(([, folder]) => path.startsWith(`${folder}/`));
  return found?.[0] as RouteKind | undefined;
}
