import {
  extentOf,
  joinTexts,
  sliceText,
  splitText,
  trimText,
  type LocatedText,
} from '../text/located-text.ts';

/** The people of a text that names several. */
export interface Names {
  names: LocatedText[];
  /** What stands in brackets behind them: where they work. */
  organizations: LocatedText[];
}

/**
 * Cuts a text that names several people into their names: `M. Tern, Z. Auk and A. Wren`, `Tern, Mia; Auk, Zoë`, `Tern, M., Auk, Z.`,
 * `Tern, Mia and Auk, Zoë`, `张三、李四`. Whoever has the family name first gets it last.
 */
export function splitNames(text: LocatedText): Names {
  const { rest, organizations } = takeBrackets(text);
  const names = splitRest(rest).filter(({ value }) => !/^(?:et al\.?|and others)$/i.test(value));
  return { names, organizations };
}

function splitRest(text: LocatedText): LocatedText[] {
  const { value } = text;
  if (/[;；]/.test(value)) return splitText(text, /[;；]/g).map(familyLast);
  const byWord = splitText(text, /\s(?:and|&)\s/g);
  if (byWord.length > 1 && byWord.every(({ value }) => /^[^,]+,[^,]+$/.test(value)))
    return byWord.map(familyLast);
  const parts = splitText(text, /[,，](?:\s*(?:and|&)\s)?|、|\s(?:and|&)\s|\n/g);
  // `Tern, M., Auk, Z.`: every second part is initials.
  const paired =
    parts.length > 1 &&
    parts.length % 2 === 0 &&
    parts.every(({ value }, index) => index % 2 === 0 || isInitials(value));
  if (paired) {
    return parts.flatMap((part, index) =>
      index % 2 === 0 ? [turned(part, parts[index + 1] as LocatedText)] : [],
    );
  }
  const names: LocatedText[] = [];
  for (const part of parts) {
    const last = names.at(-1);
    // What belongs to the name before it.
    if (last && /^(?:Jr|Sr|II|III|IV)\.?$/.test(part.value))
      names[names.length - 1] = joinTexts([last, part], ', ');
    else names.push(part);
  }
  return names;
}

function isInitials(text: string): boolean {
  return /^\p{Lu}\.?(?:[\s-]?\p{Lu}\.?){0,3}$/u.test(text);
}

/** `Tern, Mia` as `Mia Tern`. */
export function familyLast(name: LocatedText): LocatedText {
  const [family, given, more] = splitText(name, /,/g);
  return family && given && !more ? turned(family, given) : name;
}

function turned(family: LocatedText, given: LocatedText): LocatedText {
  return joinTexts([given, family], ' ');
}

/** Takes out what stands in brackets; that at the end of the text, with brackets within, is the key to numbers behind the names. */
function takeBrackets(text: LocatedText): { rest: LocatedText; organizations: LocatedText[] } {
  if (!text.value.includes('(')) return { rest: text, organizations: [] };
  const rest: LocatedText[] = [];
  const organizations: LocatedText[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.value.length; index++) {
    const character = text.value[index];
    if (character === '(' && depth++ === 0) {
      rest.push(sliceText(text, from, index));
      from = index + 1;
    } else if (character === ')' && depth > 0 && --depth === 0) {
      organizations.push(...organizationsIn(sliceText(text, from, index)));
      from = index + 1;
    }
  }
  // A bracket that nobody closes is no bracket.
  if (depth > 0) return { rest: text, organizations: [] };
  rest.push(sliceText(text, from));
  return { rest: trimText(joinTexts(rest, '')), organizations };
}

function organizationsIn(text: LocatedText): LocatedText[] {
  const parts = /^\(?\d/.test(text.value) ? splitText(text, /,?\s*\(\d+\)|,?\s*\d+\.\s/g) : [trimText(text)];
  return parts.filter((part) => /\p{L}{3}/u.test(part.value) && extentOf(part) !== undefined);
}
