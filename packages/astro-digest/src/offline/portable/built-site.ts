import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What `astro-digest portable` must know of a built site. */
export interface BuiltSite {
  /** Folder with the site. */
  folder: string;
  /** Astro's `base`, with a slash at its start and none at its end; the empty text for `/`. */
  siteBase: string;
  /** Where the site is online, such as `https://example.org`; absent where nobody has told. */
  site?: string | undefined;
  /** How addresses of pages end, as the site's links have them. */
  ending: PageEnding;
  digests: readonly BuiltDigest[];
}

/** How addresses of pages end in a site. */
export type PageEnding = '/' | '' | '.html';

/** A digest of a built site. */
export interface BuiltDigest {
  title: string;
  /** Path of its pages within the site, such as `/papers`; `/` for the whole site. */
  base: string;
}

/** The file in which a build writes it, from the site's root. It is in the folder that Astro has for what it makes. */
const fileName = join('.astro', 'astro-digest', 'built-site.json');

/** Writes down what was built, for the command. */
export function writeBuiltSite(root: string, site: BuiltSite): void {
  const file = join(root, fileName);
  mkdirSync(dirname(file), { recursive: true });
  const folder = relative(root, site.folder).replaceAll('\\', '/');
  writeFileSync(file, `${JSON.stringify({ ...site, folder }, null, 2)}\n`);
}

/** Reads what the last build of a site has written down; `undefined` where there was none. */
export function readBuiltSite(root: string): BuiltSite | undefined {
  try {
    const site = JSON.parse(readFileSync(join(root, fileName), 'utf8')) as BuiltSite;
    return Array.isArray(site.digests) ? { ...site, folder: resolve(root, site.folder) } : undefined;
  } catch {
    // There is none, or somebody has damaged it: a build writes it again.
    return undefined;
  }
}
