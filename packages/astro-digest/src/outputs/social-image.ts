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
  /** Weight 400. */
  regular: Typeface;
  /** Weight 600. */
  bold: Typeface;
}

/** Name of a colour of the picture. */
export type Ink = 'ink' | 'quiet' | 'hairline' | 'accent';

/** A line of text. */
export interface TextMark {
  line: string;
  /** Pixels from the left to the start of the line, or to its end. */
  x: number;
  /** Whole pixels from the top to the baseline. */
  y: number;
  size: number;
  weight: keyof SocialImageFont;
  ink: Ink;
  /** Which end of the line is at `x`. */
  anchor: 'start' | 'end';
}

/** A line that separates; all are as wide as the column of text. */
export interface Rule {
  /** Whole pixels from the top. */
  y: number;
  height: number;
  ink: Ink;
}

/** What is drawn on the paper. */
export interface SocialImageDrawing {
  rules: Rule[];
  texts: TextMark[];
}

/** Size of the picture in pixels: what Open Graph's readers ask for, 1.91 to 1. */
export const socialImageSize = { width: 1200, height: 630 } as const;

/** Distance of all text from the edges, in pixels. */
export const socialImageMargin = 64;

/** The light colours of styles/tokens.css. */
export const socialImageColours: Record<Ink | 'paper', string> = {
  paper: '#fcfbf8',
  ink: '#1c1a17',
  quiet: '#5f5a51',
  hairline: '#dcd7cc',
  accent: '#8c1d18',
};

const column = socialImageSize.width - 2 * socialImageMargin;
const bottom = socialImageSize.height - socialImageMargin;

/** Of a paper's title that much must be left to draw; otherwise the next paper takes its place. */
const enoughOfPaper = 0.6;

/** The name of the digest, its day and the count are drawn whole or not at all. */
const whole = 1;

interface TextStyle {
  size: number;
  ink: Ink;
  weight: keyof SocialImageFont;
  /** Which end of the line is at `x`, whichever way the language reads. */
  anchor?: 'end';
}

/** Places one line of text. `x` is counted from where lines begin. */
type TextWriter = (x: number, y: number, line: string, style: TextStyle) => TextMark;

/**
 * Lays an issue out as the front of a morning paper: the masthead, the day, the titles of the first papers. Text is measured
 * and broken into lines; what does not fit ends with an ellipsis. Characters that the font lacks are treated as
 * `drawableText` tells; a paper of whose title little is left is passed over, but the others keep their numbers.
 */
export function layOutSocialImage(content: SocialImageContent, font: SocialImageFont): SocialImageDrawing {
  const text = textWriter(content.dir);
  const masthead = fitMasthead(content, font, text);
  const heading = fitHeading(content, font.bold, masthead.bottom);
  const papers = fitPapers(content.lines, font.regular, heading.bottom + 46);
  const { size, indent } = papers;
  return {
    rules: masthead.rules,
    texts: [
      ...masthead.texts,
      ...heading.lines.map(({ line, y }) =>
        text(socialImageMargin, y, line, { size: heading.size, ink: 'ink', weight: 'bold' }),
      ),
      ...papers.lines.flatMap(({ number, line, y }) => [
        ...(number === undefined
          ? []
          : [text(indent - numberGap, y, number, { size, ink: 'accent', weight: 'regular', anchor: 'end' })]),
        text(indent, y, line, { size, ink: 'ink', weight: 'regular' }),
      ]),
    ],
  };
}

function textWriter(dir: 'ltr' | 'rtl'): TextWriter {
  const isRtl = dir === 'rtl';
  return (x, y, line, { anchor, ...style }) => ({
    line,
    x: isRtl ? socialImageSize.width - x : x,
    y: Math.round(y),
    ...style,
    // The letters of the font are written from the left, whichever way the language reads.
    anchor: isRtl === (anchor === 'end') ? 'start' : 'end',
  });
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
  const rule = name === '' && number === '' ? socialImageMargin : baseline + 24;
  const nameStyle = { size: titleSize, ink: 'ink', weight: 'bold' } as const;
  const countStyle = { size: countSize, ink: 'quiet', weight: 'regular', anchor: 'end' } as const;
  const rules: Rule[] = [
    { y: rule, height: 3, ink: 'ink' },
    { y: rule + 6, height: 1, ink: 'hairline' },
  ];
  return {
    rules,
    texts: [
      ...(name === '' ? [] : [text(socialImageMargin, baseline, name, nameStyle)]),
      ...(number === '' ? [] : [text(socialImageMargin + column, baseline, number, countStyle)]),
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
