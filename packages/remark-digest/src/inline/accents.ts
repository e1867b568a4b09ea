import { accents as allAccents, letters as texLetters, symbols } from '../text/tex-letters.ts';

// In running text `\b{C}oupled` is a bold letter, and no bar below one.
const { b: _, ...accents } = allAccents;

/** Commands that stand for a character. */
const letters: Record<string, string> = { ...texLetters, ...Object.fromEntries(symbols) };

/** Signs that TeX wants escaped, and spaces. */
const escapes: Record<string, string> = {
  '%': '%',
  '&': '&',
  _: '_',
  '#': '#',
  $: '$',
  '{': '{',
  '}': '}',
  ',': '\u202F',
  ' ': ' ',
  '-': '',
  '/': '',
  "'": "'",
};

// The end of a word with an apostrophe that somebody escaped: `owl\'s`, `don\'t`, `bats\' nests`.
const apostrophe = String.raw`(?<=\p{L})\\'(?=(?:s|t|d|m|re|ve|ll)(?![\p{L}\\]))|(?<=\p{L})\\'(?![\p{L}{\\])`;
const accent = String.raw`\\(?:["'\x60^~=.](?:(?=[a-zA-Z])|(?=\{\\?[a-zA-Z]\}|\\[ij](?![a-zA-Z])))|[uvHcdkr](?=\{|\s))\s*(?:\{\\?[a-zA-Z]\}|\\?[a-zA-Z])`;
const letter = String.raw`\\(?:${Object.keys(letters).join('|')})(?:\{\}|\\ |(?![a-zA-Z])[ \t]?)`;
const unicode = String.raw`\\?unicode\{x?[\dA-Fa-f]{2,6}\}`;
const escape = String.raw`\\[%&_#\${},]|(?<!\\[a-zA-Z]{1,30})\\ |(?<=\p{L})\\[-/](?=\p{L})`;

/** What TeX writes with a backslash in running text, as the source of a pattern. */
export const backslashed = [apostrophe, accent, letter, unicode, escape].join('|');

/** The characters that stand for something of {@link backslashed}. */
export function charactersFor(found: string): string {
  const accented = /^\\(?<mark>["'`^~=.uvHcdkr])[\s{\\]*(?<base>[a-zA-Z])\}?$/.exec(found)?.groups;
  if (accented && found.length > 2) {
    return `${accented['base']}${accents[accented['mark'] ?? ''] ?? ''}`.normalize('NFC');
  }
  const code = /^\\?unicode\{(?<code>.*)\}$/.exec(found)?.groups?.['code'];
  if (code !== undefined) {
    const point = code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 10);
    return isCharacter(point) ? String.fromCodePoint(point) : found;
  }
  const name = /^\\(?<name>[a-zA-Z]+)/.exec(found)?.groups?.['name'];
  if (name === undefined) return escapes[found.slice(1)] ?? found;
  return `${letters[name] ?? name}${found.endsWith('\\ ') ? ' ' : ''}`;
}

/** Whether a number is that of a character that can be seen. */
function isCharacter(point: number): boolean {
  return point <= 0x10ffff && /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(String.fromCodePoint(point));
}
