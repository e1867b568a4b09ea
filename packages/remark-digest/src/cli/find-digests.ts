import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isDigestFile } from '../digest-files.ts';
import { linkInside, linkOutside, noDigests, unreadableFile } from './findings.ts';
import { aboutFile, type Message } from './messages.ts';

/** A digest to read, or what is wrong with a path that was given. */
export type FoundDigest = { path: string } | Message;

/**
 * The digests that the arguments name, each once, in the order of the arguments: of a folder, the files that can hold one.
 *
 * What an argument names is read wherever it is; a link that is found in a folder leads nowhere else.
 */
export function findDigests(args: readonly string[]): FoundDigest[] {
  const found = new Map<string, FoundDigest>();
  for (const path of args) {
    for (const digest of digestsAt(path)) {
      const key = resolve(digest.path);
      if (!found.has(key)) found.set(key, digest);
    }
  }
  return [...found.values()];
}

function digestsAt(path: string): FoundDigest[] {
  try {
    if (!statSync(path).isDirectory()) return [{ path }];
    const entries = readdirSync(path, { withFileTypes: true })
      // A pipe would be waited for.
      .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
      .filter(({ name }) => isDigestFile(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const names = new Set(entries.map(({ name }) => name));
    const folder = realpathSync(path);
    return entries.length > 0
      ? entries.map((entry) => digestOf(entry, path, folder, names))
      : [aboutFile(path, noDigests())];
  } catch (error) {
    return [aboutFile(path, unreadableFile(error))];
  }
}

/**
 * @param folder real path of the folder that the entry is in
 * @param names names of all digests of the folder
 */
function digestOf(entry: Dirent, above: string, folder: string, names: ReadonlySet<string>): FoundDigest {
  const path = join(above, entry.name);
  if (!entry.isSymbolicLink()) return { path };
  try {
    const real = realpathSync(path);
    if (dirname(real) !== folder || !statSync(real).isFile()) return aboutFile(path, linkOutside());
    return names.has(basename(real)) ? aboutFile(path, linkInside()) : { path };
  } catch (error) {
    return aboutFile(path, unreadableFile(error));
  }
}
