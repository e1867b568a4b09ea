import type { Line } from '../../lines.ts';
import { unusedKeys, type Report } from '../../messages.ts';
import { cut, type DigestText } from '../../text/digest-text.ts';
import type { Extent, LocatedText } from '../../text/located-text.ts';
import type { Detection, Dialect, DigestDraft, PaperDraft } from '../dialect.ts';
import { readOnce } from '../read-once.ts';
import { received, usedFields } from './lines.ts';
import { recordsIn, type MailRecord } from './records.ts';
import { toPaper } from './to-paper.ts';

/**
 * The mail that arXiv sends each day: records between rules, each with a head of fields between lines of two backslashes, then the
 * abstract. Replacements have none.
 *
 * @see https://info.arxiv.org/help/subscribe.html
 */
export const arxivMailing: Dialect = { name: 'arxiv-mailing', detect, read };

const recordsOf = readOnce(({ lines }) => recordsIn(lines));

function detect(text: DigestText): Detection {
  const { value, lines } = text;
  if (!/^[^\S\r\n]*(?:arXiv:|Paper\b)/m.test(value)) {
    return { score: 0, reason: 'no line with the identifier of a paper', failedAt: startOfText(value) };
  }
  const found = recordsOf(text);
  const records = found.filter((item) => item.kind === 'record');
  const strangers = found.flatMap((item) => (item.kind === 'unread' ? [item.line] : []));
  const filled = lines.filter(({ text }) => text !== '').length;
  return {
    score: records.length === 0 ? 0 : 1 - strangers.length / filled,
    reason: `${records.length} records between lines of \\\\, ${strangers.length} of ${filled} lines of nothing`,
    failedAt: strangers[0]?.start,
    ...(records[0] && { firstRecord: records[0].identifier.textStart }),
  };
}

function startOfText(value: string): number {
  return value.length - value.trimStart().length;
}

interface Mail {
  papers: PaperDraft[];
  furniture: Extent[];
  dateOtherwise?: LocatedText;
}

function read(source: DigestText, report: Report): DigestDraft {
  const mails: Mail[] = [{ papers: [], furniture: [] }];
  const records: MailRecord[] = [];
  for (const item of recordsOf(source)) {
    if (item.kind === 'unread') continue;
    if (item.kind !== 'record' && beginsMail(item.line) && mails.at(-1)?.papers.length !== 0) {
      mails.push({ papers: [], furniture: [] });
    }
    const mail = mails.at(-1) as Mail;
    if (item.kind === 'record') {
      records.push(item);
      mail.papers.push(toPaper(item, source));
      continue;
    }
    mail.furniture.push(extentOf(item.line));
    const { to } = received.exec(item.line.text)?.groups ?? {};
    if (to !== undefined) {
      const start = item.line.textStart + item.line.text.lastIndexOf(to);
      mail.dateOtherwise = cut(source, start, start + to.length);
    }
  }
  reportUnused(records, source, report);
  return { issues: mails };
}

/** Whether a line is one of the first in a mail. */
function beginsMail({ text }: Line): boolean {
  return text.startsWith('Send any comments') || received.test(text);
}

function extentOf({ textStart, text }: Line): Extent {
  return { start: textStart, end: textStart + text.length };
}

function reportUnused(records: readonly MailRecord[], { place }: DigestText, report: Report): void {
  const fields = records.flatMap(({ fields }) => fields).filter(({ name }) => !usedFields.has(name));
  const [first] = fields;
  if (!first) return;
  const names = Map.groupBy(fields, ({ lines, after }) => lines[0]?.text.slice(0, after - 1).trim() ?? '');
  const keys = [...names].map(([name, { length: count }]) => ({ name, count }));
  report(
    unusedKeys(keys.toSorted((a, b) => b.count - a.count)),
    place(first.lines[0]?.textStart ?? 0, 0).start,
  );
}
