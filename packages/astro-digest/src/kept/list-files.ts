import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Paths of the files in a folder, from there, their parts joined by slashes; `undefined` where there is no such folder. */
export function listFiles(folder: string): string[] | undefined {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
  } catch {
    return undefined;
  }
}
