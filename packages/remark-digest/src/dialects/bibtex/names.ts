import {
  foldText,
  joinTexts,
  replaceInText,
  sliceText,
  trimText,
  type LocatedText,
} from '../../text/located-text.ts';
import { joinName } from '../bibliography/spoken-name.ts';
import { decodeLetters } from './tex-text.ts';

/**
 * Reads the names of a field: `Tern, Mia and Auk, Zo{\"e} and {Owl Lab} and others`, each in the order in which it is spoken. What
 * stands in braces is not parted. biblatex's `family=Tern, given=Mia, prefix=van` is read as well.
 *
 * @see https://ctan.org/pkg/tamethebeast
 */
export function readNames(field: LocatedText): LocatedText[] {
  const text = foldText(decodeLetters(field));
  const names = splitOutside(text, /\s(?:and|AND)\s|;/g);
  return names.flatMap((name) => readName(name)).filter(({ value }) => value !== '' && !isOthers(value));
}

/** Splits a list of which the items stand between “and”, outside of braces. */
export function splitList(text: LocatedText): LocatedText[] {
  return splitOutside(text, /\sand\s|;/g).map(dropBraces);
}

function readName(name: LocatedText): LocatedText[] {
  const parts = splitOutside(name, /,/g);
  if (parts.some(({ value }) => /^[a-z]+(?:-i)?\s?=/.test(value))) return [fromKeys(parts)];
  const plain = parts.map(dropBraces);
  const joined = joinName(plain);
  if (joined) return [joined];
  const [family, middle, given, more] = plain;
  // More commas than a name has: names one after the other.
  if (!family || !middle || !given || more || plain.every(({ value }) => value.includes(' '))) return plain;
  return [joinTexts([given, family, middle], ' ')];
}

/** biblatex's extended form of a name. */
function fromKeys(parts: readonly LocatedText[]): LocatedText {
  const byKey = new Map(
    parts.map((part) => {
      const at = part.value.indexOf('=');
      return [part.value.slice(0, at).trim(), dropBraces(trimText(sliceText(part, at + 1)))];
    }),
  );
  const spoken = ['given', 'prefix', 'family', 'suffix'].flatMap((key) => byKey.get(key) ?? []);
  return joinTexts(spoken, ' ');
}

function isOthers(value: string): boolean {
  return /^(?:others|et al\.?)$/i.test(value);
}

function dropBraces(text: LocatedText): LocatedText {
  // INSPIRE keeps initials together by `{\relax Yu}`.
  return /[{}"]/.test(text.value) ? foldText(replaceInText(text, /[{}"]|\\relax\s/g, () => '')) : text;
}

/** Splits a text at what a pattern finds outside of braces. */
function splitOutside(text: LocatedText, pattern: RegExp): LocatedText[] {
  const parts: LocatedText[] = [];
  let depth = 0;
  let counted = 0;
  let done = 0;
  for (const match of text.value.matchAll(pattern)) {
    for (; counted < match.index; counted++) {
      const sign = text.value[counted];
      if (sign === '{') depth++;
      else if (sign === '}') depth--;
    }
    if (depth > 0) continue;
    parts.push(trimText(sliceText(text, done, match.index)));
    done = match.index + match[0].length;
  }
  parts.push(trimText(sliceText(text, done)));
  return parts.filter(({ value }) => value !== '');
}
