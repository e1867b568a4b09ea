import type { DigestText } from '../../text/digest-text.ts';
import type { Detection } from '../dialect.ts';
import { endlessAbstracts, pagesOf, type Page } from '../hugging-face/pages.ts';
import type { Line } from '../../lines.ts';
import { findItems, type Item, type Layout } from './find-items.ts';
import { isFurniture } from './left-over.ts';

const layouts = new WeakMap<DigestText, Layout>();

/** The layout of a text; that of one text is found once. */
export function layoutOf(text: DigestText): Layout {
  let layout = layouts.get(text);
  if (!layout) {
    layout = findItems(text.value, text.lines);
    layouts.set(text, layout);
  }
  return layout;
}

/** A line counts no more than this, in UTF-16 units: an abstract on one line says no more than one on ten. */
const longestLine = 600;

/** Tells from the lines alone whether a text has papers, and how much of it is about them. */
export function detect(text: DigestText): Detection {
  const { value } = text;
  if (!mayBeMarkdown.test(value)) {
    return {
      score: 0,
      reason: 'no heading, list, table or link',
      failedAt: text.lines.find((line) => line.text !== '')?.textStart,
    };
  }
  const { items, blocks, lines } = layoutOf(text);
  const inside = new Uint8Array(lines.length);
  for (const { first, last } of items) inside.fill(1, first, last + 1);
  for (const block of blocks) {
    if (block.kind === 'heading' || isFurniture(block, value, lines))
      inside.fill(2, block.first, block.last + 1);
    // The names of the columns above papers.
    if (block.kind === 'table' && inside[block.table.rows[0]?.first ?? block.first] === 1)
      inside.fill(2, block.first, block.first + 2);
  }
  for (const { first } of items) inside[first] = 1;
  const sizes = [0, 0, 0];
  let failedAt: number | undefined;
  for (const [index, line] of lines.entries()) {
    const what = inside[index] as number;
    sizes[what] = (sizes[what] as number) + Math.min(line.text.length, longestLine);
    if (what === 0 && line.text !== '') failedAt ??= line.textStart;
  }
  const [other = 0, papers = 0] = sizes;
  const share = papers === 0 ? 0 : papers / (papers + other);
  const count = new Set(
    items.map(({ section, kind, first }) => `${kind} ${kind === 'heading' ? section.name : first}`),
  ).size;
  const others = otherDialects(text, count);
  const score = count > 2 && share >= leastShare ? 0.5 + 0.5 * share : share;
  const pages = pagesOf(text);
  // What a page has is a page's; below it may stand what it has not.
  const own = pages ? items.find(({ first }) => isBare(pages, first)) : items[0];
  const record = markedLine(lines, own);
  const within = pages && firstInside(endlessAbstracts(pages), items, lines);
  const firstRecord = share > 0.1 && record ? record.textStart : within;
  return {
    score: score * others * (isCode(layoutOf(text)) ? 0.4 : 1),
    reason:
      items.length === 0
        ? 'no heading, row, item of a list or paragraph has an address, an identifier or authors of a paper'
        : `${items.length} ${items.length === 1 ? 'paper' : 'papers'} in ${Math.round(share * 100)} % of the text`,
    failedAt: papers === 0 ? lines.find((line) => line.text !== '')?.textStart : failedAt,
    ...(firstRecord === undefined ? {} : { firstRecord }),
  };
}

/** Whether a line is in a part of a text that is no page of Hugging Face's with its marks. */
function isBare(pages: readonly Page[], line: number): boolean {
  return pages.some((page) => 'firstLine' in page && page.firstLine <= line && line < page.endLine);
}

/**
 * Where the first paper of Markdown begins in abstracts, given by the places of their pieces. A single paragraph or point that names a paper
 * somewhere may be of any text.
 */
function firstInside(
  abstracts: readonly (readonly number[])[],
  items: readonly Item[],
  lines: readonly Line[],
): number | undefined {
  let at = 0;
  for (const [first = 0, ...further] of abstracts) {
    let unsure: number | undefined;
    let piece = 0;
    for (; at < items.length; at++) {
      const { first: number, kind } = items[at] as Item;
      const { textStart, text } = lines[number] as Line;
      if (textStart <= first) continue;
      while (piece < further.length && (further[piece] as number) < textStart) piece++;
      const place = further[piece];
      if (place === undefined) break;
      if (kind === 'row' || kind === 'heading' || startsWithLink.test(text)) return unsure ?? place;
      if (unsure !== undefined) return unsure;
      unsure = place;
    }
  }
  return undefined;
}

const startsWithLink = /^(?:(?:[-*+•]|\d{1,4}[.)])\s)?\s{0,4}(?:\*\*|__)?\[/;

/** The first line of a paper that only Markdown has. */
function markedLine(lines: readonly Line[], item: Item | undefined): Line | undefined {
  return item && lines.slice(item.first, item.last + 1).find(({ text }) => isMarked.test(text));
}

const isMarked =
  /^(?:#|\||\*\*|\[|《|(?:[-*+•]|\d{1,4}[.)])\s.{0,40}(?:\*\*|\]\(|\[)|(?:[-*+•]|\d{1,4}[.)])\s.{0,300}https?:\/\/)|\]\(https?:/;

/** Some papers make a digest of a text that says other things as well, where this much of it is about them. */
const leastShare = 0.25;

const mayBeMarkdown =
  /^[ \t>]{0,12}(?:#{1,6}[\s\p{L}]|\||[-*+•]\s|\d{1,4}[.)、])|\]\(|\*\*|《|<summary>|\|[ \t]{0,20}:?-/mu;

/** Whether a text is the source of a program, with comments that look like headings or lists: a fifth of its lines are plainly code. */
function isCode({ blocks, lines }: Layout): boolean {
  const fenced = new Set(
    blocks.flatMap(({ kind, first, last }) =>
      kind === 'fence' ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [],
    ),
  );
  let [code, all] = [0, 0];
  for (const [index, { text }] of lines.entries()) {
    if (text === '' || fenced.has(index)) continue;
    all++;
    if (codeLine.test(text)) code++;
  }
  return code > 4 && code * 5 > all;
}

const codeLine =
  /^(?:import|from|export|package|use|using|require|include|def|class|return|const|let|var|function|fn|pub|if|elif|else|for|while|try|except|with|local|echo|set)\b[^.]{0,80}[;:{(]$|^(?:import|from|return|use|using|export)\s[\w.{}*,'"\s/@-]{1,80};?$|[;{}]$|^[)\]}]+[;,]?$|^[\w.]{1,40}\s?[+-]?=\s?[\w[{("'$]|^[\w.]{1,40}\([^)]{0,80}\)[;:]?$|^-?\s?[a-z][\w-]{0,30}:\s?(?:[\w"'[{./$-]{1,40})?$/;

/** How much is left of the score where a text has what other dialects have: Hugging Face's pages, arXiv's mails, alerts, records. */
function otherDialects(text: DigestText, count: number): number {
  const { value } = text;
  const alerts = (value.match(/\/\/scholar\.google\.[a-z.]{2,6}\/scholar_(?:url|alerts)\?/g) ?? []).length;
  if (alerts * 2 > count) return 0.45;
  // `### Title:` is a key of a record, and no title.
  const keys = (value.match(/^#{1,6}\s(?:\*\*)?(?:title|标题|题目)(?:\*\*)?\s?[:：]/gim) ?? []).length;
  if (keys * 2 > count) return 0.45;
  if (pagesOf(text)) return 0.45;
  return /^[> ]*\\\\(?:\s|$)/m.test(value) || /^%%(?:--%%)+/m.test(value) ? 0.4 : 1;
}
