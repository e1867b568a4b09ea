import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What is below a folder. */
export interface WalkedFolder {
  /** Paths of the files, from the folder, with `/`, in their order. */
  files: string[];
  /** What is not among them, although it is there. */
  leftOut: LeftOut[];
}

/** Something below a folder that is left out. */
export interface LeftOut {
  /** Its path from the folder, with `/`. */
  path: string;
  /**
   * A link that leads out of the folder, to what is there already, or to nothing; a folder that can't be read; a file that can't be
   * opened, because its name is no text.
   */
  why: 'outside' | 'again' | 'nowhere' | 'unreadable' | 'unnamed';
}

/**
 * Finds all files below a folder. A link is followed within the folder only, as its real path tells, and to what has no other name
 * there: so nothing of the rest of the disk gets in, and links in a ring have an end.
 *
 * Names that begin with `.` or `_` are passed over.
 *
 * @param folder the folder, which may itself be a link
 * @param isRead whether a file of this path would be read: links to others are passed over, too
 */
export function walkFolder(folder: string, isRead: (path: string) => boolean): WalkedFolder {
  const root = realpathSync(folder);
  const files: string[] = [];
  const leftOut: LeftOut[] = [];
  const links: string[] = [];
  /** Real paths of what has been found. */
  const found = new Set<string>();

  const walk = (path: string, real: string): void => {
    found.add(real);
    let entries;
    try {
      entries = readdirSync(real, { withFileTypes: true });
    } catch {
      leftOut.push({ path, why: 'unreadable' });
      return;
    }
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith('.') || name.startsWith('_')) continue;
      const below = path === '' ? name : `${path}/${name}`;
      const realBelow = join(real, name);
      if (entry.isSymbolicLink()) links.push(below);
      // Below a link may stand what another link has led to.
      else if (found.has(realBelow)) continue;
      else if (entry.isDirectory()) walk(below, realBelow);
      else if (entry.isFile()) {
        found.add(realBelow);
        // Bytes that are no UTF-8 become this sign, and the file is not found under it.
        if (!name.includes('\uFFFD') || existsSync(realBelow)) files.push(below);
        else if (isRead(below)) leftOut.push({ path: below, why: 'unnamed' });
      }
    }
  };

  const follow = (path: string): void => {
    const leave = (why: LeftOut['why']): void => void leftOut.push({ path, why });
    let real: string;
    let isFolder: boolean;
    let isFile: boolean;
    try {
      real = realpathSync(join(folder, path));
      const stats = statSync(real);
      [isFolder, isFile] = [stats.isDirectory(), stats.isFile()];
    } catch {
      if (isRead(path)) leave('nowhere');
      return;
    }
    if (!isFolder && !isRead(path)) return;
    if (!isWithin(root, real)) leave('outside');
    else if (found.has(real)) leave('again');
    else if (isFolder) walk(path, real);
    else if (isFile) {
      found.add(real);
      files.push(path);
    }
  };

  walk('', root);
  // What has a name of its own is found first, whatever the order of the names.
  while (links.length > 0) for (const path of links.splice(0).sort(byCodeUnits)) follow(path);
  const byPath = (a: LeftOut, b: LeftOut): number => byCodeUnits(a.path, b.path);
  return { files: files.sort(byCodeUnits), leftOut: leftOut.sort(byPath) };
}

function isWithin(root: string, real: string): boolean {
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}
