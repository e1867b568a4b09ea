import * as fc from 'fast-check';
import type { Link, PhrasingContent, Text } from 'mdast';
import { describe, expect, it } from 'vitest';
import {
  canonicalAddress,
  canonicalLine,
  canonicalRuns,
  canonicalText,
  cleanCharacters,
  sourceText,
} from '../src/canonical.ts';

function text(value: string): Text {
  return { type: 'text', value };
}

function run(value: string, style = {}) {
  return { type: 'run', text: value, strong: false, emphasis: false, ...style };
}

function stressed(count: number): PhrasingContent[] {
  return Array.from({ length: count }, (): PhrasingContent[] => [
    { type: 'emphasis', children: [text('a')] },
    text('b'),
  ]).flat();
}

describe('canonicalText', () => {
  it.each([
    ['half characters', 'a\ud83e b\udd89', 'a\ufffd b\ufffd'],
    ['what is no character', 'a\ufffe\ufdd0\u{1ffff}', 'a\ufffd\ufffd\ufffd'],
    ['control characters', 'a\0b\x1bc\x7fd\x9fe', 'abcde'],
    ['line ends of every kind', 'a\rb\r\nc\vd\fe\x85f\u2028g\u2029h', 'a\nb\nc\nd\ne\nf\ng\nh'],
    ['blanks around line ends', 'a \t\n  b', 'a\nb'],
    ['blank lines', 'a\n\n \t\nb', 'a\nb'],
    ['blanks at the ends', ' \n a\t \n', 'a'],
    ['nothing but blanks', ' \n\t', ''],
    [
      'the words that Astro cuts',
      'export default function MDXContent',
      'export default function\tMDXContent',
    ],
  ])('changes %s', (_, text, expected) => {
    expect(canonicalText(text)).toBe(expected);
  });

  it.each([
    ['tabs and blanks inside a line', 'a\tb  c'],
    ['all white space of Unicode', '\u00a0a\u2003b\u3000'],
    ['signs that have no width', 'a\u200bb\u200dc\u202ed\ufeffe'],
    ['characters beyond the first plane', '🦉𝐀👩‍🔬'],
    ['letters with accents of their own', 'e\u0301'],
  ])('leaves %s', (_, text) => {
    expect(canonicalText(text)).toBe(text);
  });

  it('changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text));
      }),
      { seed: 20250312, numRuns: 2000 },
    );
  });
});

it('canonicalLine has no line ends', () => {
  expect(canonicalLine(' a \n b\u2028c ')).toBe('a b c');
});

it('cleanCharacters folds no blanks', () => {
  expect(cleanCharacters(' a\0 \r b ')).toBe(' a \n b ');
});

it('sourceText is the text as it stood', () => {
  expect(
    sourceText({
      type: 'paragraph',
      children: [
        { type: 'text', value: 'a ' },
        { type: 'inlineMath', value: '\\sqrt{n}', data: { source: 'sqrt{n}', hChildren: [] } },
        { type: 'inlineMath', value: 'x' } as never,
        { type: 'break' },
        { type: 'strong', children: [{ type: 'text', value: 'b\ud83e' }] },
        { type: 'inlineCode', value: 'c' },
      ],
    }),
  ).toBe('a sqrt{n}x\nb\ufffd');
});

describe('canonicalAddress', () => {
  it.each([
    ['https://example.org/a_(b)?c=d&e#f', 'https://example.org/a_(b)?c=d&e#f'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['https://example.org/鸟', 'https://example.org/鸟'],
    ['https://example.org/a b\n"<{`|\\^}>', 'https://example.org/a%20b%0A%22%3C%7B%60%7C%5C%5E%7D%3E'],
    ['https://example.org/\ud83e', 'https://example.org/\ufffd'],
  ])('writes %j', (url, expected) => {
    expect(canonicalAddress(url)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    ' https://example.org',
    'data:text/html,a',
    '//example.org',
    '/a',
    'a',
    '',
  ])('refuses %j', (url) => {
    expect(canonicalAddress(url)).toBeUndefined();
  });
});

describe('canonicalRuns', () => {
  it('makes one run of neighbours of one style', () => {
    expect(
      canonicalRuns([
        text('a '),
        { type: 'strong', children: [text('b'), { type: 'strong', children: [text('c')] }] },
        { type: 'strong', children: [text('d')] },
        text(''),
        text(' e'),
        text('f'),
      ]),
    ).toEqual([run('a '), run('bcd', { strong: true }), run(' ef')]);
  });

  it('takes blanks out of what is stressed or linked', () => {
    expect(
      canonicalRuns([
        text('a'),
        { type: 'emphasis', children: [text(' b ')] },
        { type: 'link', url: 'https://a.b/', children: [text(' c ')] },
        { type: 'emphasis', children: [text(' ')] },
        text('d'),
      ]),
    ).toEqual([
      run('a '),
      run('b', { emphasis: true }),
      run('  '),
      { type: 'link', url: 'https://a.b/', strong: false, emphasis: false, children: [run('c')] },
      run('  d'),
    ]);
  });

  it('leaves blanks inside of what is stressed on both sides', () => {
    const link: Link = { type: 'link', url: 'https://a.b/', children: [text('b')] };
    expect(canonicalRuns([{ type: 'strong', children: [text('a'), link, text(' '), link] }])).toMatchObject([
      { text: 'a', strong: true },
      { type: 'link', strong: true },
      { text: ' ', strong: true },
      { type: 'link', strong: true },
    ]);
  });

  it('keeps two links apart, and one together', () => {
    const link = {
      type: 'link',
      url: 'https://a.b/',
      children: [text('a'), { type: 'strong', children: [text('b')] }],
    };
    expect(canonicalRuns([link, link] as never)).toEqual(
      [0, 1].map(() => ({
        type: 'link',
        url: 'https://a.b/',
        strong: false,
        emphasis: false,
        children: [run('a'), run('b', { strong: true })],
      })),
    );
  });

  it('writes a link that leads nowhere good as its text', () => {
    expect(canonicalRuns([{ type: 'link', url: 'javascript:a', children: [text('a')] }, text('b')])).toEqual([
      run('ab'),
    ]);
  });

  it('joins what a repair has parted, and no halves of a character', () => {
    expect(canonicalRuns([text('at x'), text('mpp:a@b.c')])).toMatchObject([
      { type: 'run', text: 'at ' },
      { type: 'link', url: 'mailto:a@b.c' },
    ]);
    expect(canonicalRuns([text('a\ud83e'), text('\udd89b')])).toEqual([run('a\ufffd\ufffdb')]);
  });

  it('links a chat address to its mail address, before GFM does worse', () => {
    expect(canonicalRuns([text('at xmpp:a@b.c!')])).toMatchObject([
      { text: 'at ' },
      { type: 'link', url: 'mailto:a@b.c', children: [{ text: 'xmpp:a@b.c' }] },
      { text: '!' },
    ]);
  });

  it('gives up on stress in a block that has no end of it', () => {
    expect(canonicalRuns(stressed(500))).toHaveLength(1000);
    expect(canonicalRuns(stressed(501))).toEqual([run('ab'.repeat(501))]);
  });

  it('gives up on links in a block that has no end of them', () => {
    const links = Array.from({ length: 1000 }, (): Link => ({
      type: 'link',
      url: 'https://a.b/',
      children: [text('a')],
    }));
    expect(canonicalRuns(links)).toHaveLength(1000);
    expect(canonicalRuns([...links, text('b'), ...links])).toEqual([
      run(`${'a'.repeat(1000)}b${'a'.repeat(1000)}`),
    ]);
  });

  it('keeps the nodes of others in their place', () => {
    const code = { type: 'inlineCode', value: 'b' } as const;
    expect(canonicalRuns([text('a '), code, text(' c')])).toMatchObject([
      { text: 'a ' },
      { type: 'other', node: code },
      { text: ' c' },
    ]);
  });

  it('writes the code of a digest between backticks, unless it has some', () => {
    const code = (value: string): PhrasingContent =>
      ({ type: 'inlineCode', value, data: { source: value } }) as PhrasingContent;
    expect(canonicalRuns([code('a_b')])).toEqual([run('`a_b`')]);
    expect(canonicalRuns([code('a`b')])).toEqual([run('a`b')]);
  });
});
