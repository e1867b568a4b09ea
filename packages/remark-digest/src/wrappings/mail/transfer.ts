import { locate, type LocatedText } from '../../text/located-text.ts';
import { decodeStretches, type EncodedStretch } from './charset.ts';

/** A body, decoded. */
export interface DecodedBody {
  text: LocatedText;
  /** Index at which what belongs to the body ends; what follows is no part of the encoding. */
  end: number;
}

/**
 * Decodes the body of a mail, each piece of the text on the stretch that encodes it.
 *
 * @param encoding the `Content-Transfer-Encoding`
 */
export function decodeBody(
  value: string,
  start: number,
  end: number,
  encoding: string,
  charset: string | undefined,
): DecodedBody {
  if (encoding === 'base64') {
    const last = endOfBase64(value, start, end);
    return { text: decodeStretches(value, base64Lines(value, start, last), charset), end: last };
  }
  if (encoding === 'quoted-printable') {
    return { text: decodeStretches(value, quotedPrintable(value, start, end), charset), end };
  }
  // Seven-bit charsets change their meaning by escape sequences, which all else that decodes a file leaves as they are.
  const escaped = /^(?:iso-2022|hz)/i.test(charset ?? '') && value.slice(start, end).includes('\u001B');
  return {
    text: escaped ? decodeStretches(value, [{ start, end }], charset) : locate(value, start, end),
    end,
  };
}

/** RFC 2045, 6.7: what stands as it is, and runs of `=E2=80=93`; soft line ends are in none of them. */
function* quotedPrintable(value: string, start: number, end: number): Generator<EncodedStretch> {
  const pattern = /(?:=[0-9A-Fa-f]{2})+|(?<![ \t])(?:[ \t]*=[ \t]*(?:\r\n|\n|\r)|[ \t]+(?=[\r\n]))/g;
  pattern.lastIndex = start;
  let done = start;
  for (let match = pattern.exec(value); match && match.index < end; match = pattern.exec(value)) {
    if (match.index > done) yield { start: done, end: match.index };
    done = Math.min(match.index + match[0].length, end);
    if (match[0].startsWith('=') && /[0-9A-Fa-f]$/.test(match[0])) {
      yield { start: match.index, end: done, bytes: bytesOfEscapes(match[0]) };
    } else if (match[0].includes('=')) {
      // White space before the sign of a soft line end is text.
      const white = match[0].indexOf('=');
      if (white > 0) yield { start: match.index, end: match.index + white };
    }
  }
  if (done < end) yield { start: done, end };
}

/** The end of the lines that are base64: a blank line, or one with other characters, ends them. */
function endOfBase64(value: string, start: number, end: number): number {
  const pattern = /[ \t]*(?<data>[A-Za-z0-9+/]*={0,2})[ \t]*(?:\r\n|\n|\r|$)/y;
  let last = start;
  pattern.lastIndex = start;
  for (let match = pattern.exec(value); match && last < end; match = pattern.exec(value)) {
    if (match.groups?.['data'] === '' && last > start) break;
    last = Math.min(match.index + match[0].length, end);
    if (match.groups?.['data']?.endsWith('=') || match[0] === '') break;
  }
  return last;
}

function* base64Lines(value: string, start: number, end: number): Generator<EncodedStretch> {
  let left = '';
  let from = start;
  for (const match of value.slice(start, end).matchAll(/[A-Za-z0-9+/=]+/g)) {
    const data = left + match[0];
    if (left === '') from = start + match.index;
    const whole = data.endsWith('=') ? data : data.slice(0, data.length - (data.length % 4));
    left = data.slice(whole.length);
    const last = start + match.index + match[0].length;
    if (whole !== '') yield { start: from, end: last, bytes: bytesOfBase64(whole.replace(/=+$/, '')) };
    if (left !== '') from = start + match.index;
  }
  // A last group that is too short is no byte, or lacks its signs of filling.
  if (left.length > 1) yield { start: from, end, bytes: bytesOfBase64(left) };
}

/** Bytes of digits of base64, without the signs that fill the last group. */
export function bytesOfBase64(digits: string): Uint8Array {
  const decoded = atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits);
  const bytes = new Uint8Array(decoded.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = decoded.charCodeAt(at);
  return bytes;
}

/** Bytes of ASCII characters and of escapes such as `=E2`. */
export function bytesOfEscapes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const [found] of text.matchAll(/=[0-9A-Fa-f]{2}|[^]/g)) {
    bytes.push(found.length === 3 ? Number.parseInt(found.slice(1), 16) : found.charCodeAt(0) & 0xff);
  }
  return Uint8Array.from(bytes);
}
