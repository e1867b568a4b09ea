import { crc32 } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum of a chunk, in bytes. */
const around = 12;

/**
 * Whether a PNG is as it was written: each chunk has the checksum that it tells, and the last one ends the file.
 *
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export function isWholePng(png: Buffer): boolean {
  if (!png.subarray(0, signature.length).equals(signature)) return false;
  let isLast = false;
  let at = signature.length;
  while (at + around <= png.length && !isLast) {
    const end = at + around + png.readUInt32BE(at);
    if (end > png.length || crc32(png.subarray(at + 4, end - 4)) !== png.readUInt32BE(end - 4)) return false;
    isLast = png.toString('latin1', at + 4, at + 8) === 'IEND';
    at = end;
  }
  return isLast && at === png.length;
}
