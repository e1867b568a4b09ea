import {
  foldText,
  joinTexts,
  sliceText,
  splitText,
  trimText,
  type Extent,
  type LocatedText,
} from './located-text.ts';

/** The names of a list of authors, and where they work. */
export interface AuthorList {
  authors: LocatedText[];
  organizations: LocatedText[];
}

/**
 * Splits a list of authors at commas, semicolons and “and”. What stands in brackets behind a name is where its author works, or a
 * number of a list of such places: `M. Tern (1), Z. Auk (1 and 2) ((1) Owl Lab, North, (2) Bat Lab)`.
 */
export function splitAuthors(list: LocatedText): AuthorList {
  const text = foldText(list);
  const names: LocatedText[] = [];
  const organizations: LocatedText[] = [];
  let done = 0;
  for (const { start, end } of bracketsIn(text.value)) {
    // One word with a name behind it is part of that name: `Mia (Owl) Tern`.
    if (/^\(\p{Lu}\p{Ll}+\) \p{Lu}/u.test(text.value.slice(start, end + 2)) && start > done) continue;
    names.push(sliceText(text, done, start));
    for (const place of placesIn(trimText(sliceText(text, start + 1, end - 1)))) organizations.push(place);
    done = end;
  }
  if (done < text.value.length) names.push(sliceText(text, done));
  const authors: LocatedText[] = [];
  for (const name of joinSuffixes(names.flatMap(namesIn))) {
    const group = groupBehind(name);
    if (!group || group.start > 0) authors.push(group ? sliceText(name, 0, group.start) : name);
    if (group) organizations.push(sliceText(name, group.end));
  }
  return { authors, organizations };
}

/** The words before the group that somebody writes for: `Mia Tern for the Owl Collaboration`. */
function groupBehind({ value }: LocatedText): Extent | undefined {
  const found = /(?:^|\s)(?:for|on behalf of)\s(?:the\s)?/.exec(value);
  return found && /\b(?:collaboration|consortium|team|group)s?$/i.test(value)
    ? { start: found.index, end: found.index + found[0].length }
    : undefined;
}

/** The outermost brackets of a text; one that is not closed goes to its end. */
function bracketsIn(value: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  for (const { index, 0: sign } of value.matchAll(/[()]/g)) {
    if (sign === '(' && depth++ === 0) found.push({ start: index, end: value.length + 1 });
    else if (sign === ')' && depth > 0 && --depth === 0)
      Object.assign(found.at(-1) as object, { end: index + 1 });
  }
  return found;
}

/** Where authors work, out of one bracket; nothing where it has only their numbers. */
function placesIn(inside: LocatedText): LocatedText[] {
  const { value } = inside;
  if (/^[\d\s,;*†‡§#&+-]*(?:and[\d\s,;*†‡§#&+-]*)*$/.test(value) || /^[a-z](?:,\s?[a-z])*$/.test(value))
    return [];
  if (/\bauthors? not shown$/.test(value)) return [];
  const numbered = /^\d{1,2}\s?[-.:=]?\s?\p{L}/u.test(value)
    ? splitText(inside, /(?:^|[,;]\s?)\d{1,2}(?:\s?[-.:=]\s?|\s)(?=\p{Lu})/gu)
    : splitText(inside, /[[(]\s?(?:\d{1,3}|[a-z*†‡§])\s?[\])]/g);
  return numbered
    .map((place) => {
      const from =
        /^(?:and\s|(?:for|on behalf of)\s(?:the\s)?|[,;:.]\s?)*/.exec(place.value)?.[0].length ?? 0;
      const to = /(?:\s?and)?\s?[,;:]?$/.exec(place.value)?.index ?? place.value.length;
      return trimText(sliceText(place, from, Math.max(from, to)));
    })
    .filter((place) => /\p{L}/u.test(place.value));
}

const separator =
  /\s?[,;]\s?(?:(?:and|&)\s)?|\s(?:and|&)\s|^(?:and|&)\s|(?<=\b(?:[Cc]ollaboration|[Cc]onsortium|[Tt]eam|[Gg]roup)):\s/g;

function namesIn(part: LocatedText): LocatedText[] {
  return splitText(trimText(part), separator)
    .map(withoutRest)
    .filter(({ value }) => /\p{L}/u.test(value));
}

/** A name without the sign that there are more. */
function withoutRest(name: LocatedText): LocatedText {
  const rest = /\s?(?:…|\.{3}|\bet al\.?|^\+\s?\d+ (?:more )?authors?|^\d+ (?:more|other) authors?)$/.exec(
    name.value,
  );
  return rest ? trimText(sliceText(name, 0, rest.index)) : name;
}

/** Names with what a comma cut off of them: `A. Tern, Jr.` */
function joinSuffixes(names: readonly LocatedText[]): LocatedText[] {
  const joined: LocatedText[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    if (before && /^(?:Jr|Sr|I{2,3}|IV)\.?$/.test(name.value))
      joined[joined.length - 1] = joinTexts([before, name], ', ');
    else joined.push(name);
  }
  return joined;
}
