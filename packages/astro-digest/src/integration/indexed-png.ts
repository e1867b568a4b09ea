import { constants, crc32, deflateSync } from 'node:zlib';

/** A picture of few colours. */
export interface IndexedPicture {
  width: number;
  height: number;
  /** One byte a pixel, row by row: the place of its colour in the palette. */
  pixels: Uint8Array;
  /** At most 256 colours, each as red, green and blue. */
  palette: readonly (readonly [red: number, green: number, blue: number])[];
}

/**
 * Writes a picture as a PNG with a palette, less than half as large as one that tells four channels a pixel. Rows are
 * compressed by runs (`Z_RLE`): that asks no hash table, whose size and function differ between builds of zlib, so that the
 * bytes are the same everywhere.
 *
 * @see https://www.w3.org/TR/png-3/
 */
export function indexedPng({ width, height, pixels, palette }: IndexedPicture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits a pixel, palette, deflate, filters by row, not interlaced
  // Each row begins with the number of its filter; 0 is none.
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}
