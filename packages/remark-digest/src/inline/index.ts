import type { Link, PhrasingContent, Text } from 'mdast';
import { cleanCharacters } from '../canonical.ts';
import type { Span } from '../text/digest-text.ts';
import { findLinks, mayHoldLinks } from './links.ts';
import { dollarsAroundMarkup, markup } from './markup.ts';
import { bareMaths, delimitedMaths, signs } from './maths/index.ts';
import type { InlineOptions } from './options.ts';
import { anySign, type Finder, type Make } from './repair.ts';
import { typography } from './typography.ts';

/** How deep markup may stand in markup; what is deeper stays as it stands. */
const deepest = 8;

/**
 * Turns the text of a title or a paragraph into phrasing content: its words, its links, and what was mended.
 *
 * Only those finders look at the text that may find something in it: for most texts none.
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
  if (start >= end) return [];
  const text = span.value.slice(start, end);
  const hasSign = anySign.test(text);
  const useful = finders.filter(
    ({ option, finder }) => options[option] && (hasSign || !finder.bySign) && finder.mayFind(text),
  );
  if (useful.length === 0) return [textNode(span, start, end)];
  const source: Source = {
    span,
    finders: useful.map(({ finder }) => finder),
    isClean: cleanCharacters(text) === text,
  };
  return phrase(source, start, end, 0);
}

const links: Finder = {
  mayFind: mayHoldLinks,
  bySign: true,
  find: (text, from, to) =>
    findLinks(text.slice(from, to)).map(({ start, end, url, kind }) => ({
      start: from + start,
      end: from + end,
      nodes: ({ raw }): Link[] => [
        { type: 'link', url, title: null, children: [raw(from + start, from + end)], data: { kind } },
      ],
    })),
};

/** The finders in their order, each with what turns it on: what an earlier one finds is no text for a later one. */
const finders: readonly { option: keyof InlineOptions; finder: Finder }[] = [
  { option: 'links', finder: links },
  { option: 'markup', finder: dollarsAroundMarkup },
  { option: 'maths', finder: delimitedMaths },
  { option: 'markup', finder: markup },
  { option: 'maths', finder: bareMaths },
  { option: 'maths', finder: signs },
  { option: 'typography', finder: typography },
];

/** A text that has something to mend. */
interface Source {
  span: Span;
  /** Those that may find something. */
  finders: readonly Finder[];
  /** Whether the text has no characters that must go, so that no part of it need be looked at for them. */
  isClean: boolean;
}

function phrase(source: Source, start: number, end: number, depth: number): PhrasingContent[] {
  const { span } = source;
  const make: Make = {
    inner: (from, to) => phrase(depth < deepest ? source : { ...source, finders: [] }, from, to, depth + 1),
    raw: (from, to) => partOf(source, from, to),
    text: (value, from, to) => ({
      type: 'text',
      value,
      data: { source: span.value.slice(from, to) },
      position: span.place(from, to),
    }),
  };
  const nodes: PhrasingContent[] = [];
  mend(nodes, source, start, end, 0, make);
  return nodes;
}

/** Adds the nodes of the text from `start` to `end`: what finder `at` finds, and between that what the later ones do. */
function mend(
  nodes: PhrasingContent[],
  source: Source,
  start: number,
  end: number,
  at: number,
  make: Make,
): void {
  if (start >= end) return;
  const { span, finders } = source;
  const finder = finders[at];
  if (!finder) {
    nodes.push(partOf(source, start, end));
    return;
  }
  let done = start;
  const repairs = finder.mayFind(span.value.slice(start, end)) ? finder.find(span.value, start, end) : [];
  for (const repair of repairs) {
    mend(nodes, source, done, repair.start, at + 1, make);
    for (const node of repair.nodes(make)) {
      node.position ??= span.place(repair.start, repair.end);
      nodes.push(node);
    }
    done = repair.end;
  }
  mend(nodes, source, done, end, at + 1, make);
}

function partOf({ span, isClean }: Source, start: number, end: number): Text {
  return isClean
    ? { type: 'text', value: span.value.slice(start, end), position: span.place(start, end) }
    : textNode(span, start, end);
}

/** The text from `start` to `end` of a span, as it stands, but for characters that are none. */
export function textNode(span: Span, start: number, end: number): Text {
  const source = span.value.slice(start, end);
  const value = cleanCharacters(source);
  const position = span.place(start, end);
  return value === source
    ? { type: 'text', value, position }
    : { type: 'text', value, data: { source }, position };
}
