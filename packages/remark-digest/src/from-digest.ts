import type { BlockContent, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Point, Position } from 'unist';
import { VFile } from 'vfile';
import { dateOfFileName, isoDate, parseDateText } from './dates.ts';
import { decode } from './decode.ts';
import type { FieldDraft, PaperDraft } from './dialects/dialect.ts';
import { detectDialect, dialectNamed, dialects } from './dialects/index.ts';
import { isProse } from './dialects/pair-blocks.ts';
import { readFrontMatter, type FrontMatterResult } from './front-matter.ts';
import { paperSlugs } from './identity.ts';
import { textNode, toPhrasing } from './inline/index.ts';
import { placeOf, toLines, toSpan, type Line } from './lines.ts';
import {
  dateMismatch,
  duplicatePaper,
  invalidDate,
  missingAbstract,
  noPapers,
  sentenceAsTitle,
  undated,
  type Report,
} from './messages.ts';
import type { DigestData, DigestEntry, DigestHeader, DigestLink, DigestTitle } from './types.ts';

/** Options of {@link fromDigest}. */
export interface FromDigestOptions {
  /** Name of the dialect; told from the text where it is not given. */
  dialect?: string | undefined;
  /** Year of a date that has none. The file name's year and the front matter's win over it. */
  year?: number | undefined;
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
  const file = value instanceof VFile ? value : new VFile({ value, path: options.path });
  const path = options.path ?? file.path;
  const messages: DigestData['messages'] = [];
  const report: Report = (finding, place) => {
    messages.push(file.message(finding.reason, { place, ruleId: finding.ruleId, source: 'remark-digest' }));
  };

  const text = decode(file.value ?? '', report);
  const lines = toLines(text);
  const frontMatter = readFrontMatter(text, lines, report);
  const { fields, rest } = frontMatter;

  const name = fields.dialect ?? options.dialect;
  const dialect = name === undefined ? detectDialect(rest) : dialectNamed(name);
  if (!dialect) {
    const names = dialects.map((dialect) => dialect.name).join(', ');
    throw new TypeError(`There is no dialect ${JSON.stringify(name)}: use one of ${names}.`);
  }
  const draft = dialect.parse(rest, report);
  const papers = draft.papers.map(toEntry);
  const slugs = paperSlugs(
    papers.map((paper) => ({ title: paper.title, abstract: toString(paper.children.slice(1)) })),
  );
  papers.forEach((paper, index) => (paper.slug = slugs[index] as string));
  reportPapers(papers, draft.papers, lines, report);

  const children: RootContent[] = [];
  if (frontMatter.node) children.push(frontMatter.node);
  if (draft.fields.length > 0) children.push(toHeader(draft.fields));
  children.push(...papers);

  const dateField = draft.fields.find((field) => field.name === 'date');
  const date = dateOfIssue(path, options.year, frontMatter, dateField, lines, report);
  const digest: DigestData = {
    dialect: dialect.name,
    ...draft.header,
    ...pick(fields, ['title', 'description', 'curator', 'community']),
    ...(date === undefined ? {} : { date }),
    messages,
  };
  return {
    type: 'root',
    children,
    data: { digest },
    position: { start: { line: 1, column: 1, offset: 0 }, end: endOfText(lines, text) },
  };
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

function toEntry(draft: PaperDraft): DigestEntry {
  const title: DigestTitle = {
    type: 'digestTitle',
    children: phrasing(draft.title),
    data: { hName: 'h2' },
    position: place(draft.title),
  };
  const abstract: BlockContent[] = draft.paragraphs.map((lines): Paragraph => ({
    type: 'paragraph',
    children: phrasing(lines),
    position: place(lines),
  }));
  return {
    type: 'digestEntry',
    title: toString(title).replace(/\s+/g, ' '),
    slug: '',
    links: linksOf([title, ...abstract]),
    authors: [],
    children: [title, ...abstract],
    data: { hName: 'article' },
    position: place([...draft.title, ...draft.paragraphs.flat()]),
  };
}

function phrasing(lines: readonly Line[]): PhrasingContent[] {
  return toPhrasing(toSpan(lines));
}

function place(lines: readonly Line[]): Position {
  return placeOf(lines[0] as Line, lines.at(-1) as Line);
}

/** The addresses in a paper's nodes, each once. */
function linksOf(nodes: readonly (DigestTitle | BlockContent)[]): DigestLink[] {
  const links = new Map<string, DigestLink>();
  for (const node of nodes) {
    if (node.type !== 'digestTitle' && node.type !== 'paragraph') continue;
    for (const child of node.children) {
      if (child.type !== 'link' || !child.data?.kind || links.has(child.url)) continue;
      links.set(child.url, { url: child.url, kind: child.data.kind });
    }
  }
  return [...links.values()];
}

function reportPapers(
  papers: readonly DigestEntry[],
  drafts: readonly PaperDraft[],
  lines: readonly Line[],
  report: Report,
): void {
  if (papers.length === 0) report(noPapers(), endOfText(lines));
  const seen = new Map<string, number>();
  for (const [index, paper] of papers.entries()) {
    const titlePlace = paper.children[0].position as Position;
    const draft = drafts[index] as PaperDraft;
    if (isProse({ lines: draft.title, blankBefore: 0 }) && draft.paragraphs.length === 0) {
      report(sentenceAsTitle(paper.title), titlePlace);
    } else if (draft.paragraphs.length === 0) {
      report(missingAbstract(paper.title), titlePlace);
    }
    const text = toString(paper);
    const earlier = seen.get(text);
    if (earlier === undefined) seen.set(text, titlePlace.start.line);
    else report(duplicatePaper(paper.title, earlier), titlePlace);
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
  dateField: FieldDraft | undefined,
  lines: readonly Line[],
  report: Report,
): string | undefined {
  const named = path === undefined ? {} : dateOfFileName(path);
  const start = pointAtStart(lines);
  if (named.invalid !== undefined) report(invalidDate(named.invalid), start);

  const year = named.year ?? fields.year ?? yearOption;
  const told = [
    { text: fields.date, place: places.date },
    { text: dateField?.line.text, place: dateField && placeOf(dateField.line, dateField.line) },
  ];
  let date = named.date;
  let dateText: string | undefined;
  for (const { text, place = start } of told) {
    if (text === undefined) continue;
    dateText ??= text;
    const day = parseDateText(text);
    const dayYear = day?.year ?? (date === undefined ? year : Number(date.slice(0, 4)));
    const iso = day && dayYear !== undefined ? isoDate(dayYear, day.month, day.day) : undefined;
    if (!day || (dayYear !== undefined && iso === undefined)) {
      // A leap day is wrong only in the wrong year; without a year nothing is known to be wrong.
      report(invalidDate(text), place);
    } else if (date === undefined) {
      date = iso;
    } else if (iso !== date) {
      report(dateMismatch(text, date), place);
    }
  }
  if (date === undefined) {
    report(undated(dateText), dateField ? placeOf(dateField.line, dateField.line) : start);
  }
  return date;
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
