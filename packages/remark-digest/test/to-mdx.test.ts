import * as fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { fromDigest, toMdx, type DigestEntry } from '../src/index.ts';
import { canonicalLine, canonicalText } from '../src/canonical.ts';
import { onePaper } from './one-paper.ts';
import { readMdx } from './read-mdx.ts';

/** Nothing is mended but the addresses: the text is what it was. */
const linksAlone = { typography: false, markup: false, lists: false, maths: false };

/** Texts that mean something to Markdown, GFM or MDX. */
const nasty = [
  '{x}',
  '{',
  '}',
  '{/* comment */}',
  '{`${process.exit(1)}`}',
  '<b>bold</b>',
  '<b',
  '</b>',
  '<Component />',
  '<>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a < b > c',
  'export const a = 1',
  'export default function MDXContent() {}',
  'export{a}',
  'export * from "y"',
  'import x from "y"',
  'import "y"',
  'import(x)',
  'imports and exports',
  '# heading',
  '###### heading',
  'heading #',
  '- item',
  '+ item',
  '* item',
  '1. one',
  '1) one',
  '123456789. one',
  '***',
  '*stress*',
  '**strong**',
  '_stress_',
  '__strong__',
  '___',
  '`code`',
  '``` `code` ```',
  '```js',
  '~~~',
  '[a](b)',
  '![a](b)',
  '[a]: b',
  '[a][b]',
  '[^1]',
  '[^1]: note',
  '[ ] task',
  '<!-- -->',
  '<!doctype html>',
  '<?php ?>',
  '<![CDATA[x]]>',
  '<mailto:a@b.c>',
  '---',
  '===',
  '--- layout: x ---',
  '&amp;',
  '&#123;',
  '&lt;b&gt;',
  'a & b',
  '\\',
  '\\\\',
  '\\{x\\}',
  'end\\',
  '~~x~~',
  '~x~',
  '$a$',
  '$$',
  '| a | b |',
  '> quote',
  ':::note',
  ':name[x]{y}',
  '@import',
  '%comment',
  '=',
  '"quotes" and \'quotes\'',
  '-- dashes --- and ...',
  'www.example.org',
  'a@example.org',
  'tab\tinside',
  'two  spaces',
  'e\u0301 \u00a0 \u200b 👩‍🔬 שלום 鸟',
];

describe('the body', () => {
  it.each(nasty)('reads %s as the same text', (text) => {
    expect(read(onePaper('Birds', text, linksAlone))).toEqual(asText(text));
  });

  it.each(nasty)('reads %s as the same text within a paragraph', (text) => {
    const abstract = `Birds sing\n${text}\nand ${text} all day.`;
    expect(read(onePaper('Birds', abstract, linksAlone))).toEqual(asText(abstract));
  });

  it.each(nasty)('reads %s as the same text beside an address', (text) => {
    const abstract = `${text} https://example.org/a ${text}`;
    expect(read(onePaper('Birds', abstract, linksAlone))).toEqual(asText(abstract));
  });

  it.each(nasty)('reads %s as the same text in lines around an address', (text) => {
    const abstract = `${text}\nhttps://example.org/a\n${text}`;
    expect(read(onePaper('Birds', abstract, linksAlone))).toEqual(asText(abstract));
  });

  it('never makes an image of an address after an exclamation mark', () => {
    expect(read(onePaper('Birds', 'Look!https://example.org/bird.png', linksAlone))).toEqual(
      asText('Look!https://example.org/bird.png'),
    );
  });

  it('keeps paragraphs apart', () => {
    const second = '# Not a heading. It is the second paragraph.';
    expect(read(onePaper('Birds', `Birds sing. They do.\n\n${second}`, linksAlone))).toEqual(
      asText('Birds sing. They do.', second),
    );
  });

  it('is empty for a paper without an abstract', () => {
    const [paper] = fromDigest('Birds', { dialect: 'hugging-face' }).children;
    expect(toMdx(paper as DigestEntry)).toBe('---\ntitle: "Birds"\norder: 1\n---\n');
  });

  it('has no heading: the title is in the front matter alone', () => {
    expect(toMdx(onePaper('Birds', 'They sing.'))).toBe('---\ntitle: "Birds"\norder: 1\n---\n\nThey sing.\n');
  });

  it('reads any text as the same text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...nasty),
      fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~$&^:=@%"\'/0123456789 '),
      fc.constantFrom(' ', '\n', 'a', 'export ', 'import ', 'https://example.org/'),
    );
    const text = fc
      .array(piece, { minLength: 1, maxLength: 12 })
      .map((pieces) =>
        pieces
          .join('')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join('\n'),
      )
      .filter((text) => text !== '');
    fc.assert(
      fc.property(text, (text) => {
        expect(read(onePaper('Birds', text, linksAlone))).toEqual(asText(text));
      }),
      { seed: 20250312, numRuns: 2000 },
    );
  });
});

describe('an address', () => {
  it.each([
    'https://example.org/a_b*c',
    'https://example.org/a%20b',
    'https://example.org/a%2Fb',
    'https://example.org/?q=a%26b',
    'https://example.org/100%',
    'https://example.org/%zz',
    'https://example.org/?a=1&amp;b=2',
    'https://example.org/?a=1&copy;b=2',
    'https://example.org/(a)',
    'https://example.org/[a]b',
    'https://example.org/$a~b',
    'https://example.org/鸟',
    'https://example.org/🦉',
  ])('leads to the same place: %s', (address) => {
    const paper = onePaper('Birds', `See ${address} there.`);
    expect(paper.links.map((link) => link.url)).toEqual([address]);
    const [url = ''] = readMdx(toMdx(paper)).urls;
    expect(canonical(url)).toBe(canonical(address));
  });

  it('is written even where it holds half a character', () => {
    const paper = onePaper('Birds', 'See https://example.org/\ud83e there.');
    expect(() => toMdx(paper)).not.toThrow();
  });
});

describe('the front matter', () => {
  const entry: DigestEntry = {
    ...onePaper('Birds', 'They sing at https://github.com/mia/birds.'),
    authors: ['Mia Öl', 'Ada "A." Birds'],
    date: '2025-03-12',
    arxivId: '2503.01234',
    upvotes: 12,
    submittedBy: 'mia',
  };

  it('has one key a line, in this order, with JSON values', () => {
    expect(readMdx(toMdx(entry)).frontMatter).toEqual([
      'title: "Birds"',
      'order: 1',
      'authors: ["Mia Öl","Ada \\"A.\\" Birds"]',
      'date: "2025-03-12"',
      'arxivId: "2503.01234"',
      'upvotes: 12',
      'submittedBy: "mia"',
      'links: [{"url":"https://github.com/mia/birds","kind":"code"}]',
    ]);
  });

  it('says the same in YAML', () => {
    expect(parseYaml(readMdx(toMdx(entry)).frontMatter.join('\n'))).toEqual({
      title: 'Birds',
      order: 1,
      authors: ['Mia Öl', 'Ada "A." Birds'],
      date: '2025-03-12',
      arxivId: '2503.01234',
      upvotes: 12,
      submittedBy: 'mia',
      links: [{ url: 'https://github.com/mia/birds', kind: 'code' }],
    });
  });

  it('leaves out what the digest does not tell', () => {
    expect(readMdx(toMdx(onePaper('Birds', 'They sing.'))).frontMatter).toEqual([
      'title: "Birds"',
      'order: 1',
    ]);
  });

  it.each([
    'layout: ./evil.astro',
    'slug: evil',
    '---',
    '{x}',
    '"',
    "'",
    '\\',
    '# a',
    '- a',
    '!!js a',
    '*a',
    '&a b',
  ])('takes the title %s for text', (title) => {
    const { frontMatter, blocks } = readMdx(toMdx(onePaper(title, 'They sing.')));
    expect(frontMatter).toEqual([`title: ${JSON.stringify(title)}`, 'order: 1']);
    expect(parseYaml(frontMatter.join('\n'))).toEqual({ title, order: 1 });
    expect(blocks).toEqual(['They sing.']);
  });

  it('takes no key from outside its list, and none from the lines of a value', () => {
    const title = 'Birds\n---\nlayout: ./evil.astro\nslug: evil';
    const hostile = { ...entry, title, layout: './evil.astro', draft: true };
    const { frontMatter } = readMdx(toMdx(hostile));
    expect(Object.keys(parseYaml(frontMatter.join('\n')))).toEqual([
      'title',
      'order',
      'authors',
      'date',
      'arxivId',
      'upvotes',
      'submittedBy',
      'links',
    ]);
  });

  it('has no control characters, and no half characters', () => {
    const title = 'Birds \0\x1b\x7f \x85 and \u2028 rivers \ufffe \ud83e sing';
    const { frontMatter } = readMdx(toMdx({ ...entry, title }));
    expect(parseYaml(frontMatter.join('\n')).title).toBe('Birds and rivers \ufffd \ufffd sing');
    expect(frontMatter[0]?.isWellFormed()).toBe(true);
  });

  it('gives any title back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        expect(parseYaml(readMdx(toMdx({ ...entry, title })).frontMatter.join('\n')).title).toBe(
          canonicalLine(title),
        );
      }),
      { seed: 20250312, numRuns: 500 },
    );
  });
});

/** The abstract of a paper as its tree has it and as MDX reads it, and what MDX takes for markup in it. */
function read(paper: DigestEntry) {
  const { blocks, types } = readMdx(toMdx(paper));
  return {
    tree: paper.children.slice(1).map((node) => toString(node)),
    mdx: blocks,
    markup: types.filter((type) => !['root', 'paragraph', 'text', 'link'].includes(type)),
  };
}

/** What {@link read} must give for an abstract of these paragraphs. */
function asText(...paragraphs: string[]): ReturnType<typeof read> {
  return { tree: paragraphs, mdx: paragraphs.map(canonicalText), markup: [] };
}

/** An address in the one form that all ways of writing it share: a percent sign and brackets may stand escaped or not. */
function canonical(address: string): string {
  return new URL(address.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[[\]]/g, encodeURIComponent)).href;
}
