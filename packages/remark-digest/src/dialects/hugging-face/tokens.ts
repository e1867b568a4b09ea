import { toLines, type Line } from '../../lines.ts';
import {
  joinTexts,
  locate,
  replaceInText,
  sliceText,
  trimText,
  type Extent,
  type LocatedText,
} from '../../text/located-text.ts';
import { findMarkdownLinks, type MarkdownLink } from './links.ts';

/** One thing that stands on a page: a text, with or without the address that it leads to. */
export interface Token {
  /** What a reader sees of it, without marks and images; empty for an image that is a link. */
  text: LocatedText;
  address?: LocatedText | undefined;
  /** Level of a heading, from 1. */
  level?: number | undefined;
  /** All of it, its marks and its address included. */
  extents: Extent[];
  /** Indexes of the lines that it begins and ends on. */
  firstLine: number;
  lastLine: number;
}

/** What a text is made of. */
export interface Tokens {
  tokens: Token[];
  /** Stretches that are only there for the form in which the page was copied. */
  furniture: Extent[];
}

/**
 * Turns a copy of a page into what stands on the page, whatever the form of the copy: plain lines, addresses on lines of their own
 * under their texts, Markdown with addresses in it, or with numbers whose addresses stand at the end.
 */
export function toTokens(value: string, lines: readonly Line[] = toLines(value)): Tokens {
  const { links, definitions } = findMarkdownLinks(value);
  const furniture = [...definitions];
  const context: Context = { value, lines, markdown: links.length > 0, tokens: [], furniture };
  let link = 0;
  let definition = 0;
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const end = line.textStart + line.text.length;
    if (line.text === '' || end <= at) continue;
    while (definition < definitions.length && (definitions[definition] as Extent).end <= line.textStart)
      definition++;
    if ((definitions[definition]?.start ?? Infinity) <= line.textStart) continue;
    const onLine: MarkdownLink[] = [];
    while (link < links.length && (links[link] as MarkdownLink).start < end) {
      const found = links[link] as MarkdownLink;
      if (found.start >= Math.max(at, line.start)) onLine.push(found);
      link++;
    }
    addLine(context, index, Math.max(at, line.textStart), end, onLine);
    at = Math.max(end, onLine.at(-1)?.end ?? 0);
  }
  return { tokens: context.tokens, furniture };
}

interface Context {
  value: string;
  lines: readonly Line[];
  /** Whether marks of Markdown are likely to be escaped. */
  markdown: boolean;
  tokens: Token[];
  furniture: Extent[];
}

const heading = /^(?<marks>#{1,6})[ \t]+/;
const listMark = /^(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S)(?:\[[ xX]\][ \t]+)?/;
const underline = /^(?:=+|-{3,})$/;
const wholeAddress = /^<?(?<address>https?:\/\/[^\s<>]+)>?$/;

function addLine(
  context: Context,
  index: number,
  start: number,
  end: number,
  links: readonly MarkdownLink[],
): void {
  const { value, tokens, lines } = context;
  const raw = value.slice(start, end);
  const above = tokens.at(-1);
  if (underline.test(raw) && above?.lastLine === index - 1 && above.level === undefined) {
    above.level = raw.startsWith('=') ? 1 : 2;
    above.extents.push({ start, end });
    return;
  }
  if (links.length === 0 && !/[\p{L}\p{N}·•-]/u.test(raw)) {
    context.furniture.push({ start, end });
    return;
  }
  const whole = links.length === 0 ? wholeAddress.exec(raw)?.groups?.['address'] : undefined;
  if (whole !== undefined) {
    const from = start + raw.indexOf(whole);
    addAddress(context, index, { start, end }, locate(value, from, from + whole.length));
    return;
  }
  const level = heading.exec(raw)?.groups?.['marks']?.length;
  // In the middle of a paragraph a line that begins so is one that was wrapped there.
  const lineAbove = lines[index - 1]?.text ?? '';
  const isItem = lineAbove === '' || listMark.test(lineAbove) || raw.length < 60 || links.length > 0;
  const mark = level ? heading : isItem && links[0]?.start !== start ? listMark : undefined;
  const from = start + (mark?.exec(raw)?.[0].length ?? 0);
  if (from > start) context.furniture.push({ start, end: from });
  const words = wordsOutside(value, from, end, links);
  if (
    links.length > 0 &&
    words >= proseWords &&
    !/^(?:·\s*)?(?:published|submitted)\b/i.test(value.slice(from, from + 20))
  ) {
    addText(context, index, from, Math.max(end, links.at(-1)?.end ?? 0), { level, links });
    return;
  }
  let at = from;
  for (const link of links) {
    addPieces(context, index, at, Math.min(link.start, end), level);
    addLink(context, link, level, lines);
    at = link.end;
  }
  addPieces(context, index, at, end, level);
}

/** A line with more words than this outside of its links is a sentence with links in it. */
const proseWords = 7;

function wordsOutside(value: string, start: number, end: number, links: readonly MarkdownLink[]): number {
  let text = '';
  let at = start;
  for (const link of links) {
    text += `${value.slice(at, link.start)} `;
    at = link.end;
  }
  return (text + value.slice(at, Math.max(at, end))).match(/\p{L}{2,}/gu)?.length ?? 0;
}

/** An address alone on its line belongs to the text above it. */
function addAddress(
  { tokens, furniture, lines }: Context,
  index: number,
  extent: Extent,
  address: LocatedText,
): void {
  const above = tokens.at(-1);
  const near = above && index - above.lastLine <= 3 && above.address === undefined && above.text.value !== '';
  const apart = lines[index - 1]?.text === '';
  if (near && (apart || /^https?:\/\/(?:huggingface\.co|arxiv\.org)\b/.test(address.value))) {
    above.address = address;
    above.extents.push(extent);
    above.lastLine = index;
    return;
  }
  if (near && !apart) {
    furniture.push(extent);
    tokens.push({ text: address, extents: [extent], firstLine: index, lastLine: index });
    return;
  }
  tokens.push({
    text: { value: '', pieces: [] },
    address,
    extents: [extent],
    firstLine: index,
    lastLine: index,
  });
}

/** No part of a line that holds several things is longer, in UTF-16 units. */
const longestWithDots = 160;

/** Text between links. What stands apart on the page is apart here: by dots, or as the row of buttons below an abstract. */
function addPieces(context: Context, index: number, start: number, end: number, level?: number): void {
  const raw = context.value.slice(start, end);
  const parting =
    raw.length > longestWithDots ? undefined : partings.find(({ isIn }) => isIn.test(raw))?.parts;
  if (!parting) {
    addText(context, index, start, end, { level, links: [] });
    return;
  }
  let at = 0;
  for (const part of raw.matchAll(parting)) {
    const to = part.index + part[0].length;
    addText(context, index, start + at, start + part.index, { links: [] });
    addText(context, index, start + part.index, start + to, { links: [] });
    at = to;
  }
  addText(context, index, start + at, end, { links: [] });
}

/** What a line that holds several things is known by, and what parts them. */
const partings = [
  { isIn: /(?:^|\s)[·•]|[·•](?:\s|$|Submitted by)/, parts: /[·•]/g },
  {
    isIn: /^View arXiv page View PDF\b/,
    parts: /View arXiv page|View PDF|Project page|GitHub \d[\d.,]*k?|Add to collection/g,
  },
];

function addText(
  { value, tokens, markdown, furniture }: Context,
  index: number,
  start: number,
  end: number,
  { level, links }: { level?: number | undefined; links: readonly MarkdownLink[] },
): void {
  const parts: LocatedText[] = [];
  let at = start;
  for (const link of links) {
    parts.push(locate(value, at, link.start), locate(value, link.inner.start, link.inner.end));
    at = link.end;
  }
  parts.push(locate(value, at, Math.max(at, end)));
  const whole = joinTexts(parts, '');
  // A hyphen alone counts no votes, or is an item of a list that holds an image.
  const text = whole.value.trim() === '-' ? trimText(whole) : clean(whole, markdown);
  if (text.value === '') {
    furniture.push({ start, end });
    return;
  }
  tokens.push({ text, level, extents: [{ start, end }], firstLine: index, lastLine: index });
}

function addLink(
  { value, tokens, markdown, lines }: Context,
  link: MarkdownLink,
  level: number | undefined,
  all: readonly Line[],
): void {
  const text = clean(withoutImageText(locate(value, link.inner.start, link.inner.end)), markdown);
  tokens.push({
    text,
    address: link.address,
    level: level ?? levelInside(value, link),
    extents: [{ start: link.start, end: link.end }],
    firstLine: lineAt(lines, link.start),
    lastLine: lineAt(all, link.end),
  });
}

/** Some copies write the marks of a heading inside of the link. */
function levelInside(value: string, { inner }: MarkdownLink): number | undefined {
  return /^\s*(?<marks>#{1,6}) /.exec(value.slice(inner.start, inner.start + 20))?.groups?.['marks']?.length;
}

/** What stands for an image at the beginning of a link: `[microsoft] Microsoft`. */
function withoutImageText(text: LocatedText): LocatedText {
  const image = /^\s*\[[^[\]\n]*\p{L}{2}[^[\]\n]*\](?=[\s\S]*\S)/u.exec(text.value);
  return image ? sliceText(text, image[0].length) : text;
}

const image = /!\[[^\]\n]{0,300}\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\)/g;

/** The text as the page shows it. */
function clean(text: LocatedText, markdown: boolean): LocatedText {
  let shown = text;
  if (shown.value.includes('![')) shown = replaceInText(shown, image, () => '');
  // A line ends in a backslash or two where the page breaks it; of a break inside a heading two spaces are left.
  if (shown.value.includes('\\')) shown = replaceInText(shown, /\\{1,2}(?=\s*[\n\r])|\\(?= {2})/g, () => '');
  shown = replaceInText(shown, /[ \t]*(?:\r\n|\n|\r)[ \t]*(?:#{1,6} )?|[ \t]{2,}/g, (match) =>
    /[\n\r]/.test(match[0]) ? '\n' : ' ',
  );
  if (shown.value.length < 80) {
    shown = replaceInText(shown, /(?<![^\n])[-*+](?: (?:\[[ xX]\] )?|(?=\n|$))/g, () => '');
  }
  if (markdown && shown.value.includes('\\')) {
    shown = replaceInText(shown, /\\(?=[-_*[\]#+])|\\(?=\\[\p{L}%&$#{}])/gu, () => '');
  }
  return trimText(shown);
}

function lineAt(lines: readonly Line[], index: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as Line).start <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
