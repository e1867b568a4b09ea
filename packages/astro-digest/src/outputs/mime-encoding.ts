/** A text as a message carries it: ASCII, in lines of at most 76 characters that end with CR and LF. */
export interface EncodedBody {
  /** Value of the field `Content-Transfer-Encoding`. */
  encoding: 'quoted-printable' | 'base64';
  body: string;
}

const utf8 = new TextEncoder();

/** Encodes a text in UTF-8 as RFC 2045 describes it (https://www.rfc-editor.org/rfc/rfc2045#section-6), in the shorter of two ways. */
export function encodeBody(text: string): EncodedBody {
  const bytes = utf8.encode(text.replace(lineEnd, '\r\n'));
  const readable = quotedPrintable(text);
  return readable.length <= base64Size(bytes.length)
    ? { encoding: 'quoted-printable', body: readable }
    : { encoding: 'base64', body: base64Lines(bytes) };
}

/** How many characters {@link encodeBody} makes of a text, or a few more: quick, where only the size is asked for. */
export function encodedSize(text: string): number {
  const lines = text.split(lineEnd).length;
  const special = text.match(specials) ?? [];
  const specialBytes = utf8.encode(special.join('')).length;
  const plain = text.length - special.reduce((sum, run) => sum + run.length, 0);
  const bytes = plain + specialBytes + 2 * lines;
  // In each line a dot at its start and a blank at its end are escaped, and `From ` may be anywhere.
  const tokens = plain + 3 * specialBytes + 4 * lines + 2 * (text.split('From ').length - 1);
  // Lines of 76 characters have at least 73 of the text, since an escape is not parted.
  const readable = tokens + 3 * Math.ceil(tokens / 73) + 2 * lines;
  return Math.min(readable, base64Size(bytes));
}

const lineEnd = /\r\n|\r|\n/g;

/** Runs of what is never itself in quoted-printable. */
const specials = /[^\t\x20-<>-~]+/g;

/** The same, line ends aside. */
const escaped = /[^\t\x20-<>-~\r\n]+/g;

function quotedPrintable(text: string): string {
  return (
    text
      .replace(escaped, escapeAll)
      // A dot on a line of its own ends a message on its way, and blanks at the end of a line get lost.
      .replace(/^\.|[\t ]$/gm, escapeAll)
      .split(lineEnd)
      .map(breakLine)
      .join('\r\n')
  );
}

/** Breaks a line that is escaped where it is longer than 75 characters, never within an escape. */
function breakLine(line: string): string {
  const parts: string[] = [];
  // `From ` at the start of a line begins a message in a mailbox file.
  const escapeFrom = (part: string) => (part.startsWith('From ') ? `=46${part.slice(1)}` : part);
  let rest = escapeFrom(line);
  while (rest.length > 75) {
    const end = rest[73] === '=' ? 73 : rest[74] === '=' ? 74 : 75;
    parts.push(rest.slice(0, end));
    rest = escapeFrom(rest.slice(end));
  }
  return [...parts, rest].join('=\r\n');
}

function escapeAll(text: string): string {
  return Array.from(utf8.encode(text), escapeByte).join('');
}

function escapeByte(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** How many bytes a line of base64 holds: 76 characters. */
const lineBytes = 57;

/** How many bytes are written at a time: lines, as many as a function takes arguments without care. */
const blockBytes = 128 * lineBytes;

/** How many characters {@link base64Lines} makes of bytes. */
function base64Size(bytes: number): number {
  return 4 * Math.ceil(bytes / 3) + 2 * Math.max(0, Math.ceil(bytes / lineBytes) - 1);
}

function base64Lines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += blockBytes)
    lines.push(...(base64(bytes.subarray(start, start + blockBytes)).match(/.{1,76}/g) ?? []));
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
