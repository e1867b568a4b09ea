import type { BlockContent, List, Paragraph } from 'mdast';
import type { Span } from '../text/digest-text.ts';
import { toPhrasing } from './index.ts';
import { splitLists, type Extent, type ListPart } from './lists.ts';
import type { InlineOptions } from './options.ts';

/** Turns a paragraph of an abstract into blocks: one paragraph, or several with the list that stood inside. */
export function toFlow(span: Span, options: InlineOptions): BlockContent[] {
  const whole: Extent = { start: 0, end: span.value.length };
  const parts: ListPart[] = options.lists ? splitLists(span.value) : [{ type: 'prose', extent: whole }];
  return parts.map((part) =>
    part.type === 'prose' ? toParagraph(span, part.extent, options) : toList(span, part, options),
  );
}

function toParagraph(span: Span, { start, end }: Extent, options: InlineOptions): Paragraph {
  return {
    type: 'paragraph',
    children: toPhrasing(span, options, start, end),
    position: span.place(start, end),
  };
}

function toList(span: Span, { extent, items }: ListPart & { type: 'list' }, options: InlineOptions): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: [toParagraph(span, item, options)],
      position: span.place(item.start, item.end),
    })),
    data: { source: span.value.slice(extent.start, extent.end) },
    position: span.place(extent.start, extent.end),
  };
}
