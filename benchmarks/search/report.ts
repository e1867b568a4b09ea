import type { Result, Scores } from './measures.ts';
import { rules } from './queries.ts';

const columns = [...rules, 'all'] as const;

/** Writes results as a table for a terminal: mean reciprocal ranks by rule, then of all queries first, ten, and mean. */
export function toText(results: ReadonlyMap<string, Result>): string {
  const rows = rowsOf(results);
  const widths = (rows[0] as string[]).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] as number)).join('  '))
    .join('\n');
}

/** Writes results as a table of Markdown. */
export function toMarkdown(results: ReadonlyMap<string, Result>): string {
  const [head, ...rows] = rowsOf(results) as [string[], ...string[][]];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, index) => (index === 0 ? '---' : '---:')));
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function rowsOf(results: ReadonlyMap<string, Result>): string[][] {
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
