import { relative } from 'node:path';
import { largestSingle } from './make-single.ts';
import type { PortableSite } from './make-portable.ts';

/**
 * Tells people what was made, a line each.
 *
 * @param from folder that the paths begin at
 */
export function tellPortable({ digests }: PortableSite, from: string): string[] {
  return digests.flatMap(({ folder, pages, bytes, zip, single }) => {
    const path = relative(from, folder);
    return [
      `${path}: ${pages.toLocaleString('en')} pages, ${megabytes(bytes)}; open its index.html`,
      single === undefined
        ? `${path}.html is left out: everything in one file would have more than ${megabytes(largestSingle)}`
        : `${path}.html: ${megabytes(single)}, everything in one file`,
      ...(zip === undefined ? [] : [`${path}.zip: ${megabytes(zip)}, the folder in one file`]),
    ];
  });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
