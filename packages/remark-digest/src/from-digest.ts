import type { Root, RootContent } from 'mdast';
import type { Point, Position } from 'unist';
import { VFile } from 'vfile';
import { dateOfFileName, isoDate, parseDateText } from './dates.ts';
import { decode } from './decode.ts';
import type { Dialect, DigestDraft, FieldDraft, PaperDraft } from './dialects/dialect.ts';
import { detectDialect, dialectNamed, dialects } from './dialects/index.ts';
import { formOf } from './dialects/pair-blocks.ts';
import { readFrontMatter, type FrontMatterResult } from './front-matter.ts';
import { paperSlugs } from './identity.ts';
import { toFlow } from './inline/flow.ts';
import { textNode, toPhrasing } from './inline/index.ts';
import { resolveInline, type InlineOptions } from './inline/options.ts';
import { placeOf, toLines, toSpan, type Line } from './lines.ts';
import {
  dateMismatch,
  duplicatePaper,
  invalidDate,
  invalidFrontMatterValue,
  missingAbstract,
  noPapers,
  sentenceAsTitle,
  undated,
  type Finding,
  type Report,
} from './messages.ts';
import { linksInText, linksInTree } from './paper-links.ts';
import { plainText } from './plain-text.ts';
import type { DigestData, DigestEntry, DigestHeader, DigestTitle } from './types.ts';
import { isVisible } from './visible.ts';

/** Options of {@link fromDigest}. */
export interface FromDigestOptions {
  /** Name of the dialect; told from the text where it is not given. */
  dialect?: string | undefined;
  /** Year of a date that has none. The file name's year and the front matter's win over it. */
  year?: number | undefined;
  /**
   * What is mended inside titles and abstracts: all of it by default, nothing with `false`, or some with an object such as
   * `{ maths: false }`.
   */
  inline?: boolean | Partial<InlineOptions> | undefined;
  /** Path of the digest's file, for its date and for messages; that of the `VFile` where one is given. */
  path?: string | undefined;
}

/**
 * Reads the text of a digest into a syntax tree.
 *
 * The root holds the front matter (`yaml`), the header (`digestHeader`) and the papers (`digestEntry`), each with its
 * position; `data.digest` of the root is what the digest says of itself. Every line that is not blank is inside one of
 * these nodes. Problems become messages, in `data.digest.messages` and on the `VFile` where one is given; they never
 * stop the reading.
 *
 * @param value text, the bytes of a file (UTF-8, UTF-16 with or without a byte order mark), or a `VFile` of either
 * @throws TypeError when `options.dialect` names no dialect
 */
export function fromDigest(value: string | Uint8Array | VFile, options: FromDigestOptions = {}): Root {
  const file = value instanceof VFile ? value : new VFile({ value });
  const path = options.path ?? file.path;
  if (file.path === undefined && path !== undefined) file.path = path;
  const findings: { finding: Finding; place: Point | Position }[] = [];
  const report: Report = (finding, place) => findings.push({ finding, place });

  const text = decode(file.value ?? '', report);
  const lines = toLines(text);
  const frontMatter = readFrontMatter(text, lines, report);
  const { fields, rest } = frontMatter;
  const dialect = chooseDialect(rest, frontMatter, options, report);
  const draft = dialect.parse(rest, report);
  const inline = resolveInline(options.inline);
  const papers = draft.papers.map((paper) => toEntry(paper, inline));
  const slugs = paperSlugs(
    papers.map((paper) => ({ title: paper.title, abstract: () => plainText(paper.children.slice(1)) })),
  );
  for (const [index, paper] of papers.entries()) {
    paper.slug = slugs[index] as string;
    paper.order = index + 1;
  }
  reportPapers(papers, draft.papers, lines, report);
  const dates = dateOfIssue(path, options.year, frontMatter, draft, lines, report);

  const children: RootContent[] = [...toHeaders(draft.fields, papers), ...papers].sort(
    (a, b) => offsetOf(a.position) - offsetOf(b.position),
  );
  const messages = findings
    .sort((a, b) => offsetOf(a.place) - offsetOf(b.place))
    .map(({ finding: { reason, ruleId }, place }) =>
      file.message(reason, { place, ruleId, source: 'remark-digest' }),
    );
  const digest: DigestData = {
    dialect: dialect.name,
    ...draft.header,
    ...pick(fields, ['title', 'description', 'curator', 'community']),
    ...dates,
    messages,
  };
  return {
    type: 'root',
    children: frontMatter.node ? [frontMatter.node, ...children] : children,
    data: { digest },
    position: { start: { line: 1, column: 1, offset: 0 }, end: endOfText(lines, text) },
  };
}

function chooseDialect(
  lines: readonly Line[],
  { fields, places }: FrontMatterResult,
  options: FromDigestOptions,
  report: Report,
): Dialect {
  const names = dialects.map((dialect) => dialect.name).join(', ');
  if (options.dialect !== undefined && !dialectNamed(options.dialect)) {
    throw new TypeError(`There is no dialect ${JSON.stringify(options.dialect)}: use one of ${names}.`);
  }
  if (fields.dialect !== undefined) {
    const dialect = dialectNamed(fields.dialect);
    if (dialect) return dialect;
    report(invalidFrontMatterValue('dialect', `one of ${names}`), places.dialect as Position);
  }
  return dialectNamed(options.dialect ?? '') ?? detectDialect(lines);
}

/** One header a run of fields without a paper between them. */
function toHeaders(fields: readonly FieldDraft[], papers: readonly DigestEntry[]): DigestHeader[] {
  const papersAbove = ({ line }: FieldDraft): number =>
    papers.filter((paper) => offsetOf(paper.position) < line.textStart).length;
  return [...Map.groupBy(fields, papersAbove).values()].map(toHeader);
}

function offsetOf(place: Point | Position | undefined): number {
  const point = place && 'start' in place ? place.start : place;
  return point?.offset ?? 0;
}

function toHeader(fields: readonly FieldDraft[]): DigestHeader {
  return {
    type: 'digestHeader',
    children: fields.map(({ name, line }) => {
      const span = toSpan([line]);
      return {
        type: 'digestField',
        name,
        children: [textNode(span, 0, span.value.length)],
        data: { hName: 'p' },
        position: placeOf(line, line),
      };
    }),
    data: { hName: 'header' },
    position: placeOf((fields[0] as FieldDraft).line, (fields.at(-1) as FieldDraft).line),
  };
}

function toEntry(draft: PaperDraft, inline: InlineOptions): DigestEntry {
  const titleSpan = toSpan(draft.title);
  const mended = toPhrasing(titleSpan, inline);
  const title: DigestTitle = {
    type: 'digestTitle',
    // A title of which mending leaves nothing to see, such as `\textbf{\u200B}`, stays as it stands.
    children: isVisible(plainText(mended)) ? mended : [textNode(titleSpan, 0, titleSpan.value.length)],
    data: { hName: 'h2' },
    position: place(draft.title),
  };
  const paragraphs = draft.paragraphs.map(toSpan);
  const abstract = paragraphs.flatMap((span) => toFlow(span, inline));
  return {
    type: 'digestEntry',
    title: plainText([title]).replace(/\s+/g, ' ').trim(),
    slug: '',
    order: 0,
    links: inline.links ? linksInTree([title, ...abstract]) : linksInText([titleSpan, ...paragraphs]),
    authors: [],
    children: [title, ...abstract],
    data: { hName: 'article' },
    position: place([...draft.title, ...draft.paragraphs.flat()]),
  };
}

function place(lines: readonly Line[]): Position {
  return placeOf(lines[0] as Line, lines.at(-1) as Line);
}

function reportPapers(
  papers: readonly DigestEntry[],
  drafts: readonly PaperDraft[],
  lines: readonly Line[],
  report: Report,
): void {
  if (papers.length === 0) report(noPapers(), endOfText(lines));
  // Texts are compared only among papers of one title.
  const sameTitle = new Map<string, DigestEntry[]>();
  for (const [index, paper] of papers.entries()) {
    const titlePlace = paper.children[0].position as Position;
    const draft = drafts[index] as PaperDraft;
    if (formOf(draft.title) !== 'other' && draft.paragraphs.length === 0) {
      report(sentenceAsTitle(paper.title), titlePlace);
    } else if (draft.paragraphs.length === 0) {
      report(missingAbstract(paper.title), titlePlace);
    }
    const others = sameTitle.get(paper.title);
    if (others) others.push(paper);
    else sameTitle.set(paper.title, [paper]);
  }
  for (const group of sameTitle.values()) if (group.length > 1) reportDuplicates(group, report);
}

function reportDuplicates(papers: readonly DigestEntry[], report: Report): void {
  const lines = new Map<string, number>();
  for (const paper of papers) {
    const place = paper.children[0].position as Position;
    const text = plainText(paper.children.slice(1));
    const earlier = lines.get(text);
    if (earlier === undefined) lines.set(text, place.start.line);
    else report(duplicatePaper(paper.title, earlier), place);
  }
}

/**
 * The day of an issue. The file name's day is the issue's, else the front matter's, else the text's with the first year
 * that is known: the file name's, the front matter's, the option's. The clock is never asked.
 */
function dateOfIssue(
  path: string | undefined,
  yearOption: number | undefined,
  { fields, places }: FrontMatterResult,
  draft: DigestDraft,
  lines: readonly Line[],
  report: Report,
): Pick<DigestData, 'date' | 'dateText'> {
  const start = pointAtStart(lines);
  const named = path === undefined ? {} : dateOfFileName(path);
  if (named.invalid !== undefined) report(invalidDate(named.invalid), start);

  const field = draft.fields.find((field) => field.name === 'date');
  const text = fields.date ?? field?.line.text;
  const place = places.date ?? (field && placeOf(field.line, field.line)) ?? start;
  // An ISO date in the front matter is no words for a reader.
  const dateText = fields.date === undefined || /^\d/.test(fields.date) ? draft.header.dateText : fields.date;
  const result = dateText === undefined ? {} : { dateText };

  const told = text === undefined ? undefined : readDay(text, named.year ?? fields.year ?? yearOption);
  if (text !== undefined && told === 'invalid') report(invalidDate(text), place);
  if (named.date !== undefined) {
    if (text !== undefined && told !== 'invalid' && told !== named.date)
      report(dateMismatch(text, named.date), place);
    return { ...result, date: named.date };
  }
  if (told === 'invalid') return result;
  if (told !== undefined) return { ...result, date: told };
  report(undated(text), place);
  return result;
}

/** The day that a text tells; `undefined` without a year, and `'invalid'` when no such day is in the calendar. */
function readDay(text: string, knownYear: number | undefined): string | undefined {
  const day = parseDateText(text);
  if (!day) return 'invalid';
  const year = day.year ?? knownYear;
  // The year 2000 has every day that any year has.
  const date = isoDate(year ?? 2000, day.month, day.day);
  return date === undefined ? 'invalid' : year === undefined ? undefined : date;
}

function pointAtStart(lines: readonly Line[]): Point | Position {
  const first = lines.find((line) => line.text !== '');
  return first ? placeOf(first, first) : { line: 1, column: 1, offset: 0 };
}

function endOfText(lines: readonly Line[], text?: string): Point {
  const last = lines.at(-1) as Line;
  const offset = text === undefined ? last.textStart + last.text.length : text.length;
  return { line: last.number, column: offset - last.start + 1, offset };
}

/** The properties of an object that are named and set. */
function pick<Value extends object, Key extends keyof Value>(
  value: Value,
  keys: readonly Key[],
): Pick<Value, Key> {
  return Object.fromEntries(
    keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]),
  ) as Pick<Value, Key>;
}
