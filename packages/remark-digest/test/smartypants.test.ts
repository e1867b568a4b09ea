import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { toMdx } from '../src/index.ts';
import { onePaper } from './one-paper.ts';

// The plugin rewrites the text nodes of a tree that is already read: no escape can keep a straight quote from it. What it
// does to our documents is what it does to the bare text, and nothing else.
describe('with remark-smartypants', () => {
  it.each([
    'Text of $5, a_b, {x} <b> and 3 * 4.',
    'export const a = 1; import b',
    '`code` and https://example.org/a_b',
  ])('a text without quotes, double hyphens and dots in a row is exact: %s', (text) =>
    expect(read(text)).toBe(text),
  );

  it.each(['"straight" and \'single\'', 'a -- b', 'and so on ...', 'it\'s {x} and "<b>"'])(
    'a text with them is what the plugin makes of it: %s',
    (text) => expect(read(text)).toBe(smart(text)),
  );
});

function read(text: string): string {
  const body = toMdx(onePaper('A Paper', text, false)).replace(/^---\n[^]*?\n---\n/, '');
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkSmartypants);
  return toString(processor.runSync(processor.parse(body)));
}

/** The text as one text node, which no parser has read. */
function smart(text: string): string {
  const tree: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
  };
  return toString(unified().use(remarkSmartypants).runSync(tree));
}
