import { brokenRecord, type Report, unreadLines } from '../../messages.ts';
import type { DigestText } from '../../text/digest-text.ts';
import type { Extent } from '../../text/located-text.ts';
import { countUnused } from '../bibliography/unused-fields.ts';
import type { Detection, Dialect, DigestDraft } from '../dialect.ts';
import { findEntries, type Entry } from './entries.ts';
import { readBody } from './fields.ts';
import { betweenEntries } from './between-entries.ts';
import { toPaper } from './to-paper.ts';
import { readValues } from './values.ts';
import { joinWorks, toWork } from './works.ts';

/**
 * Bibliographies of BibTeX and biblatex.
 *
 * @see https://ctan.org/pkg/bibtex
 * @see https://ctan.org/pkg/biblatex
 */
export const bibtex: Dialect = { name: 'bibtex', detect, read };

/** A field that most works have. `@a{b,` and `@a{b=` alone may stand in any text. */
const usualField =
  /(?<![\w-])(?:title|booktitle|author|editor|year|date|journal(?:title)?|publisher|doi|eprint|url|note|abstract)\s*=/i;

function detect({ value }: DigestText): Detection {
  const entries = value.includes('@') ? findEntries(value) : [];
  const works = entries.filter(({ kind }) => kind === 'work');
  const first = works.find(({ bodyStart, bodyEnd }) => usualField.test(value.slice(bodyStart, bodyEnd)));
  if (!first) return { score: 0, reason: 'no entries such as @article{…}', failedAt: 0 };
  const { unread } = betweenEntries(value, entries);
  const outside = lengthOf(unread);
  const inside = lengthOf(entries);
  return {
    score: inside / (inside + outside),
    reason: `${works.length} entries, ${unread.length} lines outside of them`,
    failedAt: unread[0]?.start,
    firstRecord: first.start,
  };
}

function lengthOf(extents: readonly Extent[]): number {
  return extents.reduce((sum, { start, end }) => sum + end - start, 0);
}

function read(text: DigestText, report: Report): DigestDraft {
  const { value } = text;
  const entries = findEntries(value);
  const values = readValues(
    value,
    entries.filter(({ kind }) => kind === 'string'),
  );
  const { furniture } = betweenEntries(value, entries);
  for (const entry of entries) if (entry.kind !== 'work') furniture.push(entry);
  const works = entries
    .filter(({ kind }) => kind === 'work')
    .map((entry) => {
      const body = readBody(value, entry);
      if (!entry.closed || !body.whole) reportOpen(entry, body.key, text, report);
      for (const { start, end } of body.unread) reportUnread(start, end, text, report);
      return toWork(entry, body, values);
    });
  const { papers, containers } = joinWorks(works);
  const drafts = papers.map(toPaper);
  const unused = countUnused();
  for (const { work, used } of containers) {
    furniture.push({ start: work.start, end: work.end });
    if (!used) unused.add(`@${work.type}`, work.start, work.start + work.type.length + 1);
  }
  for (const work of works) {
    for (const { name, start, end } of work.unused()) unused.add(name, start, end);
  }
  unused.report(text, report);
  return { issues: [{ papers: drafts, furniture }] };
}

function reportOpen({ type, start, end }: Entry, key: string, text: DigestText, report: Report): void {
  const problem = 'is read as far as it goes because not all of its braces and quotes close';
  const fix = 'put the missing } or " where its field or its entry ends';
  report(brokenRecord(key || `@${type}`, problem, fix), text.place(start, end));
}

function reportUnread(start: number, end: number, text: DigestText, report: Report): void {
  if (!/[\p{L}\p{N}]/u.test(text.value.slice(start, end))) return;
  const place = text.place(start, end);
  report(unreadLines(place.start.line, place.end.line), place);
}
