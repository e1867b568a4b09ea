import { candidates } from './frequent.ts';
import { isWestern } from './western.ts';

/** An encoding that the bytes of a text are in. */
export interface Guess {
  /** As `TextDecoder` knows it. */
  label: string;
  /** As people know it. */
  name: string;
}

/** How much of a text tells its encoding, in bytes. */
const sampleSize = 65_536;
/** Fewer characters say nothing. */
const fewestCharacters = 6;
/** Share of the characters that must be frequent ones of the language. In the wrong encoding it is a quarter at most. */
const fewestFrequent = 0.4;
/** How far behind all other encodings must be. */
const mostOfOthers = 0.7;
/** Share of the characters that may be broken. */
const mostBroken = 0.02;

/**
 * Tells the encoding of bytes that are no UTF-8, by the characters that they would be: in the right one many are frequent characters of
 * its language, in all others they are strewn over thousands. What is none of these is Windows-1252 if it looks like a language with
 * accents.
 *
 * @returns nothing where it can't be told
 */
export function guessEncoding(bytes: Uint8Array): Guess | undefined {
  const sample = sampleOf(bytes);
  const scores = candidates
    .map((candidate) => ({ candidate, score: scoreOf(sample, candidate) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best && best.score >= fewestFrequent && (second?.score ?? 0) <= mostOfOthers * best.score) {
    return best.candidate;
  }
  return isWestern(bytes) ? { label: 'windows-1252', name: 'Windows-1252' } : undefined;
}

/** Lines that are not in ASCII alone, and if one is very long the beginning of it. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleSize);
  let length = 0;
  for (let start = 0; start < bytes.length && length < sampleSize;) {
    let end = bytes.indexOf(0x0a, start);
    if (end < 0) end = bytes.length;
    // The first byte that is not ASCII begins a character in all encodings that are looked for.
    let first = start;
    while (first < end && (bytes[first] as number) < 0x80) first++;
    if (first < end) {
      const part = bytes.subarray(first, Math.min(end + 1, first + sampleSize - length));
      sample.set(part, length);
      length += part.length;
    }
    start = end + 1;
  }
  return sample.subarray(0, length);
}

/** Share of the characters that are frequent in the language; 0 where the bytes are not in this encoding. */
function scoreOf(sample: Uint8Array, { label, frequent }: (typeof candidates)[number]): number {
  const text = decodeAs(label, sample);
  if (text === undefined) return 0;
  let all = 0;
  let broken = 0;
  let good = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) continue;
    all++;
    // Private characters are those that the encoding leaves open.
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) broken++;
    else if (frequent.has(character)) good++;
  }
  // The sample may end within a character.
  if (all < fewestCharacters || broken > 1 + mostBroken * all) return 0;
  return good / all;
}

/** Whether bytes could be in one of the encodings at all. */
export function mayBeOther(bytes: Uint8Array): boolean {
  const sample = sampleOf(bytes);
  return candidates.some(({ label }) => {
    const text = decodeAs(label, sample);
    return text !== undefined && !/[\uFFFD\uE000-\uF8FF]/.test(text);
  });
}

/** Decodes bytes; nothing where this Node.js has no such decoder. */
export function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}
