import { findDate } from '../../facts/find-date.ts';
import { unusedKeys, type Report } from '../../messages.ts';
import type { Line } from '../../lines.ts';
import { lineText, type DigestText } from '../../text/digest-text.ts';
import type { Extent, LocatedText } from '../../text/located-text.ts';
import type { Detection, Dialect, DigestDraft, HeaderData } from '../dialect.ts';
import { formOf } from '../text-form.ts';
import { findRecords, type FoundRecords, type Record } from './find-records.ts';
import { toPaper } from './to-paper.ts';

/**
 * Papers as blocks of `Key: value` lines, such as `Title: …`, `PDF: …`, `Summary: …`, with or without lines between the blocks that do
 * nothing but separate. Keys may be bold, in other languages and in any order, and values may go over several lines.
 */
export const records: Dialect = { name: 'records', detect, read };

function detect({ lines }: DigestText): Detection {
  const found = findRecords(lines);
  const total = lines.filter(({ text }) => text !== '').length;
  const { records } = found;
  const inRecords = records.reduce((sum, record) => sum + linesOf(record), 0);
  const fitting = inRecords + found.separators.length + Math.min(found.above.length, mostAbove);
  // Other things have titles, too; and one record alone may be the head of anything.
  const paperLike = records.filter(records.length > 1 ? mayBePaper : isPlainlyPaper).length;
  const trust = paperLike * 2 >= Math.max(records.length, 1) ? 1 : 0.4;
  const first = records[0];
  const share =
    total === 0 || !first ? 0 : (fitting / total) * trust * otherDialects(lines) * ofCode(lines, total);
  return {
    score: share,
    reason: `${records.length} records of \`Title:\` and other keys, in ${inRecords} of ${total} lines`,
    failedAt: failedAt(lines, found),
    // What stands above a title may be of a page as well, which has `Authors:` and `arxiv:2410.05434`, too.
    ...(first?.title && share > 0.1 && records.some(hasAbstract)
      ? { firstRecord: first.title.line.textStart }
      : {}),
  };
}

/** How many lines may stand above the first record: a title, a date. */
const mostAbove = 3;

/** How much is left of a score where lines are there that other dialects have: arXiv's mail and its listings have such keys, too. */
function otherDialects(lines: readonly Line[]): number {
  return lines.some(
    ({ text }) =>
      /^\\\\(?:$|\s)/.test(text) || /^(?:\[\d+\]\s)?arXiv:\d{4}\.\d{4,5}\S*(?:\s.*)?\[.*pdf/.test(text),
  )
    ? 0.3
    : 1;
}

/** How a line of a program begins or ends. */
const code =
  /(?:[;{}]|[)\]],|['"`](?:,|\s\+)|=>)$|^(?:\/[/*]|\*\/|#include\b|(?:import|export|return|const|let|var|function|def|class)\s.*[=({])/;

/** How much is left of a score where many lines are those of a program, whose objects have such keys, too. */
function ofCode(lines: readonly Line[], total: number): number {
  const count = lines.filter(({ text }) => code.test(text)).length;
  return count > 0.2 * total ? 0.3 : 1;
}

function linesOf({ first, fields }: Record): number {
  const number = first === fields[0]?.line ? 0 : 1;
  return fields.reduce(
    (sum, { further }) => sum + 1 + further.filter(({ text }) => text !== '').length,
    number,
  );
}

function hasAbstract({ fields }: Record): boolean {
  return fields.some(({ key }) => key?.role === 'abstract');
}

function mayBePaper({ fields }: Record): boolean {
  return fields.some(
    ({ key }) => key && (/^(?:abstract|authors|arxivId|doi)$/.test(key.role) || key.kind === 'paper'),
  );
}

function isPlainlyPaper({ fields }: Record): boolean {
  const roles = new Set<string | undefined>(fields.map(({ key }) => key?.role));
  return (
    (roles.has('abstract') && roles.size > 2) ||
    fields.some(({ key }) => key?.kind === 'paper') ||
    roles.has('arxivId') ||
    roles.has('doi')
  );
}

/** The first line that is in no record and does not separate. */
function failedAt(lines: readonly Line[], { records, separators, above }: FoundRecords): number | undefined {
  if (records.length === 0) return lines.find(({ text }) => text !== '')?.textStart;
  if (above.length > mostAbove) return above[0]?.textStart;
  let at = 0;
  const rules = new Set(separators);
  const few = new Set(above);
  for (const line of lines) {
    while (at < records.length && (records[at] as Record).last.number < line.number) at++;
    const record = records[at];
    const inside = record && record.first.number <= line.number;
    if (line.text !== '' && !inside && !rules.has(line) && !few.has(line)) return line.textStart;
  }
  return undefined;
}

function read(text: DigestText, report: Report): DigestDraft {
  const { records, separators, above } = findRecords(text.lines);
  const [first] = records;
  if (!first) return { issues: [] };
  const unused = new Map<string, number>();
  const papers = records.map((record) => toPaper(record, text.value, unused));
  if (unused.size > 0) {
    const keys = [...unused].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
    const last = records.at(-1) as Record;
    report(unusedKeys(keys), text.place(extentOfLine(first.first).start, extentOfLine(last.last).end));
  }
  const { header, date, used } = readAbove(above.length > mostAbove ? [] : above);
  return { issues: [{ header, date, papers, furniture: [...separators, ...used].map(extentOfLine) }] };
}

/** The title and the date that stand above the records. */
function readAbove(above: readonly Line[]): {
  header: HeaderData;
  date: LocatedText | undefined;
  used: Line[];
} {
  const dateLine = above.find((line) => isHeading(line) && findDate(lineText(line)) !== undefined);
  const titleLine = above.find((line) => line !== dateLine && isHeading(line)) ?? dateLine;
  const date = dateLine && findDate(lineText(dateLine))?.date;
  const title = titleLine?.text.replace(/^#{1,6}\s+/, '');
  return {
    header: title === undefined || title === date?.value ? {} : { title },
    date,
    used: [...new Set([dateLine, titleLine])].filter((line) => line !== undefined),
  };
}

function isHeading({ text }: Line): boolean {
  return text.length < 120 && formOf(text) === 'other' && !/^[@{}[\]<\\|]/.test(text);
}

function extentOfLine({ textStart, text }: Line): Extent {
  return { start: textStart, end: textStart + text.length };
}
