import { brokenRecord, type Report } from '../../messages.ts';
import type { DigestText } from '../../text/digest-text.ts';
import type { Extent } from '../../text/located-text.ts';
import { countUnused } from '../bibliography/unused-fields.ts';
import type { Detection, Dialect, DigestDraft, PaperDraft } from '../dialect.ts';
import { readJson, type JsonRecord } from './read-json.ts';
import { findRecords, isCslRecord, typeSign } from './records.ts';
import { toPaper } from './to-paper.ts';

/**
 * CSL-JSON, as Zotero, Pandoc and citation processors have it.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html
 */
export const cslJson: Dialect = { name: 'csl-json', detect, read };

function detect({ value }: DigestText): Detection {
  const start = value.search(/\S/);
  const marked = typeSign.exec(value)?.index;
  if (marked === undefined || !/[[{]/.test(value[start] ?? '')) {
    const firstRecord = marked === undefined ? -1 : value.lastIndexOf('{', marked);
    return {
      score: 0,
      reason: 'no JSON with records such as {"type": "article-journal", …}',
      failedAt: Math.max(start, 0),
      ...(firstRecord >= 0 && { firstRecord }),
    };
  }
  const { records, end } = findRecords(value);
  // A record may have so little that its first fields could be of any other format.
  if (!records.slice(0, 20).some((record) => isCslRecord(value, record))) {
    return { score: 0, reason: 'its first records are none of CSL', failedAt: start };
  }
  const length = value.trimEnd().length;
  return {
    score: (end - start) / (length - start),
    reason: `${records.length} records of CSL`,
    failedAt: end < length ? end : undefined,
    firstRecord: start,
  };
}

function read(text: DigestText, report: Report): DigestDraft {
  const { value } = text;
  const { records, furniture } = findRecords(value);
  const unused = countUnused();
  const papers: PaperDraft[] = [];
  const broken: Extent[] = [];
  for (const [index, extent] of records.entries()) {
    const record = readJson(value, extent.start);
    if (record?.kind !== 'record' || record.end > extent.end) {
      const fix = 'export the bibliography again, or mend its brackets, quotes and commas';
      report(
        brokenRecord(`${index + 1}`, 'is left out because its JSON breaks off', fix),
        text.place(extent.start, extent.end),
      );
      broken.push(extent);
      continue;
    }
    // What holds papers is none: it is left to be named as unread.
    if (holdsPapers(record)) continue;
    const made = toPaper(value, record);
    papers.push({ ...made.paper, extent });
    for (const { key, start, end } of made.unused) unused.add(key, start, end);
  }
  unused.report(text, report);
  return { issues: [{ papers, furniture: [...furniture, ...broken] }] };
}

function holdsPapers({ members }: JsonRecord): boolean {
  return members.some(({ value }) => {
    const first = value.kind === 'list' ? value.items[0] : undefined;
    return first?.kind === 'record' && first.members.some(({ key }) => key === 'title');
  });
}
