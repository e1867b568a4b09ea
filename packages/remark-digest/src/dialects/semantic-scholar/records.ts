import type { PageLine } from '../page-lines.ts';
import { heading, isAuthors, isFurniture, readPlace, tldr } from './lines.ts';

/** One paper of an alert. */
export interface AlertRecord {
  title: PageLine;
  authors: PageLine | undefined;
  place: PageLine | undefined;
  /** What it says, in a sentence or at length; the first line may begin with `TLDR`. */
  abstract: PageLine[];
  last: PageLine;
}

/** The lines of an alert. */
export interface Alert {
  records: AlertRecord[];
  headings: PageLine[];
  furniture: PageLine[];
  unread: PageLine[];
}

/**
 * Sorts the lines of an alert. A paper has its title, then its authors or the place and day, in either order, then what it says. A line
 * with nothing of that below it is not understood.
 */
export function readAlert(lines: readonly PageLine[]): Alert {
  const alert: Alert = { records: [], headings: [], furniture: [], unread: [] };
  for (let at = 0; at < lines.length;) {
    const line = lines[at] as PageLine;
    const record = startsPaper(line) ? readRecord(lines, at) : undefined;
    if (record) {
      alert.records.push(record);
      at = lines.indexOf(record.last, at) + 1;
      continue;
    }
    const list = heading.test(line.value)
      ? alert.headings
      : isFurniture(line)
        ? alert.furniture
        : alert.unread;
    list.push(line);
    at++;
  }
  return alert;
}

function startsPaper(line: PageLine): boolean {
  return !heading.test(line.value) && !isFurniture(line) && !tldr.test(line.value) && !readPlace(line.value);
}

function readRecord(lines: readonly PageLine[], start: number): AlertRecord | undefined {
  const head = readHead(lines, start);
  if (!head) return undefined;
  readAbstract(lines, head.next, head.record);
  const { authors, place, abstract } = head.record;
  // A name alone may be anything; with the sentence that Semantic Scholar writes it is an author.
  const isPaper = place || tldr.test(abstract[0]?.value ?? '');
  return isPaper && (authors || abstract.length > 0) ? head.record : undefined;
}

/** Reads a title, and the authors and the place below it; nothing where there is none of these. */
function readHead(
  lines: readonly PageLine[],
  start: number,
): { record: AlertRecord; next: number } | undefined {
  const title = lines[start] as PageLine;
  const record: AlertRecord = { title, authors: undefined, place: undefined, abstract: [], last: title };
  let at = start + 1;
  for (; at < lines.length; at++) {
    const line = lines[at] as PageLine;
    if (!record.place && readPlace(line.value)) record.place = line;
    else if (!record.authors && startsPaper(line) && isAuthors(line.value) && !isNextTitle(lines, at)) {
      record.authors = line;
    } else break;
    record.last = line;
  }
  return record.authors || record.place ? { record, next: at } : undefined;
}

/** Whether a line that reads like authors is the title of the next paper, with authors and a place below it. */
function isNextTitle(lines: readonly PageLine[], at: number): boolean {
  const [line, below, further] = [lines[at], lines[at + 1], lines[at + 2]];
  if (!line?.blankAbove || !below || below.blankAbove || !further) return false;
  return (
    isAuthors(below.value) && readPlace(below.value) === undefined && readPlace(further.value) !== undefined
  );
}

function readAbstract(lines: readonly PageLine[], from: number, record: AlertRecord): void {
  const first = lines[from];
  if (!first || heading.test(first.value) || isFurniture(first)) return;
  const isMarked = tldr.test(first.value);
  // Without its mark it has to stand directly below the authors and the place.
  if (!isMarked && (!record.authors || !record.place || first.blankAbove || readHead(lines, from))) return;
  const isAlone = isMarked && first.value.replace(tldr, '') === '';
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as PageLine;
    const goesOn = at === from || !line.blankAbove || (isAlone && at === from + 1);
    if (!goesOn || heading.test(line.value) || isFurniture(line)) return;
    record.abstract.push(line);
    record.last = line;
  }
}
