import type { PageLine } from '../page-lines.ts';
import { isFurniture, isPagePart } from './furniture.ts';
import {
  dayHeading,
  itemHead,
  itemRest,
  listDay,
  pageHead,
  readLabel,
  section,
  submitted,
  submitter,
  versionLine,
} from './lines.ts';

/** A field of an item. */
export interface ItemField {
  /** Its name in small letters. */
  name: string;
  /** Its name as it stands. */
  shown: string;
  /** Index behind the name in the text of the first line; 0 where no name stands there. */
  after: number;
  lines: PageLine[];
}

/** One paper as it stands on a page. */
export interface Item {
  kind: 'item';
  /** The line that names it. */
  head: PageLine;
  /** On its own page: when it was handed in. */
  submitted: PageLine | undefined;
  fields: ItemField[];
  abstract: ItemField | undefined;
  /** On its own page: who handed it in, and its versions. */
  history: PageLine[];
  /** The last line of all. */
  last: PageLine;
}

/** Index of the line that names the paper, where an item begins at a line: at that line, or below its number. */
export function headAt(lines: readonly PageLine[], at: number): number | undefined {
  const value = lines[at]?.value ?? '';
  const head = /^\[\d{1,5}\]$/.test(value) ? at + 1 : at;
  const names = lines[head]?.value ?? '';
  if (itemHead.test(names)) {
    const below = itemRest.test(lines[head + 1]?.value ?? '') ? head + 2 : head + 1;
    if (readLabel(lines[below]?.value ?? '')?.name === 'title') return head;
  }
  return pageHead.test(names) && submitted.test(lines[head + 1]?.value ?? '') ? head : undefined;
}

/** Reads the item whose paper is named at a line; gives the index of the line below it. */
export function readItem(lines: readonly PageLine[], head: number): { item: Item; next: number } {
  const first = lines[head] as PageLine;
  let at = head + 1;
  const item: Item = {
    kind: 'item',
    head: first,
    submitted: undefined,
    fields: [],
    abstract: undefined,
    history: [],
    last: first,
  };
  if (submitted.test(lines[at]?.value ?? '')) item.submitted = lines[at++] as PageLine;
  else if (itemRest.test(lines[at]?.value ?? '')) at++;
  const labelled = lastLabel(lines, at);
  for (; at <= labelled; at++) addLine(item, lines[at] as PageLine);
  const last = item.fields.at(-1);
  if (last && last.name !== 'abstract') {
    for (; isCut(last) && at < lines.length && !ends(lines, at); at++) last.lines.push(lines[at] as PageLine);
  }
  settleAbstract(item);
  settleAuthors(item);
  at = readAbstract(lines, at, item, last?.name === 'abstract');
  for (; item.submitted && isHistory(lines[at]?.value ?? ''); at++) item.history.push(lines[at] as PageLine);
  item.last = lines[at - 1] as PageLine;
  return { item, next: at };
}

/**
 * Index of the last line that has the name of a field before the item ends, or the one above `from`. An item has each field once, and
 * blank lines only above the value of one, above the authors, and above the next field.
 */
function lastLabel(lines: readonly PageLine[], from: number): number {
  const seen = new Set<string>();
  let last = from - 1;
  let blocks = 0;
  for (let at = from; at < lines.length && !ends(lines, at); at++) {
    const { value, blankAbove } = lines[at] as PageLine;
    const label = readLabel(value);
    if (label) {
      if (seen.has(label.name)) break;
      seen.add(label.name);
      last = at;
      blocks = (value.length <= label.length ? 1 : 0) + (label.name === 'title' ? 1 : 0);
    } else if (blankAbove && !isPagePart(value) && blocks-- === 0) break;
  }
  return last;
}

function addLine(item: Item, line: PageLine): void {
  const label = readLabel(line.value);
  if (label) item.fields.push({ name: label.name, shown: label.shown, after: label.length, lines: [line] });
  else if (!isPagePart(line.value)) item.fields.at(-1)?.lines.push(line);
}

/** Whether a line belongs to the item no more: another one, a heading, or what stands around all of them. */
function ends(lines: readonly PageLine[], at: number): boolean {
  const { value } = lines[at] as PageLine;
  if (headAt(lines, at) !== undefined) return true;
  if ([section, dayHeading, listDay, submitter, versionLine].some((pattern) => pattern.test(value)))
    return true;
  return !readLabel(value) && isFurniture(value) && !isPagePart(value);
}

/** Whether the end of a line has cut a field. */
function isCut({ lines, after }: ItemField): boolean {
  const isEmpty = lines.length === 1 && (lines[0]?.value.length ?? 0) <= after;
  return isEmpty || /[;,(]$/.test(lines.at(-1)?.value ?? '');
}

function settleAbstract(item: Item): void {
  const index = item.fields.findIndex(({ name }) => name === 'abstract');
  if (index >= 0) [item.abstract] = item.fields.splice(index, 1);
}

/** Where no line is called that of the authors, it is the one below the title. */
function settleAuthors({ fields }: Item): void {
  const title = fields.find(({ name }) => name === 'title');
  if (!title || fields.some(({ name }) => name === 'authors')) return;
  const own = (title.lines[0]?.value.length ?? 0) > title.after ? 1 : 2;
  const authors = title.lines.splice(own);
  if (authors.length > 0) fields.push({ name: 'authors', shown: 'Authors', after: 0, lines: authors });
}

/**
 * Reads the abstract below the last field, or what goes on with one that was the last field: lines without a blank one between.
 *
 * @returns index of the line below it
 */
function readAbstract(lines: readonly PageLine[], from: number, item: Item, isOpen: boolean): number {
  if (item.abstract && !isOpen) return from;
  const abstract: ItemField = item.abstract ?? { name: 'abstract', shown: 'Abstract', after: 0, lines: [] };
  const isEmpty = !item.abstract || isCut(abstract);
  let at = from;
  for (; at < lines.length && !ends(lines, at); at++) {
    const { blankAbove, line } = lines[at] as PageLine;
    if (blankAbove && !(isEmpty && at === from)) break;
    // A heading begins something else, and is no line of a paragraph.
    if (/^#{1,6}\s/.test(line.text)) break;
    abstract.lines.push(lines[at] as PageLine);
  }
  if (abstract.lines.length > 0 && item.fields.length > 0) item.abstract = abstract;
  return item.abstract ? at : from;
}

function isHistory(value: string): boolean {
  return isPagePart(value) || submitter.test(value) || versionLine.test(value);
}
