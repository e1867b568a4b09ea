import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { changeCssAddresses } from './css-addresses.ts';

/** The files of a site that pages take along, each with what it becomes. */
export interface SiteAssets {
  /** Takes a file along. */
  take(path: string): void;
  /** What was taken, by paths in the site. */
  files(): ReadonlyMap<string, Uint8Array | string>;
}

/** Finds the file of a site that an address in another file means; `undefined` where there is none. */
export type FindFile = (address: string, from: string) => string | undefined;

/**
 * Collects files that pages need, with those that style sheets among them need.
 *
 * @param folder of the site
 * @param address of one file from another, by their paths in the site
 */
export function collectAssets(
  folder: string,
  find: FindFile,
  address: (from: string, to: string) => string,
): SiteAssets {
  const files = new Map<string, Uint8Array | string>();
  const take = (path: string): void => {
    if (files.has(path)) return;
    const bytes = readFileSync(join(folder, path));
    files.set(path, bytes);
    if (!path.endsWith('.css')) return;
    const css = changeCssAddresses(bytes.toString(), (to) => {
      const { file, behind } = withoutBehind(to);
      const found = find(file, path);
      if (found === undefined) return 'data:,';
      take(found);
      return address(path, found) + behind;
    });
    files.set(path, css);
  };
  return { take, files: () => files };
}

/** Parts an address from its query and its hash, as those of fonts and symbols have them. */
export function withoutBehind(address: string): { file: string; behind: string } {
  const [, file = '', behind = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return { file, behind };
}

/** The folder of a file of a site. */
export function folderOf(path: string): string {
  const folder = dirname(path);
  return folder === '.' ? '' : posix.join(folder, '/');
}
