import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The files of a built site: bytes by path. */
export type BuiltFiles = ReadonlyMap<string, Buffer>;

/** Paths of all files of a folder, from there and sorted. */
export function pathsOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}

/** All files of a folder. */
export function filesOf(folder: string): BuiltFiles {
  return new Map(pathsOf(folder).map((path) => [path, readFileSync(join(folder, path))]));
}
