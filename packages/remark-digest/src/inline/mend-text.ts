import type { PhrasingContent } from 'mdast';
import { toPhrasing } from './index.ts';
import { resolveInline, type InlineOptions } from './options.ts';

/**
 * Mends a text that stands by itself, such as a text node of another tree.
 *
 * Positions are those in the text: one line, its columns from 1.
 *
 * @param value the text; white space at its ends stays
 * @param inline what is mended: all of it by default, nothing with `false`, or some with an object; lists are for whole
 * paragraphs and are left alone here
 */
export function mendText(value: string, inline?: boolean | Partial<InlineOptions>): PhrasingContent[] {
  const point = (offset: number) => ({ line: 1, column: offset + 1, offset });
  const place = (start: number, end: number) => ({ start: point(start), end: point(end) });
  return toPhrasing({ value, place }, resolveInline(inline));
}
