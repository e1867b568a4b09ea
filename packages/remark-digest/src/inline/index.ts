import type { Link, PhrasingContent, Text } from 'mdast';
import { cleanCharacters } from '../canonical.ts';
import type { Span } from '../lines.ts';
import { findLinks } from './links.ts';
import { findDollarsAroundMarkup, findMarkup } from './markup.ts';
import { findBareMaths, findDelimitedMaths, findSigns } from './maths/index.ts';
import type { InlineOptions } from './options.ts';
import type { Finder, Make } from './repair.ts';
import { findTypography } from './typography.ts';

/** How deep markup may stand in markup; what is deeper stays as it stands. */
const deepest = 8;

/**
 * Turns the text of a title or a paragraph into phrasing content: its words, its links, and what was mended.
 *
 * Every node has its position; a node that says something else than the text keeps the text as `data.source`.
 *
 * @param start index in the value of the span at which the text begins
 * @param end index after its last character
 */
export function toPhrasing(
  span: Span,
  options: InlineOptions,
  start = 0,
  end = span.value.length,
): PhrasingContent[] {
  return phrase(span, start, end, findersOf(options), 0);
}

/** The finders in their order: what an earlier one finds is no text for a later one. */
function findersOf({ links, maths, markup, typography }: InlineOptions): Finder[] {
  return [
    ...(links ? [findLinkRepairs] : []),
    ...(markup ? [findDollarsAroundMarkup] : []),
    ...(maths ? [findDelimitedMaths] : []),
    ...(markup ? [findMarkup] : []),
    ...(maths ? [findBareMaths, findSigns] : []),
    ...(typography ? [findTypography] : []),
  ];
}

function phrase(
  span: Span,
  start: number,
  end: number,
  finders: readonly Finder[],
  depth: number,
): PhrasingContent[] {
  const make: Make = {
    inner: (from, to) => phrase(span, from, to, depth < deepest ? finders : [], depth + 1),
    raw: (from, to) => textNode(span, from, to),
    text: (value, from, to) => ({
      type: 'text',
      value,
      data: { source: span.value.slice(from, to) },
      position: span.place(from, to),
    }),
  };
  const nodes: PhrasingContent[] = [];
  mend(nodes, span, start, end, finders, make);
  return nodes;
}

/** Adds the nodes of the text from `start` to `end`: what the first finder finds, and between that what the others do. */
function mend(
  nodes: PhrasingContent[],
  span: Span,
  start: number,
  end: number,
  [finder, ...later]: readonly Finder[],
  make: Make,
): void {
  if (start >= end) return;
  if (!finder) {
    nodes.push(textNode(span, start, end));
    return;
  }
  let done = start;
  for (const repair of finder(span.value, start, end)) {
    mend(nodes, span, done, repair.start, later, make);
    for (const node of repair.nodes(make)) {
      node.position ??= span.place(repair.start, repair.end);
      nodes.push(node);
    }
    done = repair.end;
  }
  mend(nodes, span, done, end, later, make);
}

const findLinkRepairs: Finder = (text, from, to) =>
  findLinks(text.slice(from, to)).map(({ start, end, url, kind }) => ({
    start: from + start,
    end: from + end,
    nodes: ({ raw }): Link[] => [
      { type: 'link', url, title: null, children: [raw(from + start, from + end)], data: { kind } },
    ],
  }));

/** The text from `start` to `end` of a span, as it stands, but for characters that are none. */
export function textNode(span: Span, start: number, end: number): Text {
  const source = span.value.slice(start, end);
  const value = cleanCharacters(source);
  const position = span.place(start, end);
  return value === source
    ? { type: 'text', value, position }
    : { type: 'text', value, data: { source }, position };
}
