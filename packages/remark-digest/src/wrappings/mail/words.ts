import { decodeBytes } from './charset.ts';
import { bytesOfBase64, bytesOfEscapes } from './transfer.ts';

const word = /=\?(?<charset>[^?*\s]+)(?:\*[^?\s]*)?\?(?<encoding>[BbQq])\?(?<data>[^?\s]*)\?=/g;

/** Decodes the words of a header field that are written `=?utf-8?Q?Z=C3=B6e?=`: RFC 2047. */
export function decodeWords(value: string): string {
  // White space between two such words is not the text's own.
  const joined = value.replace(/(?<=\?=)\s+(?==\?)/g, '');
  const parts: (string | { bytes: Uint8Array[]; charset: string })[] = [];
  let done = 0;
  for (const { index, 0: whole, groups = {} } of joined.matchAll(word)) {
    const { charset = '', encoding = '', data = '' } = groups;
    const bytes = /b/i.test(encoding)
      ? bytesOfBase64(data.replace(/[^A-Za-z0-9+/]/g, ''))
      : bytesOfEscapes(data.replaceAll('_', ' '));
    const before = parts.at(-1);
    if (index > done) parts.push(joined.slice(done, index));
    // A character may begin in one word and end in the next.
    if (index === done && typeof before === 'object' && before.charset === charset) before.bytes.push(bytes);
    else parts.push({ bytes: [bytes], charset });
    done = index + whole.length;
  }
  parts.push(joined.slice(done));
  return parts
    .map((part) => (typeof part === 'string' ? part : decodeBytes(part.bytes, part.charset)))
    .join('');
}
