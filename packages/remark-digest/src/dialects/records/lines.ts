import { factKeyOf, type FactKey } from '../../facts/fact-keys.ts';
import type { Line } from '../../lines.ts';

/** A line that begins with a key and a colon. */
export interface KeyLine {
  /** The key as it stands, without emphasis. */
  name: string;
  /** What it says; nothing where the key is not known. */
  key: FactKey | undefined;
  /** Index in the text at which the value begins; where the line ends, if nothing is behind the colon. */
  valueStart: number;
}

/** No key is longer, numbering and emphasis included, in UTF-16 units. */
const longestKey = 60;

// What may stand before a key: a number, a bullet, a heading sign, a picture.
const lead =
  /^(?:#{1,6}\s|(?:(?:paper|论文)\s?)?[#([【]?\d{1,4}[.)\]】、:：]?\s|[-*•+>]\s|(?:\p{Extended_Pictographic}\uFE0F?\u200D?)+\s?)*/iu;
const name =
  /^(?:\*\*\*|\*\*|__|\*|_)?(?<name>[\p{L}][\p{L}\p{N}\p{M}/()’'. _&-]*?)\s?(?:\*\*\*|\*\*|__|\*|_)?\s?$/u;

/** Reads a line that begins with a key; nothing where it does not. */
export function readKeyLine({ text, textStart }: Line): KeyLine | undefined {
  const alone = /^(?:[-*+]\s)?(?<mark>\*\*|__)(?<name>\p{L}[\p{L} ]{1,20})\k<mark>$/u.exec(text)?.groups?.[
    'name'
  ];
  const key = alone === undefined ? undefined : factKeyOf(alone);
  // `**Abstract**` on a line of its own needs no colon.
  if (alone !== undefined && key?.role === 'abstract') {
    return { name: alone, key, valueStart: textStart + text.length };
  }
  const colon = text.slice(0, longestKey).search(/[:：]/);
  if (colon <= 0 || text.startsWith('//', colon + 1)) return undefined;
  const before = text.slice(0, colon);
  const skipped = lead.exec(before)?.[0].length ?? 0;
  const found = name.exec(before.slice(skipped))?.groups?.['name'];
  if (found === undefined || found.split(' ').length > 5) return undefined;
  // `**Title:** Owls` has its emphasis around the colon.
  const mark = /^(?:\*\*\*|\*\*|__|\*|_)/.exec(before.slice(skipped))?.[0] ?? '';
  const rest = text.slice(colon + 1);
  const closing = mark !== '' && !before.endsWith(mark) && rest.startsWith(mark) ? mark.length : 0;
  const white = /^\s*/.exec(rest.slice(closing))?.[0].length ?? 0;
  return {
    name: found,
    key: factKeyOf(found),
    valueStart: textStart + colon + 1 + closing + white,
  };
}

/** Whether a line does nothing but separate: `---`, `***`, `====`, `* * *`. */
export function isSeparator(text: string): boolean {
  return /^([-*=_~#%+—─━])(?:\s?\1){2,}$/.test(text);
}

/** Whether a line is nothing but the number of a record: `3.`, `[3]`, `#3`, `Paper 3`. */
export function isNumber(text: string): boolean {
  return /^(?:#{1,6}\s)?(?:\*\*)?(?:(?:paper|论文)\s?)?[#([【]?\d{1,4}(?:\/\d{1,4})?[.)\]】、:：]?(?:\*\*)?$/i.test(
    text,
  );
}
