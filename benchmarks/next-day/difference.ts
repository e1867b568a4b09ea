import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of a site: the hash of its bytes and how many they are. */
export interface ListedFile {
  hash: string;
  bytes: number;
}

/** What differs between two builds of a site. */
export interface Difference {
  /** How many files the later one has. */
  files: number;
  /** How many are new, changed or gone. */
  changed: number;
  /** Bytes of those that are new or changed. */
  bytes: number;
  /** How many of each kind, those of most first. */
  kinds: string;
}

/** Reads all files of a folder, by their paths in it. */
export function listFiles(folder: string): Map<string, ListedFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const content = readFileSync(file);
      const hash = createHash('sha256').update(content).digest('base64');
      return [relative(folder, file).split(sep).join('/'), { hash, bytes: content.length }];
    }),
  );
}

/** Compares two builds. */
export function differenceOf(
  before: ReadonlyMap<string, ListedFile>,
  after: ReadonlyMap<string, ListedFile>,
): Difference {
  const written = [...after].filter(([path, { hash }]) => before.get(path)?.hash !== hash);
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const kinds = new Map<string, { files: number; bytes: number }>();
  const count = (path: string, bytes: number, what: string): void => {
    const kind = `${what} ${kindOf(path)}`;
    const { files, bytes: sum } = kinds.get(kind) ?? { files: 0, bytes: 0 };
    kinds.set(kind, { files: files + 1, bytes: sum + bytes });
  };
  for (const [path, { bytes }] of written) count(path, bytes, before.has(path) ? 'changed' : 'new');
  for (const path of gone) count(path, 0, 'gone');
  return {
    files: after.size,
    changed: written.length + gone.length,
    bytes: written.reduce((sum, [, { bytes }]) => sum + bytes, 0),
    kinds: [...kinds]
      .sort(([, a], [, b]) => b.files - a.files)
      .map(([kind, { files, bytes }]) => `\n    ${files} ${kind}, ${(bytes / 1000).toFixed(0)} kB`)
      .join(''),
  };
}

/** What a path has in common with others of its kind: its names with letters and digits of dates, slugs and hashes left out. */
function kindOf(path: string): string {
  return path
    .split('/')
    .map((part, index, parts) => {
      if (/^\d{4}(?:-\w+)*$/.test(part)) return part.replace(/\d/g, '0');
      const isSlug =
        index === parts.length - 2 && /^(?:\d{4}.*|topics|authors)$/.test(parts[index - 1] ?? '');
      return isSlug
        ? '*'
        : part.replace(/^.*(\.\w+)$/, (whole, ending: string) =>
            /^(?:index|papers|mail|rss|atom|feed|llms|sitemap|404)\b/.test(whole) ? whole : `*${ending}`,
          );
    })
    .join('/');
}
