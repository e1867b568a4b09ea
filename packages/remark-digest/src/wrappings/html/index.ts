import { isGate } from '../../dialects/gate.ts';
import { locate, type Extent } from '../../text/located-text.ts';
import type { Wrapping } from '../wrapping.ts';
import { isVisible } from '../../visible.ts';
import { readPage } from './read-page.ts';

const comments = String.raw`(?:<!--(?:(?!-->)[^]){0,2000}-->\s*){0,5}`;
const doctype = String.raw`<!doctype\s+html\b[^>]{0,200}>\s*`;

/** How a page begins: with two tags at least. A part of a page, such as `<div>`, may as well begin a text in Markdown. */
const beginning = new RegExp(
  String.raw`^\s*(?:<\?xml[^>]{0,200}\?>\s*)?${comments}(?:${doctype})?${comments}<(?:html|head|body|main|meta|link)\b[^>]{0,2000}>\s*<`,
  'i',
);

/** How a page begins below something else. */
const begun = new RegExp(String.raw`^[ \t]*(?:${doctype})?<html\b[^>]{0,300}>\s*<(?:head|body)\b`, 'im');

/** The longest text of a page that stands in the place of another one, in UTF-16 units. */
const shortText = 2000;

/** A page as a browser saves it. */
export const html: Wrapping = {
  name: 'page',
  unwrap({ value }) {
    const start = beginning.test(value) ? 0 : value.search(begun);
    if (start < 0) return undefined;
    const above = locate(value, 0, start);
    const { text, title, papers, end: length } = readPage(locate(value, start, value.length));
    const end = start + length;
    const shown = text.value.length < shortText && isGate(title.value) ? title : (papers ?? text);
    // What follows a page is none of it, and may be another one.
    const below = locate(value, end, value.length);
    const texts = [above, shown, below].filter((text) => text === shown || isVisible(text.value));
    return { texts: texts.map((text) => ({ text })), furniture: tagsIn(value, shown.pieces, start, end) };
  },
};

/** What of a page is none of its text. */
function tagsIn(value: string, pieces: readonly Extent[], from: number, to: number): Extent[] {
  const left: Extent[] = [];
  let done = from;
  for (const { start, end } of pieces) {
    // Marks of headings and of links stand on the tags that they were made of.
    if (value[start] === '<') continue;
    if (start > done) left.push({ start: done, end: start });
    done = Math.max(done, end);
  }
  if (done < to) left.push({ start: done, end: to });
  return left;
}
