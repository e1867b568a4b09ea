import { fullFamilyName, type CitationName } from './person-name.ts';

/** Words of a title that tell one paper from another as little as those of any other title. */
const light = new Set(
  'a an and are as at be by can do does for from how in into is it its of on or our that the their through to toward towards using via we what when where which why with'.split(
    ' ',
  ),
);

/** The longest part of a key, in characters. */
const longest = 30;

/** Writes a text in ASCII, as far as it can. */
export type ToAscii = (text: string) => string;

/** What a key is made of, in the terms of CSL-JSON. */
export interface KeyedWork {
  author?: readonly CitationName[] | undefined;
  issued?: { 'date-parts': readonly [readonly number[]] } | undefined;
  title: string;
}

/**
 * A key for a citation, such as `kingma2014adam`: family name of the first author, year, first weighty word of the title.
 *
 * Of a paper without authors the first weighty word takes the place of the author, and the second its own. ASCII, small
 * letters and digits only, never empty. The same paper always has the same key; two papers may have the same.
 */
export function citationKey({ author, issued, title }: KeyedWork, toAscii: ToAscii): string {
  const wordsOf = (text: string): string[] => asciiWords(toAscii(text.normalize('NFKC')));
  const words = wordsOf(title);
  const weighty = words.filter((word) => !light.has(word));
  const [first = '', second = ''] = weighty.length > 0 ? weighty : words;
  const year = issued?.['date-parts'][0][0] ?? '';
  const family = author?.[0] && wordsOf(fullFamilyName(author[0])).join('').slice(0, longest);
  const key = family ? `${family}${year}${first}` : `${first}${year}${second}`;
  return /[a-z]/.test(key) ? key : `paper${key}`;
}

/**
 * Gives each of several citations a key of its own, by letters after the keys that are there more than once.
 *
 * The first by the id of its paper keeps the bare key; since ids begin with the day, a paper that comes later
 * changes no key of those before it. The order of the list is of no account.
 *
 * @param papers ids of papers and the keys they would have
 * @returns the keys, in the order of the list
 */
export function uniqueKeys(papers: readonly { id: string; key: string }[]): string[] {
  const taken = new Set(papers.map(({ key }) => key));
  const seen = new Map<string, number>();
  const keys: string[] = papers.map(({ key }) => key);
  const order = papers
    .map(({ id }, index) => ({ id, index }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.index - b.index));
  for (const { index } of order) {
    const bare = keys[index] as string;
    let number = seen.get(bare);
    if (number === undefined) {
      seen.set(bare, 1);
      continue;
    }
    while (taken.has(bare + letters(number))) number++;
    keys[index] = bare + letters(number);
    taken.add(keys[index]);
    seen.set(bare, number + 1);
  }
  return keys;
}

/** 1 is `b`, 25 is `z`, 26 is `aa`. */
function letters(number: number): string {
  const before = number >= 26 ? letters(Math.floor(number / 26) - 1) : '';
  return before + String.fromCharCode(97 + (number % 26));
}

function asciiWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.slice(0, longest));
}
