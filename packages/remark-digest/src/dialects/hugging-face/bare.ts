import { toBlocks, type Line } from '../../lines.ts';
import { unknownHeaderLine, unsureAbstract, type Report } from '../../messages.ts';
import { lineText, placeOfText, type DigestText } from '../../text/digest-text.ts';
import { extentOf, type LocatedText } from '../../text/located-text.ts';
import type { DigestFieldName } from '../../types.ts';
import type { Detection, FieldDraft, HeaderData, IssueDraft, PaperDraft } from '../dialect.ts';
import { pairBlocks, pairingCost } from '../pair-blocks.ts';
import { formOf, proseOf } from '../text-form.ts';
import { allLinesAbove, fencesOf, withoutFences, type Fences } from './above.ts';
import { isPageHeader, isPageName, readField, type Field } from './header-lines.ts';
import { areLikeLetters, areLikePapers } from './paper-like.ts';

/** How sure it is that lines are a page copied bare: a header, then titles and abstracts in turn. */
export function detectBare(text: readonly Line[]): Detection {
  const lines = withoutFences(text, fencesOf(text));
  const length = headerLength(lines);
  const header = lines.slice(0, length).flatMap(({ text }) => readField(text) ?? []);
  const { papers } = pairBlocks(toBlocks(lines.slice(length)));
  // A paper counts for the form when it is a title and one abstract.
  const good = papers.filter(isPair);
  const fits = papers.filter(isPaper).length + good.length;
  const share = papers.length === 0 ? 0 : fits / (2 * papers.length);
  const bad = papers.find((paper) => !isPair(paper));
  return {
    score: scoreOf(header, papers, share),
    reason: `${header.length} lines of a header, ${good.length} of ${papers.length} papers with one abstract each`,
    failedAt: bad && extentOf(bad.title)?.start,
  };
}

/** Whether a title has an abstract, of however many paragraphs. */
function isPaper({ title, paragraphs: [first] }: PaperDraft): boolean {
  return (
    formOf(title.value) !== 'sentences' &&
    !/^abstract:?$/i.test(title.value) &&
    first !== undefined &&
    (formOf(first.value) !== 'other' || proseOf(first.value) === 'much')
  );
}

function isPair(paper: PaperDraft): boolean {
  return isPaper(paper) && paper.paragraphs.length === 1;
}

function scoreOf(header: readonly Field[], papers: readonly PaperDraft[], share: number): number {
  if (isPageHeader(header)) return 0.5 + 0.5 * share;
  const [field] = header;
  const dated = header.length === 1 && field?.name === 'date';
  // `Mar 12` is the page's way to write a day; what somebody wrote on the 12th of March 2025 may be anything.
  if (dated && (field.onPage || !areLikeLetters(papers))) return 0.5 + 0.4 * share;
  return (areLikePapers(papers) ? 0.9 : 0.4) * share ** 2;
}

/** Reads lines in which nothing but a header, titles and abstracts stand. Each header further down begins another issue. */
export function readBare(lines: readonly Line[], place: DigestText['place'], report: Report): IssueDraft[] {
  const fences = fencesOf(lines);
  const above = allLinesAbove(lines, 0);
  const length = headerLength(withoutFences(lines.slice(above), fences));
  const starts = [0, ...furtherHeaders(lines, above + length, fences)];
  return starts.map((start, index) => {
    const part = lines.slice(start, starts[index + 1]);
    return readIssue(part, allLinesAbove(lines, start), fences, place, report);
  });
}

function readIssue(
  lines: readonly Line[],
  above: number,
  fences: Fences,
  place: DigestText['place'],
  report: Report,
): IssueDraft {
  const matter = lines.slice(0, above);
  const below = withoutFences(lines.slice(above), fences);
  const length = headerLength(below);
  const found = readHeader(
    [...withoutFences(matter, fences), ...below.slice(0, length)],
    above,
    place,
    report,
  );
  const { papers, unsure } = pairBlocks(toBlocks(below.slice(length)));
  for (const { title, text } of unsure) {
    report(unsureAbstract(title.value, text.value), placeOfText(text, { place }));
  }
  const ends = lines.filter((line) => fences.opening.has(line) || fences.closing.has(line));
  return { ...found, papers, furniture: ends.flatMap((line) => extentOf(lineText(line)) ?? []) };
}

/** @param above how many of the lines are front matter, of which nothing is known here */
function readHeader(
  lines: readonly Line[],
  above: number,
  place: DigestText['place'],
  report: Report,
): Pick<IssueDraft, 'header' | 'fields' | 'date'> {
  const header: HeaderData = {};
  const fields: FieldDraft[] = [];
  let date: LocatedText | undefined;
  const written = lines.filter(({ text }) => text !== '');
  const matter = new Set(lines.slice(0, above));
  const dates = datesInTurn(written);
  const beside = new Set(dates.filter((line) => line !== dateOfPage(dates)));
  for (const line of written) {
    const text = lineText(line);
    const field = matter.has(line) ? undefined : readField(line.text);
    if (beside.has(line) || (isPageName(line.text) && !matter.has(line))) {
      fields.push({ name: 'unknown', text });
      continue;
    }
    const known = field && !fields.some((other) => other.name === field.name);
    if (!known) report(unknownHeaderLine(line.text), placeOfText(text, { place }));
    else if (field.name === 'date') date = text;
    else Object.assign(header, field.data);
    fields.push({ name: known ? field.name : 'unknown', text });
  }
  return { header, fields, date };
}

/** The first run of lines that are dates: the page's own among those that lead to the days before and after it. */
function datesInTurn(written: readonly Line[]): Line[] {
  const isDate = ({ text }: Line): boolean => readField(text)?.name === 'date';
  const start = written.findIndex(isDate);
  if (start < 0) return [];
  const rest = written.slice(start);
  const end = rest.findIndex((line, index) => !isDate(line) || line.text === rest[index - 1]?.text);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Of three dates the one in the middle is the page's own, of two the last, since the newest page has no day after it. */
export function dateOfPage<Value>(dates: readonly Value[]): Value | undefined {
  return dates.length > 2 ? dates[Math.floor(dates.length / 2)] : dates.at(-1);
}

/** How many lines that only stand in between may belong to a header. */
const mostStrangers = 2;

/** How many lines of a header tell something, those that come twice included. */
const mostFields = 20;

/** How many blocks below a header tell where it ends. */
const blocksToTry = 8;

/** Enough lines for these blocks, whatever their white space. */
const linesToTry = 20 * blocksToTry;

/** What speaks against a reading of the header, on the scale of {@link pairingCost}. */
const costs = {
  /** A line in the header that says nothing known. */
  stranger: 0.5,
  /** A line that only a header has, taken as the title of the first paper. */
  fieldAsTitle: { badge: 1.5, subscribeLabel: 1.5, callToSubscribe: 6, curator: 6, date: 6 },
};

/**
 * How many lines, blank ones included, belong to the header. A paper may be called “New” or “May 1” as well, so a header
 * ends where the lines below it make the best pairs of title and abstract.
 */
function headerLength(lines: readonly Line[]): number {
  const seen = new Set<DigestFieldName>();
  let best = 0;
  let lowest = costBelow(lines, 0, seen);
  let strangers = 0;
  let fields = 0;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    const field = readField(line.text);
    if (isPageName(line.text)) continue;
    if (!field) {
      if (++strangers > mostStrangers || formOf(line.text) !== 'other') break;
      continue;
    }
    // What comes again below something else is the header of another digest.
    if (strangers > 0 && seen.has(field.name)) break;
    if (++fields > mostFields) break;
    seen.add(field.name);
    const cost = costBelow(lines, index + 1, seen) + strangers * costs.stranger;
    if (cost <= lowest) [best, lowest] = [index + 1, cost];
  }
  return best;
}

/** How badly the lines from `start` on fit a run of papers below a header that has the fields `seen`. */
function costBelow(lines: readonly Line[], start: number, seen: ReadonlySet<DigestFieldName>): number {
  const blocks = toBlocks(lines.slice(start, start + linesToTry)).slice(0, blocksToTry);
  return pairingCost(blocks) + costOfFields(lines, start, seen);
}

/** What it costs to leave out of the header the fields that stand at `start`, one below the other. */
function costOfFields(lines: readonly Line[], start: number, seen: ReadonlySet<DigestFieldName>): number {
  const names = new Set<Field['name']>();
  for (const { text } of lines.slice(start, start + linesToTry)) {
    const field = readField(text);
    if (field) names.add(field.name);
    else if (text !== '' && !isPageName(text)) break;
  }
  let cost = 0;
  for (const name of names) if (!seen.has(name)) cost += costs.fieldAsTitle[name];
  return cost;
}

/**
 * Indexes of the lines at which a header further down begins: two different fields or more, with few other lines between, or a date or
 * a curator above a title.
 */
function furtherHeaders(lines: readonly Line[], start: number, fences: Fences): number[] {
  const found: number[] = [];
  let from = -1;
  // Where the name of the page stands right above, once or twice.
  let named = -1;
  let fields: Field[] = [];
  // The lines since the last field, and where the first of them is.
  let strangers = 0;
  let below = -1;
  let belowMatter = false;
  const end = (): void => {
    const [field] = fields;
    const lone = /^(?:date|curator)$/.test(field?.name ?? '') && strangers > 0 && isAboveTitle(lines, below);
    const isHeader = lone || new Set(fields.map(({ name }) => name)).size > 1;
    if (isHeader && !belowMatter) found.push(from);
    belowMatter = false;
    fields = [];
  };
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] as Line;
    const { text } = line;
    if (text === '') continue;
    if (fences.closing.has(line) && isLast(lines, index)) break;
    const matter = allLinesAbove(lines, index);
    if (matter === 0 && isPageName(text)) {
      if (named < 0) named = index;
      continue;
    }
    const field = matter > 0 ? undefined : readField(text);
    if (field) {
      if (fields.length === 0) from = named < 0 ? index : named;
      named = -1;
      fields.push(field);
      strangers = 0;
      continue;
    }
    named = -1;
    if (fields.length > 0) {
      if (strangers === 0) below = index;
      if (matter > 0 || ++strangers > mostStrangers || formOf(text) !== 'other') end();
    }
    if (fields.length === 0) belowMatter = matter > 0;
    if (matter > 0) {
      found.push(index);
      index += matter - 1;
    }
  }
  if (fields.length > 0) end();
  return found;
}

function isLast(lines: readonly Line[], index: number): boolean {
  let next = index + 1;
  while (lines[next]?.text === '') next++;
  return next >= lines.length;
}

/** Whether a title stands at an index, and no abstract. */
function isAboveTitle(lines: readonly Line[], index: number): boolean {
  if (index < 0) return false;
  const [title = '', abstract = ''] = toBlocks(lines.slice(index, index + 40)).map(({ lines }) =>
    lines.map(({ text }) => text).join('\n'),
  );
  const form = formOf(title);
  return form === 'sentence' ? formOf(abstract) === 'sentences' : form !== 'sentences' && title !== '';
}
