import type { Link, Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { FromDigestOptions } from 'remark-digest';
import { digestToHtml } from './digest-to-html.ts';
import { mendMaths } from './mend-maths.ts';
import type { PaperBody } from './paper-body.ts';

/**
 * Reads the body of a paper's file where it is paragraphs of text and links alone, as `remark-digest convert` writes nearly
 * all of them: what {@link readPaperBody} would give, without a parser for all of MDX.
 *
 * It knows what is surely text, and gives up at anything else, whatever that is.
 *
 * @returns nothing for a body that may be something else
 */
export function readPlainPaperBody(
  body: string,
  inline?: FromDigestOptions['inline'],
): PaperBody | undefined {
  const blocks = body
    .split(/\n{2,}/)
    .map((block) => block.replace(/^\n|\n$/g, ''))
    .filter(Boolean);
  const paragraphs: Paragraph[] = [];
  for (const block of blocks) {
    const children = readParagraph(block);
    if (!children) return undefined;
    paragraphs.push({ type: 'paragraph', children });
  }
  return {
    live: false,
    empty: paragraphs.length === 0,
    text: paragraphs
      .map((paragraph) => toString(paragraph).trim())
      .filter(Boolean)
      .join('\n\n'),
    html: digestToHtml(mendMaths(paragraphs, inline)),
  };
}

/** Begins a line of something else than a paragraph, or might: a blank, a quote, a list, a heading, a table, a statement. */
const blockStart = /^(?:[ #>=:|+-]|\d+[.)]|import|export)/m;

/** Blanks before a line end, of which two make a line break. */
const blankAtEnd = / $/m;

/** Characters that are themselves wherever they stand in a line. */
const words = /[^\p{Cc}\uFEFF\\`*_{}[\]<~@&]+|\n/uy;

/** A sign that is set to be itself; GFM makes addresses of texts with `@` all the same. */
const escaped = /\\([!-/:-?[-`{-~])/y;

/** An underscore inside a word. */
const innerUnderscores = /(?<=[a-z0-9])_+(?=[a-z0-9])/iy;

/** An ampersand that begins no character reference. */
const ampersand = /&(?!#?[a-z0-9]+;)/iy;

/** What follows the text of a link: its address, between signs that end it, and with nothing escaped in it. */
const destination = /\]\(<((?:[^\p{Cc}\\<>&]|&(?!#?[a-z0-9]+;))*)>\)/iuy;

/** GFM makes links of these, wherever they stand. */
const address = /:\/\/|www\./i;

/** Reads the text and the links of a paragraph, or nothing where there may be more. */
function readParagraph(source: string): PhrasingContent[] | undefined {
  if (blockStart.test(source) || blankAtEnd.test(source)) return undefined;
  const nodes: PhrasingContent[] = [];
  let at = 0;
  while (at < source.length) {
    const text = readText(source, at);
    if (text.end > at) {
      if (address.test(text.value)) return undefined;
      nodes.push({ type: 'text', value: text.value });
      at = text.end;
      continue;
    }
    // After an exclamation mark it would be a picture.
    const link = source[at] === '[' && source[at - 1] !== '!' ? readLink(source, at + 1) : undefined;
    if (!link) return undefined;
    nodes.push(link.node);
    at = link.end;
  }
  return nodes;
}

/** Reads the link whose text begins at an index. */
function readLink(source: string, start: number): { node: Link; end: number } | undefined {
  const text = readText(source, start);
  destination.lastIndex = text.end;
  const url = text.end > start ? destination.exec(source)?.[1] : undefined;
  if (url === undefined) return undefined;
  const children: Link['children'] = [{ type: 'text', value: text.value }];
  return { node: { type: 'link', url, title: null, children }, end: destination.lastIndex };
}

/** Reads from an index as far as there surely is text. */
function readText(source: string, start: number): { value: string; end: number } {
  let value = '';
  let end = start;
  for (let found = true; found;) {
    found = false;
    for (const pattern of [words, escaped, innerUnderscores, ampersand]) {
      pattern.lastIndex = end;
      const match = pattern.exec(source);
      if (!match) continue;
      value += match[1] ?? match[0];
      end = pattern.lastIndex;
      found = true;
      break;
    }
  }
  return { value, end };
}
