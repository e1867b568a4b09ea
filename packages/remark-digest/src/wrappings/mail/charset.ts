import { joinTexts, locate, standFor, type Extent, type LocatedText } from '../../text/located-text.ts';

/** A stretch of an encoded text: characters that stand as they are, or the bytes that the stretch encodes. */
export type EncodedStretch = Extent & { bytes?: Uint8Array };

/**
 * Makes text of bytes in a charset, each piece on the stretch that encodes it.
 *
 * @param value the text that the stretches are of
 * @param charset its name as mails have it; UTF-8 where there is none, or one that nobody knows
 */
export function decodeStretches(
  value: string,
  stretches: Iterable<EncodedStretch>,
  charset: string | undefined,
): LocatedText {
  const { label, stateful } = knownCharset(charset);
  const decoder = new TextDecoder(label);
  const parts: LocatedText[] = [];
  // What was decoded last, and where the bytes begin of which nothing has come out yet.
  let last: Extent | undefined;
  let begun: number | undefined;
  const flush = (): void => {
    const rest = last ? decoder.decode() : '';
    if (last && rest !== '') parts.push(standFor(rest, last.start, last.end));
    last = undefined;
    begun = undefined;
  };
  for (const { start, end, bytes } of stretches) {
    const own = bytes ?? (stateful ? asciiBytes(value, start, end) : undefined);
    if (!own) {
      flush();
      parts.push(locate(value, start, end));
      continue;
    }
    const decoded = decoder.decode(own, { stream: true });
    last = { start, end };
    begun ??= start;
    if (decoded === '') continue;
    for (const part of onBytes(decoded, own, begun, last, label)) parts.push(part);
    begun = undefined;
  }
  flush();
  return joinTexts(parts, '');
}

/** Decoded text on its stretch, character by character where each is told from its bytes. */
function onBytes(
  decoded: string,
  bytes: Uint8Array,
  from: number,
  { start, end }: Extent,
  label: string,
): LocatedText[] {
  const width = (end - start) / bytes.length;
  const characters = [...decoded];
  if (from !== start || width !== 3 || characters.length === 1) return [standFor(decoded, from, end)];
  // The bytes that begin a character; in UTF-8 all others are 10xxxxxx.
  const begins = [...bytes.keys()].filter((at) => label !== 'utf-8' || ((bytes[at] ?? 0) & 0xc0) !== 0x80);
  if (begins[0] !== 0 || begins.length !== characters.length) return [standFor(decoded, from, end)];
  return characters.map((character, at) =>
    standFor(character, start + 3 * (begins[at] ?? 0), start + 3 * (begins[at + 1] ?? bytes.length)),
  );
}

/** ASCII characters as bytes, or nothing where there are others. */
function asciiBytes(value: string, start: number, end: number): Uint8Array | undefined {
  const bytes = new Uint8Array(end - start);
  for (let at = start; at < end; at++) {
    const code = value.charCodeAt(at);
    if (code > 0x7f) return undefined;
    bytes[at - start] = code;
  }
  return bytes;
}

/** A charset by the name that decoders know, and whether its ASCII characters may be parts of others. */
function knownCharset(charset: string | undefined): { label: string; stateful: boolean } {
  const name = charset?.trim().toLowerCase() ?? '';
  // What is called ASCII and has other bytes is UTF-8 nowadays.
  if (name === '' || /^(?:us-)?ascii$/.test(name)) return { label: 'utf-8', stateful: false };
  try {
    const { encoding } = new TextDecoder(name);
    return { label: encoding, stateful: /^(?:iso-2022|gb|big5|shift|euc|utf-16)/.test(encoding) };
  } catch {
    return { label: 'utf-8', stateful: false };
  }
}

/** Text of bytes in a charset, where nobody asks for its place. */
export function decodeBytes(chunks: readonly Uint8Array[], charset: string): string {
  const decoder = new TextDecoder(knownCharset(charset).label);
  return chunks.map((bytes) => decoder.decode(bytes, { stream: true })).join('') + decoder.decode();
}
