import type { Line } from '../../lines.ts';
import {
  endRule,
  bar,
  closing,
  identifier,
  isFurniture,
  received,
  replacement,
  readFieldName,
  rule,
} from './lines.ts';

/** A field of a record: its lines, the first without its name. */
export interface Field {
  name: string;
  version: string | undefined;
  /** Index behind the name in the text of the first line. */
  after: number;
  lines: Line[];
}

/** One paper as it stands in a mailing. */
export interface MailRecord {
  kind: 'record';
  identifier: Line;
  fields: Field[];
  /** The line that says that it is a replacement. */
  replacement: Line | undefined;
  abstract: Line[];
  /** The line with its address. */
  closing: Line | undefined;
  /** The last line of all. */
  last: Line;
}

/** A line between records. */
export interface Between {
  kind: 'furniture' | 'received' | 'unread';
  line: Line;
}

/** Sorts the lines of a mailing into records and what stands between them. */
export function recordsIn(lines: readonly Line[]): (MailRecord | Between)[] {
  const found: (MailRecord | Between)[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    const start = recordAt(lines, at);
    if (start !== undefined) {
      const { record, next } = readRecord(lines, start);
      if (start > at) found.push({ kind: 'furniture', line });
      found.push(record);
      at = next;
      continue;
    }
    const subjects = line.text === 'Submissions to:' ? subjectsAt(lines, at) : 1;
    for (const line of lines.slice(at, at + subjects)) {
      if (line.text === '') continue;
      const kind = received.test(line.text)
        ? 'received'
        : subjects > 1 || isFurniture(line)
          ? 'furniture'
          : 'unread';
      found.push({ kind, line });
    }
    at += subjects;
  }
  return found;
}

/** The most archives and categories that one mail is of. */
const mostSubjects = 60;

/** How many lines list what a mail is of, from `Submissions to:` up to the line that tells its time. */
function subjectsAt(lines: readonly Line[], at: number): number {
  const end = lines
    .slice(at, at + mostSubjects)
    .findIndex(({ text }, index) => index > 0 && (received.test(text) || rule.test(text) || bar.test(text)));
  return Math.max(end, 1);
}

/** Index of the line that names the paper, where a record begins at a line: at that line, or at the bar above it. */
function recordAt(lines: readonly Line[], at: number): number | undefined {
  const { text } = lines[at] as Line;
  const names = bar.test(text) ? nextLine(lines, at + 1) : at;
  if (names === undefined || !identifier.test(lines[names]?.text ?? '')) return undefined;
  const below = nextLine(lines, names + 1);
  const first = lines[below ?? lines.length]?.text ?? '';
  return replacement.test(first) || readFieldName(first) ? names : undefined;
}

function nextLine(lines: readonly Line[], from: number): number | undefined {
  for (let at = from; at < lines.length; at++) if (lines[at]?.text !== '') return at;
  return undefined;
}

function readRecord(lines: readonly Line[], start: number): { record: MailRecord; next: number } {
  const record: MailRecord = {
    kind: 'record',
    identifier: lines[start] as Line,
    fields: [],
    replacement: undefined,
    abstract: [],
    closing: undefined,
    last: lines[start] as Line,
  };
  let at = readHead(lines, start + 1, record);
  if (isBar(lines, at)) at = readAbstract(lines, at + 1, record);
  if (closing.test(lines[at]?.text ?? '')) record.closing = lines[at++] as Line;
  else if (isBar(lines, at)) at++;
  record.last = lines.slice(start, at).findLast(({ text }) => text !== '') as Line;
  return { record, next: at };
}

/** Whether a line is a bar that begins no record. */
function isBar(lines: readonly Line[], at: number): boolean {
  return bar.test(lines[at]?.text ?? '') && recordAt(lines, at) === undefined;
}

/** Reads the fields of a record; gives the index of the line below them. */
function readHead(lines: readonly Line[], from: number, record: MailRecord): number {
  let blank = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    const { text } = line;
    if (text === '') {
      blank = true;
      continue;
    }
    if (isSign(text) || rule.test(text)) return at;
    const field = readFieldName(text, line.textStart > line.start);
    if (replacement.test(text)) record.replacement = line;
    else if (field) record.fields.push({ ...field, lines: [line] });
    // No field goes on below a blank line.
    else if (blank) return at;
    else record.fields.at(-1)?.lines.push(line);
    blank = false;
  }
  return lines.length;
}

/** Reads an abstract; gives the index of the line below it. */
function readAbstract(lines: readonly Line[], from: number, record: MailRecord): number {
  let at = from;
  for (; at < lines.length; at++) {
    const { text } = lines[at] as Line;
    // A rule of dashes inside an abstract is none, unless a record follows.
    if (isSign(text) || endRule.test(text) || (rule.test(text) && endsRecord(lines, at))) break;
  }
  // Where nothing tells the end, a blank line does.
  if (at === lines.length) {
    const first = nextLine(lines, from) ?? at;
    const blank = lines.findIndex(({ text }, index) => index > first && text === '');
    at = blank < 0 ? at : blank;
  }
  record.abstract = lines.slice(from, at);
  return at;
}

function isSign(text: string): boolean {
  return text.startsWith('\\') && (bar.test(text) || closing.test(text));
}

/** Whether the rule at a line stands between two records. */
function endsRecord(lines: readonly Line[], at: number): boolean {
  const below = nextLine(lines, at + 1);
  return below === undefined || rule.test(lines[below]?.text ?? '') || recordAt(lines, below) !== undefined;
}
