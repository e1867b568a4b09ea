import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { replaceInText, type LocatedText } from './located-text.ts';

const reference =
  /&(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>[a-zA-Z][a-zA-Z0-9]{1,31}));/g;

/** Decodes character references of HTML and XML, such as `&amp;` and `&#233;`; those that name nothing stay as they stand. */
export function decodeEntities(text: LocatedText): LocatedText {
  return text.value.includes('&')
    ? replaceInText(text, reference, (match) => characterOf(match) ?? match[0])
    : text;
}

function characterOf({ groups }: RegExpExecArray): string | undefined {
  const { decimal, hex, name } = groups ?? {};
  if (name !== undefined) return decodeNamedCharacterReference(name) || undefined;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  // U+FFFD stands for what is no character, as in HTML.
  return code === 0 || code > 0x10_ffff || (code >= 0xd8_00 && code <= 0xdf_ff)
    ? '\uFFFD'
    : String.fromCodePoint(code);
}
