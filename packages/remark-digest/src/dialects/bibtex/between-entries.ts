import type { Extent } from '../../text/located-text.ts';

// Comments, numbers, and what reference managers write above their entries.
const known =
  /^(?:%|@comment\b|[[(]?\d{1,6}[\]).:]?$|scopus$|export date:|encoding:|(?:this file was|automatically|exported|generated|created)\b[^.]{0,60}\b(?:with|by|from)\b|any changes to this file will be lost|bibtex export options can be)/i;

/** What stands between entries, line by line. */
export interface Between {
  /** Lines that are understood. */
  furniture: Extent[];
  /** Lines of which nobody knows what they are. */
  unread: Extent[];
}

/** Sorts the lines between entries. */
export function betweenEntries(value: string, entries: readonly Extent[]): Between {
  const between: Between = { furniture: [], unread: [] };
  let done = 0;
  for (const { start, end } of [...entries, { start: value.length, end: value.length }]) {
    sortLines(value, done, start, between);
    done = end;
  }
  return between;
}

function sortLines(value: string, from: number, to: number, { furniture, unread }: Between): void {
  for (const match of value.slice(from, to).matchAll(/[^\r\n]+/g)) {
    const line = match[0].trim();
    if (line === '') continue;
    const start = from + match.index + match[0].indexOf(line);
    const extent = { start, end: start + line.length };
    const says = /[\p{L}\p{N}]/u.test(line) && !known.test(line);
    (says ? unread : furniture).push(extent);
  }
}
