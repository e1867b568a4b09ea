import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { hashOf } from './hash.ts';
import {
  readKeptList,
  writeKeptList,
  type FileMark,
  type KeptFile,
  type KeptList,
  type KeptUnit,
} from './kept-list.ts';
import { listFiles } from './list-files.ts';
import { openPacks } from './packs.ts';

/** Where a site's files are kept and written. */
export interface SitePlaces {
  /** Folder of the site that is being built. */
  site: string;
  /** Folder with the list and the packs; absent where nothing is kept. */
  kept?: string | undefined;
  /** Folder of the site that was built last, whose files are taken where they are still right. Absent where there is none. */
  published?: string | undefined;
  /** Whether these files stay in that folder, instead of getting a second name in the new site. Default: `false`. */
  isSparse?: boolean | undefined;
}

/** A unit, and the hash of all that it is made of; an empty one where that is not known, and the unit not kept. */
export interface UnitKey {
  unit: string;
  key: string;
}

/** A file that a unit consists of. */
export interface UnitFile extends UnitKey {
  /** Path from the folder of the site, its parts joined by slashes. */
  path: string;
  content: Uint8Array;
}

/** The path of a file that is as in the last site, its size in bytes, and SHA-256 of its bytes in base64url. */
export type SameFile = readonly [path: string, size: number, hash: string];

/** What is known of the files at the end. */
export interface FinishedFiles {
  /** Those that are as in the last site. */
  same: readonly SameFile[];
  /** Paths of all files that the last site had, those of others included; absent where there was none. */
  before?: readonly string[] | undefined;
}

/** Writes the files of a site, and takes what it can from what earlier builds made. */
export interface SiteFiles {
  /** Puts units into the site that were made of the same before; gives the names of those that have to be made. */
  keep(units: readonly UnitKey[]): string[];
  /** Writes a file that is a unit by itself. */
  write(file: UnitFile): void;
  /** Moves all files of a folder to a place in the site; they are a unit. */
  adopt(unit: UnitKey, from: string, to: string): void;
  /** Leaves paths to whoever writes them. */
  leave(paths: Iterable<string>): void;
  /** Takes away what is of no use any more, and keeps the rest for the next build. */
  finish(): FinishedFiles;
}

/** Opens the files of a site; takes those of the last one that are as they were made. */
export function openSiteFiles({ site, kept, published, isSparse = false }: SitePlaces): SiteFiles {
  const listFile = kept && join(kept, 'files.json');
  const before: KeptList = listFile ? readKeptList(listFile) : new Map();
  const after: KeptList = new Map();
  const packs = kept === undefined ? undefined : openPacks(join(kept, 'packs'));
  const folders = new Set<string>();
  // Hashes of the files of the last site that the new one has, too, by their paths.
  const standing = published === undefined ? new Map<string, string>() : takeStanding(published);
  // While there is nothing else to do.
  const publishedFiles = published === undefined ? undefined : listFiles(published);

  function takeStanding(from: string): Map<string, string> {
    const standing = new Map<string, string>();
    for (const { files } of before.values()) {
      for (const file of files) {
        const source = join(from, file.path);
        try {
          if (!isAsWritten(source, file)) continue;
          if (!isSparse) linkSync(source, makeFolderOf(file.path));
          standing.set(file.path, file.hash);
        } catch {
          // It is gone, or can't be linked: it is written instead.
        }
      }
    }
    return standing;
  }

  /** Whether a file of the last site is as it was made; one that was copied since, as a CI does, is read. */
  function isAsWritten(source: string, file: KeptFile): boolean {
    const { ino, mtimeMs, size } = lstatSync(source);
    if (size !== file.size) return false;
    if (ino === file.written.ino && mtimeMs === file.written.mtime) return true;
    if (hashOf(readFileSync(source)) !== file.hash) return false;
    file.written = { ino, mtime: mtimeMs };
    return true;
  }

  function makeFolderOf(path: string): string {
    const file = join(site, path);
    const folder = dirname(file);
    if (folders.has(folder)) return file;
    try {
      mkdirSync(folder);
    } catch {
      mkdirSync(folder, { recursive: true });
    }
    folders.add(folder);
    return file;
  }

  /** Puts bytes into the site; a link is replaced, since the file has another name in the last site. */
  function put(path: string, content: Uint8Array): void {
    drop(path);
    writeFileSync(makeFolderOf(path), content);
  }

  function drop(path: string): void {
    if (standing.delete(path) && !isSparse) rmSync(join(site, path), { force: true });
  }

  /** Keeps the bytes of a file that is in the site; those that were kept are taken from where they are. */
  function pack(unit: string, path: string, content: Uint8Array, hash: string): KeptFile | undefined {
    if (!packs) return undefined;
    const same = before.get(unit)?.files.find((file) => file.path === path && file.hash === hash);
    if (same && standing.get(path) === hash) return same;
    return { path, ...(same ?? packs.add(content, hash)), written: markOf(join(site, path)) };
  }

  function keepUnit({ unit, key }: UnitKey): boolean {
    const known = before.get(unit);
    if (known?.key !== key) return false;
    for (const file of known.files) {
      if (standing.get(file.path) === file.hash) continue;
      const content = packs?.read(file);
      if (!content) {
        // It may be damaged: it is neither used nor kept.
        before.delete(unit);
        return false;
      }
      put(file.path, content);
      file.written = markOf(join(site, file.path));
    }
    after.set(unit, known);
    return true;
  }

  function record({ unit, key }: UnitKey, files: (KeptFile | undefined)[]): void {
    const all = files.filter((file) => file !== undefined);
    if (all.length > 0) after.set(unit, { key, files: all } satisfies KeptUnit);
  }

  return {
    keep: (units) => units.filter((unit) => !keepUnit(unit)).map(({ unit }) => unit),
    write({ unit, key, path, content }) {
      if (key === '') return put(path, content);
      const hash = packs ? hashOf(content) : '';
      if (standing.get(path) !== hash || hash === '') put(path, content);
      record({ unit, key }, [pack(unit, path, content, hash)]);
    },
    adopt(unit, from, to) {
      const files = readdirSync(from, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      record(
        unit,
        files.map((file) => {
          const path = `${to}/${relative(from, file).split(sep).join('/')}`;
          const content = packs && readFileSync(file);
          const hash = content ? hashOf(content) : '';
          if (content && standing.get(path) === hash) rmSync(file);
          else {
            drop(path);
            renameSync(file, makeFolderOf(path));
          }
          return content && pack(unit.unit, path, content, hash);
        }),
      );
      rmSync(from, { recursive: true, force: true });
    },
    leave(paths) {
      for (const path of paths) drop(path);
    },
    finish() {
      const files = [...after.values()].flatMap(({ files }) => files);
      const used = new Set(files.map(({ path }) => path));
      for (const path of standing.keys()) if (!used.has(path)) drop(path);
      const same = files
        .filter(({ path }) => standing.has(path))
        .map(({ path, size, hash }): SameFile => [path, size, hash]);
      // What is damaged is not kept for the next build, but may well be in the site.
      if (packs && listFile !== undefined) {
        packs.tidy(after);
        packs.close();
        writeKeptList(listFile, after);
      }
      return { same, before: publishedFiles };
    },
  };
}

function markOf(file: string): FileMark {
  const { ino, mtimeMs } = lstatSync(file);
  return { ino, mtime: mtimeMs };
}
