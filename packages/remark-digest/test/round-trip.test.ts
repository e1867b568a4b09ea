import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import remarkDigest from '../src/index.ts';

describe.each([
  ['Markdown', () => write([]), () => unified().use(remarkParse)],
  ['MDX', () => write([remarkMdx]), () => unified().use(remarkParse).use(remarkMdx)],
  [
    'MDX, with the plugins in another order',
    () => unified().use(remarkMdx).use(remarkDigest).use(remarkStringify),
    () => unified().use(remarkParse).use(remarkMdx),
  ],
  [
    'MDX with GFM, whose plugin comes later',
    () => unified().use(remarkDigest, { inline: false }).use(remarkGfm).use(remarkMdx).use(remarkStringify),
    () => unified().use(remarkParse).use(remarkGfm).use(remarkMdx),
  ],
] as const)('through remark-stringify, as %s', (_, writer, reader) => {
  const roundTrip = (digest: string) => {
    const document = writer().processSync(digest).toString();
    return reader()
      .parse(document)
      .children.map((node) => `${node.type}: ${toString(node)}`);
  };

  it('a digest reads back as paragraphs and headings', () => {
    const digest =
      'new\n\nMar 12\n\nBirds\n\nThey sing\nat https://example.org/a.\n\nRivers\n\nThey move. Often.\n\nThey stay. Rarely.';
    expect(roundTrip(digest)).toEqual([
      'paragraph: new',
      'paragraph: Mar 12',
      'heading: Birds',
      'paragraph: They sing\nat https://example.org/a.',
      'heading: Rivers',
      'paragraph: They move. Often.',
      'paragraph: They stay. Rarely.',
    ]);
  });

  it('a title over two lines becomes a heading of one', () => {
    expect(roundTrip('Mar 12\n\nBirds\nthat sing\n\nThey do.')).toEqual([
      'paragraph: Mar 12',
      'heading: Birds that sing',
      'paragraph: They do.',
    ]);
  });

  it.each([
    '{x}',
    '<b>x</b>',
    'export const a = 1',
    'import x from "y"',
    '# a',
    'F #',
    'F ##',
    '- a',
    '1. a',
    '***',
    '---',
    '`a`',
    '[a](b)',
    '![a](b)',
    '&amp;',
    '\\',
    'a\\',
    '~~x~~',
    '| a |',
    '> a',
    '===',
    'xmpp:a@b.c',
  ])('the text %s reads back as it is, in a title and in an abstract', (text) => {
    expect(roundTrip(`Mar 12\n\n${text}\n\n${text}`)).toEqual([
      'paragraph: Mar 12',
      `heading: ${text}`,
      `paragraph: ${text}`,
    ]);
  });

  it('a digest with front matter can be written', () => {
    expect(roundTrip('---\ntitle: Both\n---\nBirds\n\nThey sing. They fly.')).toEqual(
      expect.arrayContaining(['heading: Birds', 'paragraph: They sing. They fly.']),
    );
  });
});

function write(plugins: (typeof remarkMdx)[]) {
  const processor = unified().use(remarkDigest);
  for (const plugin of plugins) processor.use(plugin);
  return processor.use(remarkStringify);
}
