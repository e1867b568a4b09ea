import { replaceInText, type LocatedText } from './located-text.ts';
import { accents, letters } from './tex-letters.ts';

const base = String.raw`\\?(?<letter>[a-zA-Z])`;
// `\"o`, `\"{o}`, `{\"o}`, `{\"{o}}`, `\'{\i}`, `\v{s}`, `\v s`, `{\v s}`
const accent = new RegExp(
  String.raw`(?<open>\{?)\\(?:(?<mark>["'` +
    '`' +
    String.raw`^~=.])\s*(?:\{${base}\}|${base.replace('letter', 'bare')})|(?<letterMark>[uvHcdbkr])(?:\s*\{${base.replace('letter', 'braced')}\}|\s+${base.replace('letter', 'spaced')}))(?<close>\}?)`,
  'g',
);
const letter =
  /(?<open>\{?)\\(?<name>ss|ae|AE|oe|OE|aa|AA|[oOlLij])(?:\{\}|(?![a-zA-Z])[ \t]?)(?<close>\}?)/g;
const escaped = /\\(?<sign>[%&_#$])/g;

/**
 * Decodes what TeX writes for letters of names and fields: accents, letters with commands of their own, escaped signs, ties.
 * All other commands, and formulas, stay as they stand.
 */
export function decodeTex(text: LocatedText): LocatedText {
  if (!/[\\~]/.test(text.value)) return text;
  const accented = replaceInText(text, accent, ({ groups = {} }) => {
    const { open = '', close = '', mark, letterMark } = groups;
    const base = groups['letter'] ?? groups['bare'] ?? groups['braced'] ?? groups['spaced'] ?? '';
    // A dotless letter is written for the sake of the accent.
    const value = `${base}${accents[mark ?? letterMark ?? ''] ?? ''}`.normalize('NFC');
    return withBraces(value, open, close);
  });
  const lettered = replaceInText(accented, letter, ({ groups = {} }) =>
    withBraces(letters[groups['name'] ?? ''] ?? '', groups['open'] ?? '', groups['close'] ?? ''),
  );
  const tied = replaceInText(lettered, /(?<=[\p{L}\p{N}.,)}])~(?=[\p{L}\p{N}({\\])/gu, () => ' ');
  return replaceInText(tied, escaped, ({ groups }) => groups?.['sign'] ?? '');
}

/** A letter, and the braces around it where they are not its own. */
function withBraces(value: string, open: string, close: string): string {
  return open !== '' && close !== '' ? value : `${open}${value}${close}`;
}
