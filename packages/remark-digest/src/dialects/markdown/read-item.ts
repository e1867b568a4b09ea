import type { Nodes } from 'mdast';
import type { FactKey } from '../../facts/fact-keys.ts';
import { findDate } from '../../facts/find-date.ts';
import {
  noParts,
  putAddresses,
  putFact,
  putLink,
  toDraft,
  type PaperParts,
} from '../../facts/paper-parts.ts';
import type { Line } from '../../lines.ts';
import {
  extentOf,
  standFor,
  foldText,
  joinTexts,
  splitText,
  type Extent,
  type LocatedText,
} from '../../text/located-text.ts';
import type { PaperDraft } from '../dialect.ts';
import { putSpanLinks, realAddress } from './addresses.ts';
import type { Item } from './find-items.ts';
import { venueOf } from './names.ts';
import { parseStretch } from './parse.ts';
import { BodyReader } from './read-body.ts';
import { SpanReader, type MarkdownSource, type SpanLine } from './span-reader.ts';
import { textOfSpans } from './spans.ts';
import { takeTitle, type TakenTitle } from './take-title.ts';

/** What reading a paper needs. */
export interface ItemSource extends MarkdownSource {
  lines: readonly Line[];
  /** Counts the names of facts of which nothing is made. */
  unused: (name: string, place: LocatedText) => void;
}

/** A paper that was read, and the day that it tells without a year. */
export interface ReadItem {
  paper: PaperDraft;
  parts: PaperParts;
}

/** Where lines stand in the text. */
export function extentOfLines(lines: readonly Line[], first: number, last: number): Extent {
  const end = lines[last] as Line;
  return { start: (lines[first] as Line).textStart, end: end.textStart + end.text.length };
}

/** Reads the papers that items tell of; rows of one table are parsed together. */
export function readItems(items: readonly Item[], source: ItemSource): ReadItem[] {
  const read: ReadItem[] = [];
  for (let index = 0; index < items.length;) {
    const item = items[index] as Item;
    if (!item.table) {
      read.push(readItem(item, source));
      index++;
      continue;
    }
    let end = index + 1;
    while (end < items.length && end - index < rowsAtOnce && items[end]?.table?.table === item.table.table)
      end++;
    read.push(...readRows(items.slice(index, end), source));
    index = end;
  }
  return read;
}

/** How many rows of a table are parsed at once: the parser takes more than linear time for a table. */
const rowsAtOnce = 40;

function readItem({ first, last, kind }: Item, source: ItemSource): ReadItem {
  const parts = noParts();
  const { lines } = source;
  const extent = extentOfLines(lines, first, last);
  const body = new BodyReader(parts, source.unused);
  // `##Title` is a heading for people, though not for Markdown.
  const glued =
    kind === 'heading' ? (/^#{2,6}(?=[^#\s])/.exec((lines[first] as Line).text)?.[0].length ?? 0) : 0;
  const nodes = parseStretch(source.masked.value, extent.start + glued, extent.end, source.definitions);
  const read = spanLines(nodes, source);
  const [title, ...rest] = joinTitle(read);
  if (title) {
    const taken = takeTitle(title.spans, kind === 'heading');
    putTitle(parts, taken);
    body.readTail(taken.rest, title.paragraph);
    body.readAll(rest);
  }
  putAddressesOfText(parts);
  return { paper: toDraft(parts, extent), parts };
}

/** Lines with a title that goes over several of them, as a link or in bold, on one. */
function joinTitle([title, ...rest]: readonly SpanLine[]): SpanLine[] {
  if (!title) return [];
  let at = 0;
  const spans = [...title.spans];
  for (; rest[at]?.paragraph === title.paragraph; at++) {
    const [last, next] = [spans.at(-1), rest[at]?.spans[0]];
    if (!last || !next) break;
    const isOne = (last.url !== undefined && last.url === next.url) || (last.isStrong && next.isStrong);
    if (!isOne) break;
    const start = extentOf(last.text)?.end ?? 0;
    spans.push(
      { ...last, text: standFor(' ', start, extentOf(next.text)?.start ?? start) },
      ...(rest[at] as SpanLine).spans,
    );
  }
  return [{ ...title, spans }, ...rest.slice(at)];
}

/** The addresses of a paper that has no link are those of its text. */
function putAddressesOfText(parts: PaperParts): void {
  if (parts.links.length > 0) return;
  for (const paragraph of parts.paragraphs)
    if (/https?:/.test(paragraph.value)) putAddresses(parts, paragraph);
}

function spanLines(nodes: readonly Nodes[], source: ItemSource): SpanLine[] {
  const reader = new SpanReader(source);
  for (const node of nodes) reader.read(node);
  return reader
    .done()
    .filter(({ spans }) => /\S/.test(textOfSpans(spans).value) || spans.some(({ url }) => url));
}

/** Adds a title, its address, and what stands before it: a day, a venue. */
export function putTitle(parts: PaperParts, { title, before, url }: TakenTitle): void {
  parts.title = foldText(title);
  if (url && /^https?:/i.test(url.value)) putLink(parts, realAddress(url));
  const mark = textOfSpans(before);
  if (mark.value.trim() === '') return;
  putSpanLinks(parts, before);
  const [inside] = splitText(mark, /[[\](){}【】（）]/g);
  if (!inside) return;
  const date = findDate(inside);
  if (date) putFact(parts, 'date', date.date);
  else if (venueOf(inside.value)) putFact(parts, 'venue', inside);
  else if (/^\d{4}[./-]\d{1,2}$/.test(inside.value)) putFact(parts, 'date', inside);
  // Any other mark belongs to the title.
  else parts.title = foldText(joinTexts([mark, parts.title], ' '));
}

function readRows(items: readonly Item[], source: ItemSource): ReadItem[] {
  const { lines, masked } = source;
  const [first] = items;
  const last = items.at(-1);
  if (!first?.table || !last) return [];
  const { table, columns } = first.table;
  const head = extentOfLines(lines, table.header, table.header + 1);
  const extent = extentOfLines(lines, first.first, last.last);
  const above = `${masked.value.slice(head.start, head.end)}\n`;
  const nodes = parseStretch(masked.value, extent.start, extent.end, source.definitions, above);
  const rows = nodes.flatMap((node) => (node.type === 'table' ? node.children : []));
  return items.map((item) => {
    const { start, end } = extentOfLines(lines, item.first, item.last);
    const row = rows.find(
      ({ position }) => (position?.start.offset ?? -1) >= start && (position?.start.offset ?? -1) < end,
    );
    const cells = (row?.children ?? []).map((cell) => spanLines([cell], source));
    const parts = readCells(cells, table.columns, columns.keys, columns.title, source);
    return { paper: toDraft(parts, { start, end }), parts };
  });
}

function readCells(
  cells: readonly SpanLine[][],
  names: readonly string[],
  keys: readonly (FactKey | undefined)[],
  titleColumn: number,
  source: ItemSource,
): PaperParts {
  const parts = noParts();
  const body = new BodyReader(parts, source.unused);
  for (const [index, lines] of cells.entries()) {
    const key = keys[index];
    if (index === titleColumn) {
      const [title, ...rest] = lines;
      if (!title) continue;
      const isAlone = keys.some((other) => other?.role === 'abstract');
      const taken = takeTitle(
        title.spans,
        isAlone || (rest.length === 0 && !/\s[-–—:]\s|\s{2,}|[:：]\s/.test(textOfSpans(title.spans).value)),
      );
      putTitle(parts, taken);
      body.readTail(taken.rest, title.paragraph);
      body.readAll(rest);
    } else {
      body.readCell(key, (names[index] ?? '').replace(/[*_`]|<[^<>]{0,500}>|&nbsp;/g, '').trim(), lines);
    }
  }
  return parts;
}
