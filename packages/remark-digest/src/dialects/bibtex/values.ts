import { joinTexts, locate, type LocatedText } from '../../text/located-text.ts';
import type { Entry } from './entries.ts';
import { readBody, type Field } from './fields.ts';

/** How much longer than the file, in UTF-16 units, all that macros stand for may be together. */
const mostExpanded = 1_000_000;

/** Reads values, with macros in their place. */
export interface Values {
  of(field: Field): LocatedText;
}

/** Reads the macros of a bibliography, wherever they stand in it. */
export function readValues(value: string, strings: readonly Entry[]): Values {
  const macros = new Map<string, LocatedText>();
  // Macros are made of macros, so that a short text could stand for an endless one.
  let left = value.length + mostExpanded;
  const of = ({ parts }: Field): LocatedText => {
    const texts = parts.map(({ start, end, bare }) => {
      const text = locate(value, start, end);
      const macro = bare ? macros.get(text.value.toLowerCase()) : undefined;
      if (!macro || macro.value.length > left) return text;
      left -= macro.value.length;
      return macro;
    });
    return joinTexts(texts, '');
  };
  for (const entry of strings) {
    for (const field of readBody(value, entry).fields) macros.set(field.name, of(field));
  }
  return { of };
}
