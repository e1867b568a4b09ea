import { factKeyOf, type FactKey } from '../../facts/fact-keys.ts';
import type { Line } from '../../lines.ts';
import { isAboutPaper, isLabel } from './evidence.ts';
import { cellsOf, type Table } from './table-rows.ts';

/** What each column of a table of papers says; nothing where its name is not known. */
export interface Columns {
  keys: (FactKey | undefined)[];
  /** Index of the column that has the titles. */
  title: number;
}

/** How many rows are looked at. */
const rowsToTry = 12;

/** Tells the columns of a table by their names and by what is in them; nothing where a table has no papers. */
export function columnsOf(lines: readonly Line[], { columns, rows }: Table): Columns | undefined {
  const sample = rows.slice(0, rowsToTry).map(({ first, last }) => {
    const row = lines
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join(' ');
    return { row, cells: cellsOf(row) };
  });
  if (sample.length === 0 || isKeyed(sample)) return undefined;
  const keys = columns.map((name) => factKeyOf(plainName(name)));
  // A column called `Paper` may have nothing but links that are called so.
  for (const [index, key] of keys.entries()) {
    if (key?.role !== 'title') continue;
    const texts = sample.map(({ cells }) => visible(cells[index] ?? '')).filter(Boolean);
    if (texts.every(isLabel)) keys[index] = { role: 'links', kind: 'paper' };
  }
  const about = sample.filter(({ row }) => isAboutPaper(row)).length;
  const has = (role: FactKey['role']): boolean => keys.some((key) => key?.role === role);
  const named = keys.findIndex((key) => key?.role === 'title');
  const isNamed = named >= 0 && !/^name$/i.test(plainName(columns[named] as string));
  const plainly =
    has('authors') || (isNamed && (has('abstract') || has('keywords'))) || has('arxivId') || has('doi');
  if (about * 3 < sample.length && !(named >= 0 && plainly)) return undefined;
  const title = named >= 0 ? named : longest(sample, keys);
  if (title < 0) return undefined;
  for (const [index, key] of keys.entries()) {
    if (index !== title && key?.role === 'title') keys[index] = { role: 'links', kind: 'paper' };
  }
  return { keys, title };
}

/** Whether the rows are facts, each with its name in the first column. */
function isKeyed(sample: readonly { cells: string[] }[]): boolean {
  const keyed = sample.filter(
    ({ cells }) => cells.length <= 2 && factKeyOf(plainName(cells[0] ?? '')) !== undefined,
  );
  return keyed.length * 2 > sample.length;
}

function plainName(name: string): string {
  return name.replace(/&nbsp;|<[^<>]{0,500}>/g, ' ');
}

/** What a cell shows, without the addresses of its links. */
function visible(cell: string): string {
  return cell
    .replace(/!\[[^\][]{0,300}\]\([^()]{0,1000}\)|\]\([^()]{0,1000}\)|<[^<>]{0,500}>|[*_[\]`]/g, ' ')
    .replace(/\bnull\b|-/g, ' ')
    .trim();
}

/** The column without a known name that shows most; titles stand there. */
function longest(sample: readonly { cells: string[] }[], keys: readonly (FactKey | undefined)[]): number {
  let best = -1;
  let most = 8;
  for (const [index, key] of keys.entries()) {
    if (key) continue;
    const length =
      sample.reduce((sum, { cells }) => sum + visible(cells[index] ?? '').length, 0) / sample.length;
    if (length > most) [best, most] = [index, length];
  }
  return best;
}
