/** A text as a message carries it: ASCII, in lines of at most 76 characters that end with CR and LF. */
export interface EncodedBody {
  /** Value of the field `Content-Transfer-Encoding`. */
  encoding: 'quoted-printable' | 'base64';
  body: string;
}

const utf8 = new TextEncoder();

/** Encodes a text in UTF-8 as RFC 2045 describes it (https://www.rfc-editor.org/rfc/rfc2045#section-6), in the shorter of two ways. */
export function encodeBody(text: string): EncodedBody {
  const lines = text.split(/\r\n|\r|\n/);
  const readable = lines.map((line) => quotedPrintable(utf8.encode(line))).join('\r\n');
  const compact = base64Lines(utf8.encode(lines.join('\r\n')));
  return readable.length <= compact.length
    ? { encoding: 'quoted-printable', body: readable }
    : { encoding: 'base64', body: compact };
}

/** How many characters {@link encodeBody} makes of a text, or a few more: quick, where only the size is asked for. */
export function encodedSize(text: string): number {
  const lines = text.split(/\r\n|\r|\n/).length;
  let bytes = 2 * lines;
  // In each line a dot at its start and a blank at its end are escaped, and `From ` may be anywhere.
  let tokens = 4 * lines + 2 * (text.split('From ').length - 1);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Of a character outside of the first plane each half counts two of its four bytes.
    const size = code < 0x80 ? 1 : code < 0x800 || (code & 0xf800) === 0xd800 ? 2 : 3;
    bytes += size;
    tokens += (code >= 0x20 && code < 0x7f && code !== 0x3d) || code === 0x09 ? 1 : 3 * size;
  }
  // A line of 76 characters has 57 bytes in base64; else it has at least 73, since an escape is not parted.
  const readable = tokens + 3 * Math.ceil(tokens / 73) + 2 * lines;
  const compact = 4 * Math.ceil(bytes / 3) + 2 * Math.ceil(bytes / 57);
  return Math.min(readable, compact);
}

/** Encodes a line, without the line feeds around it. */
function quotedPrintable(line: Uint8Array): string {
  let encoded = '';
  let used = 0;
  for (const [index, byte] of line.entries()) {
    const token = isPlain(line, index, used) ? String.fromCharCode(byte) : escapeByte(byte);
    if (used + token.length > 75) {
      encoded += '=\r\n';
      used = 0;
    }
    encoded += token;
    used += token.length;
  }
  return encoded;
}

function isPlain(line: Uint8Array, index: number, used: number): boolean {
  const byte = line[index] as number;
  if (byte === 0x20 || byte === 0x09) return index < line.length - 1;
  // A dot on a line of its own ends a message on its way, and `From ` at a line's start begins one in a mailbox file.
  if (byte === 0x2e && index === 0) return false;
  if (byte === 0x46 && (used === 0 || used === 75) && startsWithFrom(line, index)) return false;
  return byte > 0x20 && byte < 0x7f && byte !== 0x3d;
}

function startsWithFrom(line: Uint8Array, index: number): boolean {
  return String.fromCharCode(...line.subarray(index, index + 5)) === 'From ';
}

function escapeByte(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function base64Lines(bytes: Uint8Array): string {
  const lines: string[] = [];
  // 57 bytes are 76 characters.
  for (let start = 0; start < bytes.length; start += 57)
    lines.push(base64(bytes.subarray(start, start + 57)));
  return lines.join('\r\n');
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** How many bytes an encoded word holds: a line with a field's name and one such word has no more than its 76 characters. */
const wordBytes = 39;

/**
 * Writes a text for the header of a message: as it is where it is short and in ASCII, otherwise as encoded words, each on a
 * line of its own: https://www.rfc-editor.org/rfc/rfc2047.
 *
 * @param text one line, without control characters
 */
export function encodeHeaderText(text: string): string {
  if (/^[\x20-\x7e]{0,60}$/.test(text) && !text.includes('=?')) return text;
  const words: string[] = [];
  let word = '';
  // A character must not be cut in two.
  for (const character of text) {
    if (utf8.encode(word + character).length > wordBytes) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${base64(utf8.encode(part))}?=`).join('\r\n ');
}
