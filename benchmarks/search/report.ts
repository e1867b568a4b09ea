import type { Result, Scores } from './measures.ts';
import { kinds, type ReaderResult } from './readers.ts';
import { rules } from './queries.ts';

const columns = [...rules, 'all'] as const;

/** Results as rows of cells, the names of the columns first. */
export type Rows = readonly (readonly string[])[];

/** Writes rows as a table for a terminal. */
export function toText(rows: Rows): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] as number)).join('  '))
    .join('\n');
}

/** Writes rows as a table of Markdown. */
export function toMarkdown([head = [], ...rows]: Rows): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, index) => (index === 0 ? '---' : '---:')));
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Results of queries of a paper's own words: mean reciprocal ranks by rule, then of all queries, first and in ten. */
export function rowsOf(results: ReadonlyMap<string, Result>): string[][] {
  const used = columns.filter((column) => [...results.values()].some((result) => result[column]));
  return [
    ['', ...used.map((column) => (column === 'all' ? 'MRR' : column)), 'first', 'in ten'],
    ...[...results].map(([name, result]) => [
      name,
      ...used.map((column) => number(result[column]?.reciprocal)),
      percent(result.all?.first),
      percent(result.all?.ten),
    ]),
  ];
}

/** Writes what readers found as rows: mean reciprocal ranks by kind, then of all queries, in five, and how many found nothing. */
export function readerRowsOf(results: ReadonlyMap<string, ReaderResult>): string[][] {
  const used = [...kinds, 'all' as const].filter((kind) =>
    [...results.values()].some((result) => result[kind]),
  );
  return [
    ['', ...used.map((kind) => (kind === 'all' ? 'MRR' : kind)), 'in five', 'nothing'],
    ...[...results].map(([name, result]) => [
      name,
      ...used.map((kind) => number(result[kind]?.reciprocal)),
      percent(result.all?.five),
      String(result.all?.nothing ?? ''),
    ]),
  ];
}

const number = (value: Scores['reciprocal'] | undefined): string => value?.toFixed(3) ?? '';
const percent = (share: number | undefined): string =>
  share === undefined ? '' : `${(share * 100).toFixed(1)} %`;

const begin = '<!-- Written by `pnpm evaluate:search --write`. -->';
const end = '<!-- End of what it writes. -->';

/** Puts tables between the two marks of a page. */
export function withTables(page: string, sections: readonly string[], versions: readonly string[]): string {
  const start = page.indexOf(begin);
  const stop = page.indexOf(end);
  if (start < 0 || stop < start) throw new Error(`docs/search.md needs the lines ${begin} and ${end}.`);
  const text = [...sections, versions.join('\n')].join('\n\n');
  return `${page.slice(0, start + begin.length)}\n\n${text}\n\n${page.slice(stop)}`;
}
