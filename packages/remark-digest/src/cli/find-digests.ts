import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDigestFile } from '../digest-files.ts';
import { noDigests, unreadableFile } from './findings.ts';
import { aboutFile, type Message } from './messages.ts';

/** A digest to read, or what is wrong with a path that was given. */
export type FoundDigest = { path: string } | Message;

/** The digests that the arguments name, each once, in the order of the arguments: of a folder, the files that can hold one. */
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
    const names = readdirSync(path).filter(isDigestFile).sort();
    return names.length > 0
      ? names.map((name) => ({ path: join(path, name) }))
      : [aboutFile(path, noDigests())];
  } catch (error) {
    return [aboutFile(path, unreadableFile(error))];
  }
}
