import { replaceInText, type LocatedText } from './located-text.ts';
import { lower, raise } from './raised-letters.ts';
import { accents, letters, symbols } from './tex-letters.ts';

const base = String.raw`\\?(?<letter>[a-zA-Z])`;
// `\"o`, `\"{o}`, `{\"o}`, `{\"{o}}`, `\'{\i}`, `\v{s}`, `\v s`, `{\v s}`
const accent = new RegExp(
  String.raw`(?<open>\{?)\\(?:(?<mark>["'` +
    '`' +
    String.raw`^~=.])\s*(?:\{${base}\}|${base.replace('letter', 'bare')})|(?<letterMark>[uvHcdbkr])(?:\s*\{${base.replace('letter', 'braced')}\}|\s+${base.replace('letter', 'spaced')}))(?<close>\}?)`,
  'g',
);
const letter =
  /(?<open>\{?)\\(?<name>ss|ae|AE|oe|OE|aa|AA|DH|dh|DJ|dj|NG|ng|TH|th|[oOlLij])(?:\{\}|(?![a-zA-Z])[ \t]?)(?<close>\}?)/g;
const escaped = /\\(?:(?<sign>[%&_#${}])|(?<space>\\|[ ,;:])|[-/!])/g;
const symbol = /(?<open>\{?)\\(?<name>[a-zA-Z]+)(?:\{\}|[ \t](?![ \t])|)(?<close>\}?)/g;
const shifted = /\\text(?<name>sub|super)script\s?\{(?<digits>[\d+\-−=()]{1,12})\}/g;

/**
 * Decodes what TeX writes for letters of names and fields: accents, letters with commands of their own, escaped signs, ties.
 * All other commands, and formulas, stay as they stand.
 */
export function decodeTex(text: LocatedText): LocatedText {
  if (!/[\\~]/.test(text.value)) return text;
  const accented = replaceInText(text, accent, accentedLetter);
  const lettered = replaceInText(accented, letter, plainLetter);
  const tied = replaceInText(lettered, /(?<=[\p{L}\p{N}.,)}])~(?=[\p{L}\p{N}({\\])/gu, () => ' ');
  return replaceInText(decodeSymbols(tied), escaped, ({ groups }) =>
    groups?.['space'] === undefined ? (groups?.['sign'] ?? '') : ' ',
  );
}

/**
 * Decodes only what no prose and no formula has: letters in braces of their own such as `{\'e}`, `\'{e}` and `{\ss}`, commands for
 * single signs such as `\textless`, indexes of digits.
 */
export function decodeTexGroups(text: LocatedText): LocatedText {
  if (!text.value.includes('\\')) return text;
  const accented = replaceInText(text, accent, (match) => {
    const { open, close, mark, letter } = match.groups ?? {};
    const inBraces = (open !== '' && close !== '') || (mark !== undefined && letter !== undefined);
    return inBraces ? accentedLetter(match) : match[0];
  });
  const lettered = replaceInText(accented, letter, (match) => {
    const { open, close } = match.groups ?? {};
    return open !== '' && close !== '' ? plainLetter(match) : match[0];
  });
  return decodeSymbols(lettered);
}

function accentedLetter({ groups = {} }: RegExpExecArray): string {
  const { open = '', close = '', mark, letterMark } = groups;
  const base = groups['letter'] ?? groups['bare'] ?? groups['braced'] ?? groups['spaced'] ?? '';
  // A dotless letter is written for the sake of the accent.
  const value = `${base}${accents[mark ?? letterMark ?? ''] ?? ''}`.normalize('NFC');
  return withBraces(value, open, close);
}

function plainLetter({ groups = {} }: RegExpExecArray): string {
  return withBraces(letters[groups['name'] ?? ''] ?? '', groups['open'] ?? '', groups['close'] ?? '');
}

function decodeSymbols(text: LocatedText): LocatedText {
  const named = replaceInText(text, symbol, ({ groups = {}, 0: whole }) => {
    const value = symbols.get(groups['name'] ?? '');
    return value === undefined ? whole : withBraces(value, groups['open'] ?? '', groups['close'] ?? '');
  });
  return replaceInText(
    named,
    shifted,
    ({ groups = {}, 0: whole }) =>
      (groups['name'] === 'super' ? raise : lower)(groups['digits'] ?? '') ?? whole,
  );
}

/** A letter, and the braces around it where they are not its own. */
function withBraces(value: string, open: string, close: string): string {
  return open !== '' && close !== '' ? value : `${open}${value}${close}`;
}
