import type { Link, PhrasingContent, Text } from 'mdast';
import type { Span } from '../lines.ts';
import { findLinks } from './links.ts';

/** Turns the text of a title or a paragraph into phrasing content: its words, and its addresses as links. */
export function toPhrasing(span: Span): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let done = 0;
  for (const { start, end, url, kind } of findLinks(span.value)) {
    if (start > done) nodes.push(textNode(span, done, start));
    const link: Link = {
      type: 'link',
      url,
      title: null,
      children: [textNode(span, start, end)],
      data: { kind },
      position: span.place(start, end),
    };
    nodes.push(link);
    done = end;
  }
  if (done < span.value.length) nodes.push(textNode(span, done, span.value.length));
  return nodes;
}

/** The text from `start` to `end` of a span, as it stands. */
export function textNode(span: Span, start: number, end: number): Text {
  return { type: 'text', value: span.value.slice(start, end), position: span.place(start, end) };
}
