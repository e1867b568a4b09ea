import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './explain.ts';
import { foldName, type OnDisk } from './plan.ts';

/** Hash of a file's bytes, as the state remembers it. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The folder of one issue, as it stands. */
export type IssueFolder =
  | { kind: 'folder' | 'nothing' | 'link' | 'other' }
  | { kind: 'namesake'; name: string };

/** The real path of the folder of `--out`, or `undefined` when it is not there yet. */
export function realFolder(path: string): string | undefined {
  try {
    const real = realpathSync(path);
    if (!lstatSync(real).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    return real;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && !isThere(path)) return undefined;
    throw error;
  }
}

/** A link that leads nowhere is there, too. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Looks at the folder of an issue, without following links. */
export function lookAtFolder(root: string, issue: string): IssueFolder {
  const found = entryOf(root, issue);
  if (found === undefined) return { kind: 'nothing' };
  if (found !== issue) return { kind: 'namesake', name: found };
  const stats = lstatSync(join(root, issue));
  return { kind: stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : 'other' };
}

/** Looks at the files of these names in a folder, without following links. */
export function lookAtFiles(folder: string, names: Iterable<string>): Map<string, OnDisk> {
  const entries = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const folded = foldName(name);
    // Of two names that fold to one, the name that is looked for itself says most.
    if (!entries.has(folded) || name === folded) entries.set(folded, name);
  }
  const found = new Map<string, OnDisk>();
  for (const name of names) {
    const entry = entries.get(foldName(name));
    found.set(
      name,
      entry === undefined || entry === name ? lookAt(folder, name) : { kind: 'namesake', name: entry },
    );
  }
  return found;
}

/** Looks at one file, without following a link. */
export function lookAt(folder: string, name: string): OnDisk {
  const path = join(folder, name);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return { kind: 'nothing' };
  if (stats.isSymbolicLink()) return { kind: 'link' };
  if (!stats.isFile()) return { kind: 'other' };
  // Between that look and this one the file may have become a link or a pipe, neither of which must be read.
  const descriptor = openSync(
    path,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
  try {
    return fstatSync(descriptor).isFile()
      ? { kind: 'file', hash: hashOf(readFileSync(descriptor)) }
      : { kind: 'other' };
  } finally {
    closeSync(descriptor);
  }
}

/** The entry of a folder that has this name on some system. */
function entryOf(folder: string, name: string): string | undefined {
  const namesakes = readdirSync(folder).filter((entry) => foldName(entry) === foldName(name));
  return namesakes.find((entry) => entry === name) ?? namesakes[0];
}
