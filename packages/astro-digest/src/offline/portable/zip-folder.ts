import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { PortableError } from './portable-error.ts';

/** As many files as a ZIP archive can name that everything opens. */
const mostFiles = 65_535;

/**
 * Puts a folder with all its files into a ZIP archive, in which they are in a folder of its name.
 *
 * @param file the archive
 * @returns its size in bytes
 * @throws PortableError when the folder has too many files
 */
export function zipFolder(folder: string, file: string): number {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  if (paths.length > mostFiles) {
    throw new PortableError(
      `${basename(file)} would have ${paths.length.toLocaleString('en')} files, and a ZIP archive can have ${mostFiles.toLocaleString('en')}: leave out --zip, and copy the folder.`,
    );
  }
  const descriptor = openSync(file, 'w');
  let size = 0;
  // ZIP tells times in no zone, and this one, the first year that it knows, in that of the machine: the same bytes anywhere.
  const noTime = new Date(1980, 0, 1, 12);
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      size += writeSync(descriptor, chunk);
    });
    for (const path of paths) {
      const entry = new ZipDeflate(`${basename(folder)}/${path.replaceAll('\\', '/')}`, { level: 6 });
      entry.mtime = noTime;
      zip.add(entry);
      entry.push(readFileSync(join(folder, path)), true);
    }
    zip.end();
  } finally {
    closeSync(descriptor);
  }
  return size;
}
