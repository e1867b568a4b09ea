import type { Report } from '../../messages.ts';
import type { DigestText } from '../../text/digest-text.ts';
import { countUnused } from '../bibliography/unused-fields.ts';
import type { Detection, Dialect, DigestDraft, PaperDraft } from '../dialect.ts';
import { toFields, type Fields } from './fields.ts';
import { readRecords } from './records.ts';
import { kinds, sortLines, type TagGrammar } from './sort-lines.ts';

/** A format of records with tags at the start of lines. */
export interface TaggedFormat extends TagGrammar {
  /** Name of its dialect. */
  name: string;
  /** A record such as it has, for people. */
  example: string;
  /** Finds the beginning of a record that can be of no other format; quick, with the flags `m` and `g`. */
  firstRecord: RegExp;
  /** Tags that say nothing of a paper: its number in the export, its type. */
  plumbing: ReadonlySet<string>;
  /** Makes a paper of the fields of a record. */
  toPaper(fields: Fields): Omit<PaperDraft, 'extent'>;
}

/** Makes the dialect of such a format. */
export function taggedDialect(format: TaggedFormat): Dialect {
  return {
    name: format.name,
    detect: (text) => detect(text, format),
    read: (text, report) => read(text, format, report),
  };
}

function detect(text: DigestText, format: TaggedFormat): Detection {
  format.firstRecord.lastIndex = 0;
  const first = format.firstRecord.exec(text.value);
  if (!first) return { score: 0, reason: `no records such as ${format.example}`, failedAt: 0 };
  const sorted = sortLines(text.lines, format);
  let [records, read, unread] = [0, 0, 0];
  let failedAt: number | undefined;
  for (const [index, kind] of sorted.entries()) {
    if (kind === kinds.unread) {
      unread++;
      failedAt ??= text.lines[index]?.textStart;
    } else if (kind !== kinds.blank) read++;
    if (kind === kinds.start) records++;
  }
  return {
    score: read / (read + unread),
    reason: `${records} records, ${unread} lines outside of them`,
    failedAt,
    firstRecord: first.index + first[0].length - first[0].trimStart().length,
  };
}

function read(text: DigestText, format: TaggedFormat, report: Report): DigestDraft {
  const { records, furniture } = readRecords(text, format);
  const unused = countUnused();
  const papers = records.map((record): PaperDraft => {
    const fields = toFields(record);
    const paper = format.toPaper(fields);
    for (const { tag, start, end } of fields.unused()) {
      if (!format.plumbing.has(tag)) unused.add(tag, start, end);
    }
    return { ...paper, extent: { start: record.start, end: record.end } };
  });
  unused.report(text, report);
  return { issues: [{ papers, furniture }] };
}
