import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './list-files.ts';

/** What differs between a site and the one before it: what has to be uploaded. */
export interface SiteChanges {
  /** Paths of the files that are new or changed. */
  written: string[];
  /** How many bytes these have. */
  bytes: number;
  /** Paths of the files that are gone. */
  gone: string[];
}

/**
 * Compares a site with the one before it.
 *
 * @param site folder of the site
 * @param files its files: the path of each from there, and its size in bytes
 * @param before folder of the site before it
 * @param same files that are known to be the same, by their paths
 * @param listed the files of the site before it, where they are known
 * @returns `undefined` where there is none
 */
export function findChanges(
  site: string,
  files: readonly { path: string; size: number }[],
  before: string,
  same: ReadonlyMap<string, number>,
  listed: readonly string[] | undefined = listFiles(before),
): SiteChanges | undefined {
  if (!listed) return undefined;
  const old = new Set(listed.filter((path) => !path.startsWith('.git/')));
  const written = files.filter(
    ({ path, size }) =>
      !old.delete(path) || !(same.has(path) || isSame(join(site, path), size, join(before, path))),
  );
  return {
    written: written.map(({ path }) => path),
    bytes: written.reduce((sum, { size }) => sum + size, 0),
    gone: [...old],
  };
}

function isSame(file: string, size: number, other: string): boolean {
  return statSync(other).size === size && readFileSync(file).equals(readFileSync(other));
}
