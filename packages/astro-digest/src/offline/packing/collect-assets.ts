import { posix } from 'node:path';
import { styleAddress } from './look-into-file.ts';

/** What is asked of the built site. */
export interface AssetSite {
  /** Astro's `base`, with a slash at its end. */
  siteBase: string;
  /** Astro's `build.assets`: the folder of the files that Vite made, whose names nothing else has. */
  assets: string;
  /** Paths of all files, from the folder of the site. */
  files: ReadonlySet<string>;
  /** Reads a file. */
  read(path: string): Uint8Array;
}

/**
 * Finds the files of the site that pages need, and those that these need in turn. What is on other hosts, or not there, is passed over.
 *
 * @param references what each page refers to, by the path of the page
 * @returns for each file the path of the first page, in the order in which they were given, that needs it
 */
export function collectAssets(
  references: Iterable<readonly [page: string, addresses: readonly string[]]>,
  site: AssetSite,
): Map<string, string> {
  const byName = new Map<string, string>();
  for (const path of site.files)
    if (path.startsWith(`${site.assets}/`)) byName.set(posix.basename(path), path);
  const needed = new Map<string, string>();
  for (const [page, addresses] of references)
    for (const address of addresses) need(fileAt(address, page, site), page);
  return needed;

  function need(path: string | undefined, page: string): void {
    if (path === undefined || needed.has(path) || path.endsWith('.html')) return;
    needed.set(path, page);
    if (!/\.(?:css|m?js|svg|webmanifest)$/.test(path)) return;
    const text = new TextDecoder().decode(site.read(path));
    for (const [, address = ''] of text.matchAll(styleAddress)) need(fileAt(address, path, site), page);
    for (const [, address = ''] of text.matchAll(iconAddress)) need(fileAt(address, path, site), page);
    // Scripts name one another in several ways, but always by the names that Vite gave them.
    for (const [name] of text.matchAll(/[\w@~.-]+\.\w+/g)) need(byName.get(name), page);
  }
}

/** An address of a picture in a web app manifest. */
const iconAddress = /"src"\s*:\s*"([^"]+)"/g;

/** Path of the file that an address leads to, where the site has it. */
function fileAt(address: string, from: string, { siteBase, files }: AssetSite): string | undefined {
  let url: URL;
  try {
    url = new URL(address, new URL(siteBase + from, 'http://site.invalid'));
  } catch {
    return undefined;
  }
  if (url.origin !== 'http://site.invalid' || !url.pathname.startsWith(siteBase)) return undefined;
  const path = decodeURIComponent(url.pathname.slice(siteBase.length));
  return files.has(path) ? path : undefined;
}
