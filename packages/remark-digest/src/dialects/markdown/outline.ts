import type { Line } from '../../lines.ts';
import { formOf } from '../text-form.ts';
import { isDelimiterRow, readTable, type Table } from './table-rows.ts';

/** Lines of a text, from the index of the first to that of the last. */
export interface LineRange {
  first: number;
  last: number;
}

/** A block of Markdown, told by its lines alone. */
export type Block = LineRange &
  (
    | { kind: 'heading'; depth: number }
    | { kind: 'table'; table: Table }
    /** One item of a list, with all that is in it. */
    | { kind: 'item' }
    | { kind: 'paragraph' | 'quote' | 'fence' | 'html' | 'comment' | 'rule' | 'definition' }
  );

const heading = /^(?<signs>#{1,6})(?:\s|$)|^(?<glued>#{2,6})(?=[^#\s])/;
const item = /^(?:[-*+•]|\d{1,4}[.)、])\s+\S/;
const rule = /^(?:-(?:\s*-){2,}|\*(?:\s*\*){2,}|_(?:\s*_){2,})$/;
const definition = /^\[(?!\^)[^\]]{1,200}\]:\s*\S+/;
const tag = /^<\/?[a-zA-Z][a-zA-Z0-9]*(?:[\s/>]|$)/;

/** Cuts a text into blocks, as Markdown has them; a table keeps the rows that a line end inside of a cell breaks. */
export function outline(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  const ends = new Endings(lines);
  const cut = endOfCutComment(lines);
  if (cut !== undefined) blocks.push({ kind: 'comment', first: 0, last: cut });
  for (let index = cut === undefined ? 0 : cut + 1; index < lines.length;) {
    const { text } = lines[index] as Line;
    if (text === '') {
      index++;
      continue;
    }
    const block = blockAt(lines, index, ends);
    blocks.push(block);
    index = block.last + 1;
  }
  return blocks;
}

/** The line that ends a comment whose beginning is cut off. */
function endOfCutComment(lines: readonly Line[]): number | undefined {
  const end = lines.findIndex(({ text }) => text === '-->' || text.startsWith('<!--'));
  return lines[end]?.text === '-->' ? end : undefined;
}

function blockAt(lines: readonly Line[], index: number, ends: Endings): Block {
  const { text } = lines[index] as Line;
  const head = heading.exec(text)?.groups;
  if (head) {
    return {
      kind: 'heading',
      first: index,
      last: endOfHeading(lines, index),
      depth: (head['signs'] ?? head['glued'] ?? '#').length,
    };
  }
  const fence = ends.ofFence(index);
  if (fence !== undefined) return { kind: 'fence', first: index, last: fence };
  const comment = ends.ofComment(index);
  if (comment !== undefined) return { kind: 'comment', first: index, last: comment };
  if (rule.test(text)) return { kind: 'rule', first: index, last: index };
  if (text.includes('|') && isDelimiterRow(lines[index + 1]?.text)) {
    const table = readTable(lines, index);
    if (table) return { kind: 'table', first: index, last: table.last, table };
  }
  if (definition.test(text)) return { kind: 'definition', first: index, last: index };
  if (text.startsWith('>')) return { kind: 'quote', first: index, last: endOfQuote(lines, index) };
  if (item.test(text)) return { kind: 'item', first: index, last: endOfItem(lines, index, ends) };
  if (tag.test(text)) return { kind: 'html', first: index, last: endOfParagraph(lines, index, ends) };
  // Between two rules stands front matter, or nothing of a heading.
  const underline = rule.test(lines[index - 1]?.text ?? '') ? '' : (lines[index + 1]?.text ?? '');
  if (/^(?:=+|-{2,})$/.test(underline) && text.length < longestHeading && formOf(text) === 'other') {
    return { kind: 'heading', first: index, last: index + 1, depth: underline.startsWith('=') ? 1 : 2 };
  }
  return { kind: 'paragraph', first: index, last: endOfParagraph(lines, index, ends) };
}

/** The last line of a heading: a link that is not closed on its line goes on below it. */
function endOfHeading(lines: readonly Line[], index: number): number {
  const isOpen = (text: string): boolean => text.lastIndexOf('[') > text.lastIndexOf(']');
  if (!isOpen((lines[index] as Line).text)) return index;
  for (let at = index + 1; at < lines.length && at < index + 4; at++) {
    const { text } = lines[at] as Line;
    if (text === '' || heading.test(text)) return index;
    if (/^[^[\]]*\]\(/.test(text)) return at;
  }
  return index;
}

/** A line above a rule that is longer, or that ends like a sentence, is no heading, whatever Markdown says. */
const longestHeading = 200;

function indentOf({ start, textStart }: Line): number {
  return textStart - start;
}

/** Whether a line begins a block of its own, without a blank line before it. */
function interrupts(lines: readonly Line[], index: number, ends: Endings): boolean {
  const { text } = lines[index] as Line;
  return (
    text === '' ||
    heading.test(text) ||
    rule.test(text) ||
    text.startsWith('>') ||
    (item.test(text) && /^(?:[-*+•]|1[.)])/.test(text)) ||
    ends.ofFence(index) !== undefined ||
    ends.ofComment(index) !== undefined ||
    (text.includes('|') && isDelimiterRow(lines[index + 1]?.text))
  );
}

function endOfParagraph(lines: readonly Line[], index: number, ends: Endings): number {
  let last = index;
  while (last + 1 < lines.length && !interrupts(lines, last + 1, ends)) last++;
  return last;
}

function endOfQuote(lines: readonly Line[], index: number): number {
  let last = index;
  while (
    last + 1 < lines.length &&
    /^(?!$)/.test((lines[last + 1] as Line).text) &&
    lines[last + 1]?.text.startsWith('>')
  )
    last++;
  return last;
}

/** The last line of an item of a list: what is indented below its marker belongs to it, and what follows without a blank line. */
function endOfItem(lines: readonly Line[], index: number, ends: Endings): number {
  const indent = indentOf(lines[index] as Line);
  let last = index;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.text === '') continue;
    const isInside = indentOf(line) >= indent + 2;
    const isNext = at === last + 1;
    if (!isInside && (!isNext || item.test(line.text) || interrupts(lines, at, ends))) break;
    last = isInside ? Math.max(at, ends.ofFence(at) ?? at) : at;
    at = last;
  }
  return last;
}

/** Finds where fences and comments end, without looking twice for ends that are not there. */
class Endings {
  readonly #lines: readonly Line[];
  readonly #noEnd = new Map<string, number>();

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  /** Index of the line that ends the fence that begins here; nothing where none begins, or where it has no end. */
  ofFence(index: number): number | undefined {
    const sign = /^(?:`{3,}(?!.*`)|~{3,})/.exec(this.#lines[index]?.text ?? '')?.[0];
    if (sign === undefined) return undefined;
    return this.#find(sign, index, ({ text }) => text.startsWith(sign) && /^(`|~)\1*$/.test(text));
  }

  /** The same for a comment of HTML. */
  ofComment(index: number): number | undefined {
    const { text } = this.#lines[index] as Line;
    if (!text.startsWith('<!--')) return undefined;
    return text.includes('-->') ? index : this.#find('<!--', index, (line) => line.text.includes('-->'));
  }

  #find(what: string, index: number, isEnd: (line: Line) => boolean): number | undefined {
    if (index >= (this.#noEnd.get(what) ?? Infinity)) return undefined;
    for (let at = index + 1; at < this.#lines.length; at++) if (isEnd(this.#lines[at] as Line)) return at;
    this.#noEnd.set(what, index);
    return undefined;
  }
}
