import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of the files in a folder, from there, their parts joined by slashes; `undefined` where there is no such folder. */
export function listFiles(folder: string): string[] | undefined {
  try {
    return filesBelow(folder, '');
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string, path: string): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesBelow(folder, `${path}${entry.name}/`);
    return entry.isFile() ? [path + entry.name] : [];
  });
}
