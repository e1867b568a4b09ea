import { parseDateText } from '../../dates.ts';
import { readDate } from '../../facts/read-date.ts';
import { unknownHeaderLine, type Finding } from '../../messages.ts';
import { extentOf, joinTexts, standFor, type LocatedText } from '../../text/located-text.ts';
import type { FieldDraft, HeaderData } from '../dialect.ts';
import { formOf } from '../text-form.ts';
import { readPageAddress } from './addresses.ts';
import { dateOfPage } from './bare.ts';
import type { Marked } from './marks.ts';
import { lastDayOf, lastDayOfHeading } from './periods.ts';
import type { Token } from './tokens.ts';

/** What the header of a page tells. */
export interface PageHeader {
  header: HeaderData;
  fields: FieldDraft[];
  date: LocatedText | undefined;
  /** Year of that date, where it is told elsewhere. */
  year: number | undefined;
  findings: { finding: Finding; text: LocatedText }[];
  /** What belongs to no header. */
  unread: Token[];
}

/** A header with more lines of which nothing is known is none. */
const mostStrangers = 3;

/**
 * Reads the header of a page.
 *
 * @param marked the whole page
 * @param end index of the token with which the first paper begins
 */
export function readPageHeader(marked: readonly Marked[], end: number): PageHeader {
  const header: HeaderData = {};
  const fields: FieldDraft[] = [];
  const findings: PageHeader['findings'] = [];
  const unread: Token[] = [];
  const above = marked.slice(0, end);
  const dates: { index: number; text: LocatedText }[] = [];
  for (let index = 0; index < end; index++) {
    const { token, address, mark } = above[index] as Marked;
    if (mark.kind === 'field') {
      if (fields.some(({ name }) => name === mark.field.name)) continue;
      Object.assign(header, mark.field.data);
      fields.push({ name: mark.field.name, text: token.text });
    } else if (mark.kind === 'by') {
      const below = [1, 2, 3, 4]
        .map((step) => ({ at: index + step, item: above[index + step] }))
        .filter(({ item }) => item && item.mark.kind !== 'nothing');
      const [name, community] = below;
      if (!name?.item) continue;
      header.curator = name.item.token.text.value;
      const parts = [token.text, name.item.token.text];
      index = name.at;
      if (community?.item?.mark.kind === 'community') {
        header.community = community.item.token.text.value.replace(/^and /, '');
        parts.push(community.item.token.text);
        index = community.at;
      }
      fields.push({ name: 'curator', text: joinTexts(parts, ' ') });
    } else if (mark.kind === 'date') {
      if (address?.to !== 'papers') dates.push({ index, text: mark.date });
    } else if (mark.kind === 'text') {
      const day = lastDayOfHeading(token.text.value);
      if (day !== undefined) {
        const extent = extentOf(token.text) as { start: number; end: number };
        dates.push({ index, text: standFor(day, extent.start, extent.end) });
      } else if (fields.length > 0 && isQuery(above, index)) {
        header.title = token.text.value;
        fields.push({ name: 'unknown', text: token.text });
      } else if (findings.length >= mostStrangers || formOf(token.text.value) !== 'other') {
        unread.push(token);
      } else {
        findings.push({ finding: unknownHeaderLine(token.text.value), text: token.text });
        fields.push({ name: 'unknown', text: token.text });
      }
    }
  }
  const date = dateOf(dates) ?? dateOfCapture(above);
  if (date && fields.length > 0) fields.push({ name: 'date', text: date });
  return {
    header,
    fields: inOrder(fields),
    date,
    year: date && yearOf(date.value, marked),
    findings,
    unread,
  };
}

/** What was searched for stands below the curator, and right above the words `Daily`, `Weekly` and `Monthly`. */
function isQuery(above: readonly Marked[], index: number): boolean {
  const next = above.slice(index + 1, index + 4).find(({ mark }) => mark.kind !== 'nothing');
  return next?.mark.kind === 'period';
}

/** The page's own date: those beside it lead to the days before and after, and have an address where the copy has any. */
function dateOf(dates: readonly { index: number; text: LocatedText }[]): LocatedText | undefined {
  const run = dates.filter(({ index }, at) => at === 0 || index - (dates[at - 1]?.index ?? 0) <= 2);
  return dateOfPage(run)?.text;
}

/** The day that the address of the page tells, or else the day on which it was saved. */
function dateOfCapture(above: readonly Marked[]): LocatedText | undefined {
  for (const { period, text } of captured(above)) {
    const day = lastDayOf(period);
    const extent = extentOf(text);
    if (day !== undefined && extent) return standFor(day, extent.start, extent.end);
  }
  return undefined;
}

/** What a tool has written above the page: its address, then the day on which it was saved. */
function captured(above: readonly Marked[]): { period: string; text: LocatedText }[] {
  const told = above.flatMap(({ mark }) => (mark.kind === 'capture' ? [mark.value] : []));
  const pages = told.flatMap((text) => {
    const address = readPageAddress(text.value);
    return address.to === 'papers' ? [{ period: address.period, text }] : [];
  });
  const days = told.flatMap((text) => {
    const period = /^\d{4}-\d{2}-\d{2}(?=T| |$)/.exec(text.value)?.[0];
    return period === undefined ? [] : [{ period, text }];
  });
  return [...pages, ...days];
}

/** The year of a date without one: that of the days which the page leads to, or of the day on which it was saved. */
function yearOf(date: string, marked: readonly Marked[]): number | undefined {
  const day = parseDateText(date);
  if (!day || day.year !== undefined) return undefined;
  for (const { address, token } of marked) {
    const near = address?.to === 'papers' && token.extents.length > 0 ? lastDayOf(address.period) : undefined;
    if (near === undefined) continue;
    const year = Number(near.slice(0, 4));
    const distance = (other: number): number =>
      Math.abs(Date.UTC(other, day.month - 1, day.day) - Date.parse(near));
    return [year, year - 1, year + 1].toSorted((a, b) => distance(a) - distance(b))[0];
  }
  for (const { period } of captured(marked)) {
    const last = lastDayOf(period);
    const found = last === undefined ? undefined : readDate(date, last);
    if (found !== undefined) return Number(found.slice(0, 4));
  }
  return undefined;
}

function inOrder(fields: readonly FieldDraft[]): FieldDraft[] {
  const start = ({ text }: FieldDraft): number => extentOf(text)?.start ?? 0;
  return fields.toSorted((a, b) => start(a) - start(b));
}
