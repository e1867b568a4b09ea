import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join, posix } from 'node:path';

/** The files of a site, as those see them who work out what is to be done to it. Paths are from the site's root, with slashes. */
export interface SiteFiles {
  has(path: string): boolean;
  isFile(path: string): boolean;
  /**
   * Text of a file, its mark at the beginning included, so that it becomes the same bytes again; undefined when it is not there, or
   * not in UTF-8.
   */
  read(path: string): string | undefined;
  /** All files of a folder and those in it, sorted; none where the folder is not there. Installed packages and hidden folders are left out. */
  list(folder: string): string[];
}

/** Files that are larger are no code that somebody wrote. */
const largest = 1_000_000;

/** The files of a site on the disk. */
export function siteFiles(root: string): SiteFiles {
  return {
    has: (path) => existsSync(join(root, path)),
    isFile: (path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false,
    read: (path) => {
      const file = join(root, path);
      const stats = statSync(file, { throwIfNoEntry: false });
      if (!stats?.isFile() || stats.size > largest) return undefined;
      const bytes = readFileSync(file);
      return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
    },
    list: (folder) => {
      const files: string[] = [];
      const folders = [folder];
      for (let each = folders.pop(); each !== undefined; each = folders.pop()) {
        for (const entry of entriesOf(join(root, each))) {
          const path = posix.join(each, entry.name);
          if (entry.isFile()) files.push(path);
          else if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
            folders.push(path);
        }
      }
      return files.sort();
    },
  };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A path from the site's root in its shortest form; undefined when it leads out of the site. */
export function pathInside(path: string): string | undefined {
  const normal = posix.normalize(path.replaceAll('\\', '/')).replace(/\/$/, '');
  return posix.isAbsolute(normal) || normal.split('/')[0] === '..' || /^[a-z]:/i.test(normal)
    ? undefined
    : normal;
}

/** Whether a path in its shortest form is that of a file that is none of the site's own: outside of it, or in a package. */
export function isForeign(path: string): boolean {
  return path.startsWith('../') || path.split('/').includes('node_modules');
}
