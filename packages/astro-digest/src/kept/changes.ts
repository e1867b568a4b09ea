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
 * @param paths its files, from there
 * @param before folder of the site before it
 * @returns `undefined` where there is none
 */
export function findChanges(site: string, paths: readonly string[], before: string): SiteChanges | undefined {
  const old = filesOf(before);
  if (!old) return undefined;
  const changes: SiteChanges = { written: 0, bytes: 0, gone: 0 };
  for (const path of paths) {
    const file = join(site, path);
    const { ino, size } = statSync(file);
    if (old.delete(path) && isSame(file, ino, size, join(before, path))) continue;
    changes.written += 1;
    changes.bytes += size;
  }
  changes.gone = old.size;
  return changes;
}

function isSame(file: string, ino: number, size: number, other: string): boolean {
  const stat = statSync(other);
  // Most are one file with two names.
  if (stat.ino === ino) return true;
  return stat.size === size && readFileSync(file).equals(readFileSync(other));
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
