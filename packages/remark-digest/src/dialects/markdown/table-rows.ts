import type { Line } from '../../lines.ts';

/** One row of a table, from the index of its first line to that of its last; a title of two lines has broken it. */
export interface Row {
  first: number;
  last: number;
}

/** A table, told by its lines alone. */
export interface Table {
  /** Index of the line with the names of the columns; that of the rule is the next one. */
  header: number;
  /** The names of the columns, as they stand. */
  columns: string[];
  rows: Row[];
  last: number;
}

/** Whether a line is the rule below the names of the columns. */
export function isDelimiterRow(text: string | undefined): boolean {
  return text !== undefined && /^\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$/.test(text) && text.includes('|');
}

/** How many further lines a broken row may have. */
const mostLines = 12;

/**
 * Reads a table. A row ends where it has all of its cells: Markdown would end the table at the first line end inside of a cell, as titles
 * have them that were copied with their line breaks, and lose all rows behind it.
 */
export function readTable(lines: readonly Line[], header: number): Table | undefined {
  const columns = cellsOf((lines[header] as Line).text);
  if (columns.length !== cellsOf((lines[header + 1] as Line).text).length) return undefined;
  const { text: head } = lines[header] as Line;
  const isFramed = head.startsWith('|');
  const rows: Row[] = [];
  let last = header + 1;
  for (let index = header + 2; index < lines.length; index = last + 1) {
    const { text } = lines[index] as Line;
    if (text === '' || (isFramed ? !text.startsWith('|') : !text.includes('|'))) break;
    last = isFramed ? endOfRow(lines, index, columns.length, head.endsWith('|')) : index;
    rows.push({ first: index, last });
  }
  return { header, columns, rows, last };
}

/** The last line of the row that begins here. */
function endOfRow(lines: readonly Line[], index: number, columns: number, isClosed: boolean): number {
  let row = (lines[index] as Line).text;
  const isWhole = (): boolean => (isClosed ? /(?<!\\)\|$/.test(row) : cellsOf(row).length >= columns);
  if (isWhole()) return index;
  for (let at = index + 1; at < lines.length && at <= index + mostLines; at++) {
    const { text } = lines[at] as Line;
    if (text.startsWith('|') || /^#{1,6}\s/.test(text)) break;
    if (text === '') continue;
    row += ` ${text}`;
    if (isWhole() && cellsOf(row).length >= columns) return at;
  }
  return index;
}

/** The cells of a row, as they stand. A bar behind a backslash belongs to a cell. */
export function cellsOf(row: string): string[] {
  const cells = row.replace(/^\s*\|/, '').split(/(?<!\\)\|/);
  if (cells.length > 1 && /^\s*$/.test(cells.at(-1) as string)) cells.pop();
  return cells.map((cell) => cell.trim());
}
