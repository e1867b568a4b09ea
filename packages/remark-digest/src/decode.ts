import { invalidEncoding, type Report } from './messages.ts';

/**
 * Turns the bytes of a file into text.
 *
 * UTF-8, and UTF-16 with or without a byte order mark; what is neither is read as Windows-1252 when that loses less,
 * and reported. Line ends stay as they are, so that places in the text are places in the file.
 *
 * @param value the bytes, or text that is decoded already
 * @param report is told when bytes had to be guessed or replaced
 */
export function decode(value: string | Uint8Array, report: Report): string {
  if (typeof value === 'string') return value;
  const encoding = utf16(value) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(value);
  } catch {
    const text = new TextDecoder(encoding).decode(value);
    // Each broken character is a place to look at, but one message for the file says all there is to say.
    const place = pointOf(text, text.indexOf('\uFFFD'));
    const kept = count(text, /[^\0-\x7F\uFFFD]/g);
    if (encoding === 'utf-8' && kept < count(text, /\uFFFD/g)) {
      report(invalidEncoding('windows-1252'), place);
      return new TextDecoder('windows-1252').decode(value);
    }
    report(invalidEncoding('replaced'), place);
    return text;
  }
}

/** The kind of UTF-16 that the bytes are in, told by a byte order mark, else by where their zero bytes are. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
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
  if (odd > enough && odd > 4 * even) return 'utf-16le';
  if (even > enough && even > 4 * odd) return 'utf-16be';
  return undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function pointOf(text: string, offset: number) {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) as string).length + 1, offset };
}
