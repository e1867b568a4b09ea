import { balancedLines, drawableText, fitLines, widthOf, type Typeface } from './fit-text.ts';

/** What the picture of an issue tells. All of it is plain text and may be anything. */
export interface SocialImageContent {
  /** Name of the digest. */
  title: string;
  /** The day of the issue in full, or its title. */
  heading: string;
  /** What stands for a heading that the font can't draw: the id. */
  id: string;
  /** Titles of the papers, in order; the first dozen are enough. */
  lines: readonly string[];
  /** How many papers there are, as text: `72 papers`. */
  count: string;
  /** Where lines of the digest's language begin. */
  dir: 'ltr' | 'rtl';
}

/** The font of the picture in its two weights. */
export interface SocialImageFont {
  /** Name of the family, as the renderer knows it. */
  family: string;
  /** Weight 400. */
  regular: Typeface;
  /** Weight 600. */
  bold: Typeface;
}

/** Size of the picture in pixels: what Open Graph's readers ask for, 1.91 to 1. */
export const socialImageSize = { width: 1200, height: 630 } as const;

/** Distance of all text from the edges, in pixels. */
export const socialImageMargin = 64;

// The light colours of styles/tokens.css.
const paper = '#fcfbf8';
const ink = '#1c1a17';
const quiet = '#5f5a51';
const hairline = '#dcd7cc';
const accent = '#8c1d18';

const column = socialImageSize.width - 2 * socialImageMargin;
const bottom = socialImageSize.height - socialImageMargin;

/** Of a paper's title that much must be left to draw; otherwise the next paper takes its place. */
const enoughOfPaper = 0.6;

/** The name of the digest, its day and the count are drawn whole or not at all. */
const whole = 1;

interface TextStyle {
  size: number;
  fill: string;
  bold?: boolean;
  /** Which end of the line is at `x`, whichever way the language reads. */
  anchor?: 'end';
}

/** Writes one line of text. `x` is counted from where lines begin. */
type TextWriter = (x: number, y: number, line: string, style: TextStyle) => string;

/**
 * Draws an issue as the front of a morning paper: the masthead, the day, the titles of the first papers. Text is measured
 * and broken into lines; what does not fit ends with an ellipsis. Characters that the font lacks are treated as
 * `drawableText` tells; a paper of whose title little is left is passed over, but the others keep their numbers.
 *
 * @returns SVG 1.1, a whole document
 */
export function socialImageSvg(content: SocialImageContent, font: SocialImageFont): string {
  const text = textWriter(content.dir, font);
  const masthead = fitMasthead(content, font, text);
  const heading = fitHeading(content, font.bold, masthead.bottom);
  const papers = fitPapers(content.lines, font.regular, heading.bottom + 46);
  const numberStyle = { size: papers.size, fill: accent, anchor: 'end' } as const;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${socialImageSize.width}" height="${socialImageSize.height}">`,
    `<rect width="${socialImageSize.width}" height="${socialImageSize.height}" fill="${paper}"/>`,
    `<g font-family="${escapeXml(font.family)}">`,
    ...masthead.elements,
    ...heading.lines.map(({ line, y }) =>
      text(socialImageMargin, y, line, { size: heading.size, fill: ink, bold: true }),
    ),
    ...papers.lines.flatMap(({ number, line, y }) => [
      ...(number === undefined ? [] : [text(papers.indent - numberGap, y, number, numberStyle)]),
      text(papers.indent, y, line, { size: papers.size, fill: ink }),
    ]),
    '</g>',
    '</svg>',
  ].join('\n');
}

/**
 * Most texts get narrower by kerning, but `jj` gets wider: a line that could reach the edge by that is set to the width
 * that was measured, which alters the distance of its letters by a hundredth or so.
 */
const kerningMatters = 0.75 * column;

function textWriter(dir: 'ltr' | 'rtl', { regular, bold }: SocialImageFont): TextWriter {
  const isRtl = dir === 'rtl';
  return (x, y, line, { size, fill, bold: isBold = false, anchor }) => {
    const place = round(isRtl ? socialImageSize.width - x : x);
    const weight = isBold ? ' font-weight="600"' : '';
    const end = isRtl === (anchor === 'end') ? '' : ' text-anchor="end"';
    const width = widthOf(line, isBold ? bold : regular, size);
    const length = width > kerningMatters ? ` textLength="${round(width)}"` : '';
    return `<text x="${place}" y="${round(y)}" font-size="${size}"${weight}${end}${length} fill="${fill}">${escapeXml(line)}</text>`;
  };
}

function fitMasthead(
  { title, count }: SocialImageContent,
  { regular, bold }: SocialImageFont,
  text: TextWriter,
) {
  const titleSize = 36;
  const countSize = 26;
  const [number = ''] = fitLines(drawable(count, regular, whole), regular, countSize, column / 3, 1);
  const room = number === '' ? column : column - widthOf(number, regular, countSize) - 48;
  const [name = ''] = fitLines(drawable(title, bold, whole), bold, titleSize, room, 1);
  const baseline = socialImageMargin + 26;
  const countStyle = { size: countSize, fill: quiet, anchor: 'end' } as const;
  const rule = name === '' && number === '' ? socialImageMargin : baseline + 24;
  return {
    elements: [
      ...(name === ''
        ? []
        : [text(socialImageMargin, baseline, name, { size: titleSize, fill: ink, bold: true })]),
      ...(number === '' ? [] : [text(socialImageMargin + column, baseline, number, countStyle)]),
      `<rect x="${socialImageMargin}" y="${rule}" width="${column}" height="3" fill="${ink}"/>`,
      `<rect x="${socialImageMargin}" y="${rule + 6}" width="${column}" height="1" fill="${hairline}"/>`,
    ],
    bottom: rule + 7,
  };
}

/** What of a text can be drawn when that is enough of it; otherwise nothing. */
function drawable(text: string, face: Typeface, enough: number): string {
  const drawn = drawableText(text, face);
  return drawn.share < enough ? '' : drawn.text;
}

/** The heading in the largest size in which it takes one line, or on two lines in the smallest. */
function fitHeading({ heading, id }: SocialImageContent, face: Typeface, top: number) {
  const text = drawable(heading, face, whole) || drawable(id, face, whole);
  const size = [70, 60, 52].find((size) => widthOf(text, face, size) <= column) ?? 46;
  const lines = balancedLines(text, face, size, column, 2).map((line, index) => ({
    line,
    y: top + 20 + size * (1 + 1.15 * index),
  }));
  return { size, lines, bottom: lines.at(-1)?.y ?? top };
}

/** How many titles are looked at for ones that can be drawn, and how many there is room for at most. */
const titlesLookedAt = 12;
const mostPapers = 7;

/** Distance between a paper's number and its title. */
const numberGap = 18;

interface PaperLine {
  /** On the first line of a title: the paper's place in the issue. */
  number?: string;
  line: string;
  y: number;
}

/** As many titles as there is room for: large where all of them fit, otherwise small and cut where they must be. */
function fitPapers(titles: readonly string[], face: Typeface, top: number) {
  const papers = titles
    .slice(0, titlesLookedAt)
    .map((title, index) => ({ number: `${index + 1}`, title: drawable(title, face, enoughOfPaper) }))
    .filter(({ title }) => title !== '')
    .slice(0, mostPapers);
  const isAll = papers.length === titles.length;
  const large = isAll
    ? [58, 48, 40, 34].find((size) => setPapers(papers, face, top, size, 4).isWhole)
    : undefined;
  return large === undefined ? setPapers(papers, face, top, 29, 2) : setPapers(papers, face, top, large, 4);
}

/** @param most how many lines a title may take */
function setPapers(
  papers: readonly { number: string; title: string }[],
  face: Typeface,
  top: number,
  size: number,
  most: number,
) {
  const leading = size * 1.28;
  const digits = Math.max(0, ...papers.map(({ number }) => widthOf(number, face, size)));
  const indent = socialImageMargin + digits + numberGap;
  const width = socialImageSize.width - socialImageMargin - indent;
  const lines: PaperLine[] = [];
  let isWhole = true;
  let y = top + size * 0.8;
  for (const { number, title } of papers) {
    // A line reaches below its baseline by a quarter of its size.
    const room = 1 + Math.floor((bottom - size * 0.25 - y) / leading);
    const broken = room < 1 ? [] : balancedLines(title, face, size, width, Math.min(room, most));
    if (broken.join(' ').replaceAll(' ', '') !== title.replaceAll(' ', '')) isWhole = false;
    for (const [index, line] of broken.entries()) {
      lines.push(index === 0 ? { number, line, y } : { line, y });
      y += leading;
    }
    y += size * 0.42;
    if (room < 1) break;
  }
  return { size, indent, lines, isWhole };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
