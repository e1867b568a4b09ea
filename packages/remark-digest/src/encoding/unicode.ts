/** Decodes UTF-32 behind its byte order mark; nothing for all else. */
export function utf32(bytes: Uint8Array): string | undefined {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0;
  const big = bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff;
  if ((!little && !big) || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 4; at < bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    // The mark is that of UTF-16 as well, with a zero behind it.
    if (code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    parts.push(String.fromCodePoint(code));
  }
  return parts.join('');
}

/** The kind of UTF-16 that the bytes are in, told by a byte order mark, else by where their zero bytes are. */
export function utf16(bytes: Uint8Array): { label: 'utf-16le' | 'utf-16be'; marked: boolean } | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', marked: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', marked: true };
  const sample = bytes.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  // Text in a Latin script has a zero in nearly every pair of bytes, nearly always on one side.
  const enough = sample.length / 2 / 2;
  if (odd > enough && odd > 4 * even) return { label: 'utf-16le', marked: false };
  if (even > enough && even > 4 * odd) return { label: 'utf-16be', marked: false };
  return undefined;
}
