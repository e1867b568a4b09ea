import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Parent, Point, Position } from 'unist';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { fromDigest } from '../src/index.ts';
import { lostLines, sourceLines, withoutInvisibleLines } from './accounting.ts';
import { plainTree } from './plain-tree.ts';

const runs = { seed: 20250312, numRuns: 500 };

/** Words of a digest: plain, foreign, and those that mean something to a parser of Markdown, MDX, YAML or digests. */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('birds', 'Sort', 'rivers.', 'Move!', 'a', '12', 'Paper,', '(old)'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Öl', '鸟', '🦉', '👩‍🔬', 'e\u0301', 'שלום', '\u00a0', '\u200b', '\ufeff'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '{x}',
      '<b>',
      '#',
      '-',
      '1.',
      '***',
      '`c`',
      '[a](b)',
      '---',
      '&amp;',
      '\\',
      '|',
      '$a$',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'https://github.com/a/b.',
      '(https://example.org/c)',
      'http://x',
      'https://é.org/🦉',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replace(/[\r\n]/g, '')),
  },
);
const white = fc.constantFrom('', '', '', ' ', '  ', '\t', ' \t ', '\u00a0');
const line = fc
  .tuple(white, fc.array(word, { minLength: 1, maxLength: 8 }), white)
  .map(([before, words, after]) => before + words.join(' ') + after);
const block = fc.array(line, { minLength: 1, maxLength: 4 });
const headerLine = fc.constantFrom(
  'new',
  'Get trending papers in your email inbox!',
  'Subscribe',
  'byMia and the research community',
  'Mar 12',
  'Feb 30',
  '2025-03-12',
  'Thirty readers today',
);
const frontMatterLine = fc.constantFrom(
  'title: Birds',
  'title: *Birds*',
  'date: 2025-03-12',
  'year: 2025',
  'year: soon',
  'dialect: none',
  'description: >-',
  '  folded',
  '- item',
  'a: &b c',
  'd: *b',
  '? [a]',
  '{',
  '"',
  '',
);
const frontMatter = fc.array(frontMatterLine, { maxLength: 5 }).map((lines) => ['---'].concat(lines, '---'));
const gap = fc.array(white, { minLength: 1, maxLength: 4 });

const digest = fc
  .record({
    mark: fc.constantFrom('', '', '', '\ufeff'),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    frontMatter: fc.option(frontMatter, { nil: [], freq: 5 }),
    header: fc.array(headerLine, { maxLength: 5 }),
    blocks: fc.array(fc.tuple(block, gap), { maxLength: 8 }),
  })
  .map(({ mark, lineEnd, frontMatter, header, blocks }) => {
    const lines = [...frontMatter, ...header.flatMap((line) => [line, '']), ...blocks.flat(2)];
    return mark + lines.join(lineEnd);
  });

/** Digests without front matter, for the properties that are not about it. */
const plainDigest = digest.filter((text) => !/^\ufeff?---/.test(text));

/** The one in which any text is titles and abstracts. */
const dialect = 'hugging-face';

describe('a random digest', () => {
  it('loses no line', () => {
    check(plainDigest, (source) => {
      expect(lostLines(source, fromDigest(source, { dialect }))).toEqual([]);
    });
  });

  it('keeps every character but white space, in order, when nothing is mended', () => {
    check(plainDigest, (source) => {
      expect(toString(fromDigest(source, { dialect, inline: false })).replace(/\s/g, '')).toBe(
        withoutInvisibleLines(source).replace(/\s/g, ''),
      );
    });
  });

  it('has text nodes that hold what stands at their place', () => {
    check(plainDigest, (source) => {
      visit(fromDigest(source, { dialect }), 'text', ({ value: shown, data, position }) => {
        const value = data?.source ?? shown;
        const { start, end } = position as Position;
        const slice = source.slice(start.offset, end.offset);
        const oneLine = start.line === end.line;
        expect(oneLine ? slice : foldLines(slice)).toBe(oneLine ? value : foldLines(value));
      });
    });
  });

  it('has lines and columns that agree with the offsets', () => {
    check(plainDigest, (source) => {
      const lines = sourceLines(source);
      visit(fromDigest(source, { dialect }), (node: Nodes) => {
        const { start, end } = node.position as Position;
        for (const { line, column, offset } of [start, end] as Required<Point>[]) {
          expect((lines[line - 1]?.start ?? NaN) + column - 1, `${node.type} ${line}:${column}`).toBe(offset);
        }
      });
    });
  });

  it('has children inside their parents, one after the other', () => {
    check(plainDigest, (source) => {
      visit(fromDigest(source, { dialect }), (node: Nodes) => {
        let from = node.position?.start.offset ?? NaN;
        for (const child of (node as Parent).children ?? []) {
          expect(child.position?.start.offset).toBeGreaterThanOrEqual(from);
          from = child.position?.end.offset ?? NaN;
        }
        expect(from).toBeLessThanOrEqual(node.position?.end.offset ?? NaN);
      });
    });
  });

  it('gives the same tree every time', () => {
    check(plainDigest, (source) => {
      expect(plainTree(fromDigest(source, { dialect }))).toEqual(plainTree(fromDigest(source, { dialect })));
    });
  });
});

describe('fromDigest never throws', () => {
  it('on a digest with front matter', () => {
    check(digest, (source) => {
      expect(lostLines(source, fromDigest(source))).toEqual([]);
    });
  });

  it('on any text', () => {
    check(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      expect(lostLines(source, fromDigest(source))).toEqual([]);
    });
  });

  it('on text with lone surrogates', () => {
    check(fc.array(fc.constantFrom('\ud83e', '\udd89', 'a', '\n', ' ', 'https://a.org/')), (units) => {
      const source = units.join('');
      expect(lostLines(source, fromDigest(source))).toEqual([]);
    });
  });

  it('on any bytes', () => {
    check(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(fromDigest(bytes).type).toBe('root');
    });
  });
});

describe('a fixture', () => {
  const folder = new URL('fixtures/', import.meta.url);
  const cases = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    // Their text is not what a decoder of UTF-8 gives.
    .filter((name) => !/^utf-16|^windows|^encoding/.test(name));

  it.each(cases)('loses no line: %s', (name) => {
    const input = readdirSync(new URL(`${name}/`, folder)).find((file) => file.startsWith('input.'));
    const source = readFileSync(new URL(`${name}/${input}`, folder), 'utf8');
    expect(lostLines(source, fromDigest(source))).toEqual([]);
  });
});

function check<Value>(arbitrary: fc.Arbitrary<Value>, predicate: (value: Value) => void): void {
  fc.assert(fc.property(arbitrary, predicate), runs);
}

/** A text of several lines without the white space at the ends of each. */
function foldLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .join('\n');
}
