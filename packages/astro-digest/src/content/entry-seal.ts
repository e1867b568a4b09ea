import { crc32 } from 'node:zlib';

/**
 * A checksum of entries of Astro's store, in any order, by which it is noticed that the file in which Astro keeps them was damaged, also where
 * that is still well-formed.
 */
export function sealEntries(entries: readonly unknown[]): number {
  return entries.reduce<number>((sum, entry) => (sum + crc32(JSON.stringify(entry))) >>> 0, entries.length);
}
