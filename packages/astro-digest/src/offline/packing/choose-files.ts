import { mailFormats } from '../../model/file-formats.ts';
import { offlineFolder } from '../pack-table.ts';

/** What a file of the site is to somebody who reads it offline. */
export type OfflineRole =
  /** Pagefind's program. */
  | 'engine'
  /** A page that one begins with. */
  | 'shell'
  /** A page of an issue or of one of its papers. */
  | 'issue'
  /** A page that leads to issues of any time. */
  | 'moving'
  /** The text of a result of the search. */
  | 'fragment'
  /** Any other file of the search. */
  | 'index';

/** A file that can be saved. */
export interface OfflineFile {
  /** Path from the folder of the site. */
  path: string;
  size: number;
  role: OfflineRole;
}

/** Pages that one begins with, by their paths from the digest's base without their endings. */
const shell = new Set(['', 'search', 'subscribe', 'about', 'starred', '404', offlineFolder]);

/** A file of the built site. */
export interface SiteFile {
  /** Path from the folder of the site. */
  path: string;
  size: number;
}

/**
 * Chooses what can be saved of a digest, besides the styles, scripts and pictures that its pages refer to. Feeds, mails, bibliographies
 * and pictures for those who share a page are for others than readers, and stay away.
 *
 * @param files all files of the site
 * @param folder of the digest, from that of the site, with a slash at its end; empty where it is the whole site
 * @param issues has the ids of the issues
 */
export function chooseFiles(
  files: readonly SiteFile[],
  folder: string,
  issues: Pick<ReadonlySet<string>, 'has'>,
): OfflineFile[] {
  return files.flatMap(({ path, size }) => {
    const role = path.startsWith(folder) ? roleOf(path.slice(folder.length), issues) : undefined;
    return role ? [{ path, size, role }] : [];
  });
}

/** @param path from the digest's base */
function roleOf(path: string, issues: Pick<ReadonlySet<string>, 'has'>): OfflineRole | undefined {
  if (path.startsWith('pagefind/')) return roleInIndex(path.slice('pagefind/'.length));
  if (!path.endsWith('.html') || mails.test(path)) return undefined;
  const page = path.replace(/(?:(?:^|\/)index)?\.html$/, '');
  if (shell.has(page)) return 'shell';
  return issues.has(/^[^/]*/.exec(page)?.[0] as string) ? 'issue' : 'moving';
}

/** Mails are pages, too. */
const mails = new RegExp(`/${mailFormats[0].file.replace('.', '\\.')}$`);

/** Pagefind also brings widgets, which the theme does not use. */
function roleInIndex(path: string): OfflineRole | undefined {
  // Of a site that was put together each shard has brought a Pagefind.
  if (/^(?:\d+\/)?(?:pagefind(?:-worker)?\.js|wasm\.[^/]+\.pagefind)$/.test(path)) return 'engine';
  if (/\.(?:js|css|pagefind)$/.test(path)) return undefined;
  return path.endsWith('.pf_fragment') ? 'fragment' : 'index';
}
