import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What differs between a site and the one before it: what has to be uploaded. */
export interface SiteChanges {
  /** How many files are new or changed. */
  written: number;
  /** How many bytes these have. */
  bytes: number;
  /** How many files are gone. */
  gone: number;
}

/**
 * Compares a site with the one before it.
 *
 * @param site folder of the site
 * @param files its files: the path of each from there, and its size in bytes
 * @param before folder of the site before it
 * @param same paths of files that are known to be the same
 * @returns `undefined` where there is none
 */
export function findChanges(
  site: string,
  files: readonly { path: string; size: number }[],
  before: string,
  same: ReadonlySet<string>,
): SiteChanges | undefined {
  const old = filesOf(before);
  if (!old) return undefined;
  const changes: SiteChanges = { written: 0, bytes: 0, gone: 0 };
  for (const { path, size } of files) {
    if (old.delete(path) && (same.has(path) || isSame(join(site, path), size, join(before, path)))) continue;
    changes.written += 1;
    changes.bytes += size;
  }
  changes.gone = old.size;
  return changes;
}

function isSame(file: string, size: number, other: string): boolean {
  return statSync(other).size === size && readFileSync(file).equals(readFileSync(other));
}

function filesOf(folder: string): Set<string> | undefined {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
    return new Set(
      paths.map((path) => path.split(sep).join('/')).filter((path) => !path.startsWith('.git/')),
    );
  } catch {
    return undefined;
  }
}
