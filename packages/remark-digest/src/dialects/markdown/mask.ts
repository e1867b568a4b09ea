import type { Line } from '../../lines.ts';
import type { Extent } from '../../text/located-text.ts';
import type { Layout } from './find-items.ts';
import type { Block } from './outline.ts';

/** A tag of HTML, or a comment. */
export interface Tag extends Extent {
  /** Its name in small letters, with `/` before it where it closes; `!` for a comment. */
  name: string;
}

/**
 * A text as a parser of Markdown may see it. It is as long as the text, so that every index holds for both, and whatever the parser finds
 * is taken from the text itself.
 */
export interface Masked {
  /** The text that is parsed. */
  value: string;
  /** Tags and comments, which are hidden from the parser, in their order. */
  tags: Tag[];
  /** Formulas, which are hidden from the parser: what looks like markup in them is none. */
  formulas: Extent[];
}

const known =
  'a|abbr|align|article|b|button|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form|header|h[1-6]|hr|i|iframe|img|input|ins|kbd|label|li|main|mark|nav|nobr|ol|p|picture|pre|q|s|samp|section|small|source|span|strike|strong|sub|summary|sup|svg|path|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video';
const tagOrFormula = new RegExp(
  String.raw`<!--[^\n]{0,300}?-->|<(?<name>/?(?:${known}))(?:\s[^<>]{0,2000})?\s?/?>|(?<![\\$\w])\$\$[^$\n]{1,1000}\$\$|(?<![\\$])\$(?![\s$])[^$\n]{0,500}?[^\s$\\]\$(?!\d)|\\\((?:\w|(?=[^\n\\]{0,200}(?:\\[a-zA-Z]|[_^=+<>]))[^\n]{1,200}?)\\\)`,
  'gi',
);

/** A sign of punctuation that no text has: the parser must take what is hidden for neither a letter nor a space. */
const filler = '\u2E4F';

/** Hides from a parser of Markdown what it would read otherwise than people mean it. */
export function mask(
  value: string,
  { lines, blocks, signs }: Pick<Layout, 'lines' | 'blocks' | 'signs'>,
): Masked {
  const tags: Tag[] = [];
  const formulas: Extent[] = [];
  const parts: string[] = [];
  let done = 0;
  const put = (start: number, end: number, sign: string): void => {
    if (start < done) return;
    parts.push(
      value.slice(done, start),
      sign === ' ' ? ' '.repeat(end - start) : value.slice(start, end).replace(/[^\r\n]/g, sign),
    );
    done = end;
  };
  const hidden = [
    ...toHide(lines, blocks),
    ...crowded(value, lines, blocks),
    ...quotesOfTex(value),
    ...signs.map((sign) => ({ ...sign, sign: ' ' })),
  ].sort((a, b) => a.start - b.start);
  let next = 0;
  const hideUpTo = (end: number): void => {
    for (; next < hidden.length && (hidden[next] as Hidden).start < end; next++) {
      const { start, end, sign } = hidden[next] as Hidden;
      if (start < done) continue;
      if (sign === filler) tags.push({ start, end, name: '!' });
      put(start, end, sign);
    }
  };
  for (const match of value.matchAll(tagOrFormula)) {
    const start = match.index;
    const end = start + match[0].length;
    hideUpTo(end);
    // An odd number of bars can be the end of a cell.
    if (start < done || (match[0].startsWith('$') && match[0].split('|').length % 2 === 0)) continue;
    const name = match.groups?.['name'] ?? (match[0].startsWith('<') ? '!' : undefined);
    if (name === undefined) {
      formulas.push({ start, end });
      put(start, end, 'x');
    } else {
      tags.push({ start, end, name: name.toLowerCase() });
      put(start, end, filler);
    }
  }
  hideUpTo(value.length + 1);
  parts.push(value.slice(done));
  return { value: parts.join(''), tags, formulas };
}

interface Hidden extends Extent {
  /** What the parser sees in the place of each character. */
  sign: string;
}

function endOf({ textStart, text }: Line): number {
  return textStart + text.length;
}

/** The line end between two lines, with the white space around it. */
function between(line: Line, next: Line): Extent {
  return { start: endOf(line), end: next.textStart };
}

/** The line ends that break rows of tables become spaces, comments are hidden. */
function toHide(lines: readonly Line[], blocks: readonly Block[]): Hidden[] {
  const found: Hidden[] = [];
  for (const block of blocks) {
    if (block.kind === 'comment') {
      const start = (lines[block.first] as Line).textStart;
      found.push({ start, end: endOf(lines[block.last] as Line), sign: filler });
    }
    if (block.kind === 'heading' && (lines[block.first] as Line).text.startsWith('#')) {
      for (let index = block.first; index < block.last; index++) {
        found.push({ ...between(lines[index] as Line, lines[index + 1] as Line), sign: ' ' });
      }
    }
    if (block.kind !== 'table') continue;
    for (const { first, last } of block.table.rows) {
      for (let index = first; index < last; index++) {
        found.push({ ...between(lines[index] as Line, lines[index + 1] as Line), sign: ' ' });
      }
    }
  }
  return found;
}

/** The backticks with which TeX opens quotation marks: two such quotations would else be the code between them. */
function quotesOfTex(value: string): Hidden[] {
  return [...value.matchAll(quoteOfTex)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    sign: 'x',
  }));
}

// Closed by an apostrophe for each backtick, or two by `"`, before another backtick comes. The next backtick opens something else, and so
// stands behind a space or a bracket.
const quoteOfTex = (() => {
  const next = String.raw`\n(?![ \t]{0,80}\n)`;
  const open = String.raw`(?=[^\s\x60])`;
  const end = String.raw`(?<=[\p{L}\p{N}.,;:!?)\]}$%])`;
  const closed = String.raw`(?![\w\x60])(?!(?:[^\x60\n]|${next}){0,1000}(?<![\s(\[{–—-])\x60)`;
  const two = String.raw`\x60{2}(?!\x60)(?=${open}(?:[^\x60"'\n]|'(?!')|${next}){1,300}${end}(?:''|")${closed})`;
  const one = String.raw`\x60(?!\x60)(?=${open}(?:[^\x60'\n]|${next}){1,100}${end}'(?!')${closed})`;
  return new RegExp(String.raw`(?<![\x60\\\w])(?:${two}|${one})`, 'gu');
})();

/** A parser may need the square of the number of such signs in one paragraph, and of its lines. */
const mostSigns = 1500;
const mostLines = 300;

/** The signs and line ends of paragraphs, items and rows that have more of them than any text of people: they mean nothing there. */
function crowded(value: string, lines: readonly Line[], blocks: readonly Block[]): Hidden[] {
  const found: Hidden[] = [];
  const rows = new Set(
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? [block.table.header, block.table.header + 1, ...block.table.rows.map(({ first }) => first)]
        : [],
    ),
  );
  for (let first = 0; first < lines.length;) {
    let last = first;
    while (last + 1 < lines.length && !rows.has(last + 1) && !beginsRun.test((lines[last + 1] as Line).text))
      last++;
    const start = (lines[first] as Line).textStart;
    const { textStart, text } = lines[last] as Line;
    const run = value.slice(start, textStart + text.length);
    if (last - first > mostLines) {
      for (let index = first; index < last; index++)
        found.push({ ...between(lines[index] as Line, lines[index + 1] as Line), sign: ' ' });
    }
    if (run.length > mostSigns) {
      const signs = [...run.matchAll(sign)];
      if (signs.length > mostSigns) {
        for (const { index } of signs)
          found.push({ start: start + index, end: start + index + 1, sign: 'x' });
      }
    }
    first = last + 1;
  }
  return found;
}

const sign = /[[\]!*_`<>&~\\]/g;
/** A line that begins a paragraph or an item. */
const beginsRun = /^(?:$|[-*+•]\s|\d{1,4}[.)]\s|#{1,6}\s)/;
