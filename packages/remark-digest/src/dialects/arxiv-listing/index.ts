import { unusedKeys, type Report } from '../../messages.ts';
import type { DigestText } from '../../text/digest-text.ts';
import { sliceText, type Extent, type LocatedText } from '../../text/located-text.ts';
import type { Detection, Dialect, DigestDraft, PaperDraft } from '../dialect.ts';
import { readOnce } from '../read-once.ts';
import { extentOfLine, pageLines, type PageLine } from '../page-lines.ts';
import { itemsIn } from './items.ts';
import { dayHeading, listDay, section } from './lines.ts';
import type { Item } from './read-item.ts';
import { toPaper, usedFields } from './to-paper.ts';

/**
 * arXiv's pages copied from the browser: the lists of new, recent and past papers, with abstracts or without, and the page of one
 * paper's abstract.
 *
 * @see https://arxiv.org/list/cs.LG/new
 */
export const arxivListing: Dialect = { name: 'arxiv-listing', detect, read };

const itemsOf = readOnce(({ lines }) => itemsIn(pageLines(lines)));

/** What each of arXiv's pages has: the number of a paper in a list, its formats, or the day it was handed in. */
const signs = /\[Submitted on |^\W{0,10}\[\d{1,5}\]|[[(]\[?(?:pdf|ps|abs|other)\b/m;

function detect(text: DigestText): Detection {
  const { value, lines } = text;
  if (!/arXiv:\s?[\w-]/.test(value) || !signs.test(value)) {
    const failedAt = value.length - value.trimStart().length;
    return { score: 0, reason: 'no line such as `[1] arXiv:2501.00001 [pdf, html, other]`', failedAt };
  }
  const found = itemsOf(text);
  const items = found.filter((item) => item.kind === 'item');
  const strangers = found.flatMap((item) => (item.kind === 'unread' ? [item.line] : []));
  const filled = lines.filter(({ text }) => text !== '').length;
  return {
    score: items.length === 0 ? 0 : 1 - strangers.length / filled,
    reason: `${items.length} papers below lines such as \`[1] arXiv:2501.00001 [pdf, html, other]\`, ${strangers.length} of ${filled} lines of nothing`,
    failedAt: strangers[0]?.line.start,
    ...(items[0] && { firstRecord: items[0].head.line.textStart }),
  };
}

interface Day {
  date?: LocatedText;
  papers: PaperDraft[];
  furniture: Extent[];
}

function read(source: DigestText, report: Report): DigestDraft {
  const days: Day[] = [{ papers: [], furniture: [] }];
  const items: Item[] = [];
  let announcement: 'new' | 'cross-list' | 'replacement' | undefined;
  for (const found of itemsOf(source)) {
    if (found.kind === 'unread') continue;
    if (found.kind === 'item') {
      items.push(found);
      days.at(-1)?.papers.push(toPaper(found, announcement));
      continue;
    }
    const date = found.kind === 'furniture' ? undefined : dateIn(found.line);
    if (found.kind === 'section') announcement = announcementOf(found.line.value) ?? announcement;
    if (found.kind === 'day') announcement = undefined;
    // One day's list has its date above all of it, or above each kind of its papers.
    if (date && days.at(-1)?.date?.value !== date.value && days.at(-1)?.papers.length !== 0) {
      days.push({ papers: [], furniture: [] });
    }
    const day = days.at(-1) as Day;
    if (date) day.date ??= date;
    day.furniture.push(extentOfLine(found.line));
  }
  reportUnused(items, source, report);
  return { issues: days };
}

function dateIn({ value, text }: PageLine): LocatedText | undefined {
  const date = [section, dayHeading, listDay]
    .map((pattern) => pattern.exec(value)?.groups?.['date'])
    .find(Boolean);
  const at = date === undefined ? 0 : value.lastIndexOf(date);
  return date === undefined ? undefined : sliceText(text, at, at + date.length);
}

function announcementOf(value: string): 'new' | 'cross-list' | 'replacement' | undefined {
  const found = section.exec(value)?.groups ?? {};
  if (found['new'] !== undefined) return 'new';
  if (found['cross'] !== undefined) return 'cross-list';
  return found['replaced'] === undefined ? undefined : 'replacement';
}

function reportUnused(items: readonly Item[], { place }: DigestText, report: Report): void {
  const fields = items.flatMap(({ fields }) => fields).filter(({ name }) => !usedFields.has(name));
  const start = fields[0]?.lines[0]?.line.textStart;
  if (start === undefined) return;
  const names = Map.groupBy(fields, ({ shown }) => shown);
  const keys = [...names].map(([name, { length: count }]) => ({ name, count }));
  report(unusedKeys(keys.toSorted((a, b) => b.count - a.count)), place(start, start).start);
}
