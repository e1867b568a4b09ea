import { offlineFolder, offlineFormat } from '../pack-table.ts';

/** Where a digest is, as its pages and its worker know it. */
export interface DigestPlace {
  /** Astro's `base`, with a slash at its end. */
  siteBase: string;
  /** Folder of the digest, from that of the site, with a slash at its end; empty where it is the whole site. */
  folder: string;
  /** Astro's `build.assets`: the folder of files whose names change with their bytes. */
  assets: string;
}

/** Address of the folder of a digest. */
export function rootOf({ siteBase, folder }: DigestPlace): string {
  return siteBase + folder;
}

/** Address of a file of the packs. */
export function offlineAddress(place: DigestPlace, file: string): string {
  return `${rootOf(place)}${offlineFolder}/${file}`;
}

/** What the caches of a digest are called, and no others of the origin. */
export function cacheNames(place: DigestPlace): { prefix: string; saved: string; read: string } {
  const prefix = `astro-digest|${rootOf(place)}|`;
  return { prefix, saved: `${prefix}saved|${offlineFormat}`, read: `${prefix}read|${offlineFormat}` };
}

/**
 * The paths that a page or a file may have in the folder of the site, the likeliest first.
 *
 * @returns none where the address is not of the site
 */
export function pathsAt({ siteBase }: DigestPlace, { pathname }: URL): string[] {
  if (!pathname.startsWith(siteBase) && `${pathname}/` !== siteBase) return [];
  let path;
  try {
    path = decodeURIComponent(pathname.slice(siteBase.length));
  } catch {
    return [];
  }
  if (path === '' || path.endsWith('/')) return [`${path}index.html`];
  return /\.\w+$/.test(path)
    ? [path, `${path}.html`, `${path}/index.html`]
    : [`${path}.html`, `${path}/index.html`, path];
}
