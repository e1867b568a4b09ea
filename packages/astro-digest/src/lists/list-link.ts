import { parseMarks, serializeMarks, type Marks } from '../reader/marks.ts';
import { checkedStar } from './kept/check-marks.ts';
import { fromMark, rootOf, toMark } from './starred.ts';
import type { StarredRow } from './starred-rows.ts';

/** What an address has in front of a list that it carries. */
const start = '#papers=';

/** The most papers of a list that comes with a link, and the most characters of it. */
const mostPapers = 5000;
const longestList = 3_000_000;

/** The list that an address carries, still written as it is there; `undefined` where it carries none. */
export function listIn(hash: string): string | undefined {
  return /#papers=([\w-]+)$/.exec(hash)?.[1];
}

/** An address without the list that it carries. */
export function withoutList(address: string): string {
  return address.replace(/#papers=[^#]*$/, '');
}

/**
 * Makes the address of this page that carries a list: titles, addresses and tags of its papers, in its order. Notes stay with the reader.
 *
 * @param prefix how the names begin of what is kept of the digest
 */
export async function linkOf(address: string, rows: readonly StarredRow[], prefix: string): Promise<string> {
  const root = rootOf(prefix);
  const marks: Marks = new Map(
    rows.map(({ id, title, url, date, tags }) => [
      id,
      toMark(id, { star: { title, url, date, tags, since: 1 } }, root),
    ]),
  );
  const text = new Blob([serializeMarks(marks)]).stream();
  const bytes = new Response(text.pipeThrough(new CompressionStream('deflate-raw')));
  return withoutList(address) + start + toBase64(new Uint8Array(await bytes.arrayBuffer()));
}

/**
 * Reads a list that came with a link. Whatever has another shape is left out.
 *
 * @returns none where it is no list
 */
export async function readList(list: string, prefix: string): Promise<StarredRow[]> {
  const text = await inflate(list).catch(() => '');
  return [...parseMarks(text)].slice(0, mostPapers).flatMap(([id, mark]) => {
    const checked = checkedStar(fromMark(id, mark, rootOf(prefix)).star, 1);
    return checked ? [{ id, isRead: false, ...checked }] : [];
  });
}

/** Unpacks a list, and gives up where it is longer than any can be. */
async function inflate(list: string): Promise<string> {
  const packed = new Blob([fromBase64(list)]).stream();
  const reader = packed
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    if (text.length > longestList) throw new RangeError('The list is too long.');
  }
}

/** Base64 in the letters that addresses have (RFC 4648, section 5), without padding. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}
