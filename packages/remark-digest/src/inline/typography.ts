import { accents, letters } from '../text/tex-letters.ts';
import type { Finder, Repair } from './repair.ts';

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
};

const quoted = /(?:``|(?<![\p{L}\p{N}'’])'')(?=\S)[^`'\n]*(?:[`'](?!['`])[^`'\n]*)*(?<=\S)''(?!')/u;
const accent =
  /\\(?:(?<mark>["'`^~=.])|(?<letterMark>[uvHcdbkr])(?=\{|\s))\s*(?:\{\\?(?<braced>[a-zA-Z])\}|\\?(?<bare>[a-zA-Z]))/;
const letter = /\\(?<letter>ss|ae|AE|oe|OE|aa|AA|[oOlLij])(?:\{\}|(?![a-zA-Z])\s?)/;
const escape = /\\(?<escape>[%&_#${}, ])/;
// A tie holds two words together; before a number it says "about".
const tie = /(?<=[\p{L}\p{N}.,)\]}])~(?=[\p{L}\p{N}([\\$])/u;
// Dashes between words or with a space on both sides; a hyphen more or a letter on one side only is an option or a table.
const dash = /(?<=[\p{L}\p{N})\]”’"'.,;:!?])---?(?=[\p{L}\p{N}([“‘"'])|(?<= )---?(?= )/u;

const command = new RegExp([accent, letter, escape].map((pattern) => pattern.source).join('|'), 'u');

// Without the names of groups, which cost more than all else.
const pattern = new RegExp(
  [quoted, accent, letter, escape, tie, dash]
    .map((pattern) => pattern.source.replaceAll(/\(\?<\w+>/g, '(?:'))
    .join('|'),
  'gu',
);

/** Finds the characters that TeX writes with others: quotes, dashes, ties, escapes, accents. */
export const typography: Finder = {
  mayFind: (text) => /''|\\|~|--/.test(text),
  bySign: true,
  find: findTypography,
};

function findTypography(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const repairs: Repair[] = [];
  for (const match of part.matchAll(pattern)) {
    const [found] = match;
    const from = start + match.index;
    const to = from + found.length;
    const character = characterOf(found);
    repairs.push({
      start: from,
      end: to,
      nodes: ({ inner, text }) =>
        character === undefined
          ? [text('“', from, from + 2), ...inner(from + 2, to - 2), text('”', to - 2, to)]
          : [text(character, from, to)],
    });
  }
  return repairs;
}

/** The character that what was found stands for; none for words in quotes. */
function characterOf(found: string): string | undefined {
  if (found === '~') return '\u00A0';
  if (found === '--') return '–';
  if (found === '---') return '—';
  if (!found.startsWith('\\')) return undefined;
  const { mark, letterMark, braced, bare, letter, escape } = command.exec(found)?.groups ?? {};
  const base = braced ?? bare;
  if (base !== undefined) return `${base}${accents[mark ?? letterMark ?? ''] ?? ''}`.normalize('NFC');
  return letter === undefined ? escapes[escape ?? ''] : letters[letter];
}
