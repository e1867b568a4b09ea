import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOperators } from '../../src/search/operators/read-operators.ts';
import { parseQuery } from '../../src/search/query.ts';

describe('operators', () => {
  test('are parted from the words, in whatever case, with or without quotes', () => {
    const { terms, operators } = parseQuery('owls Topic:"barn owls" at night in:2025-03 has:code');
    expect(terms.map(({ typed }) => typed)).toEqual(['owls', 'night']);
    expect(operators).toEqual([
      { name: 'topic', value: 'barn owls', isNot: false, typed: 'Topic:"barn owls"' },
      { name: 'in', value: '2025-03', isNot: false, typed: 'in:2025-03' },
      { name: 'has', value: 'code', isNot: false, typed: 'has:code' },
    ]);
  });

  test('leave out what a sign stands before', () => {
    const { terms, operators } = parseQuery('owls -night -“barn owls” -author:"Wei Li" -is:read');
    expect(terms.map(({ typed }) => typed)).toEqual(['owls']);
    expect(operators.map(({ name, value, isNot }) => ({ name, value, isNot }))).toEqual([
      { name: 'word', value: 'night', isNot: true },
      { name: 'word', value: 'barn owls', isNot: true },
      { name: 'author', value: 'Wei Li', isNot: true },
      { name: 'is', value: 'read', isNot: true },
    ]);
  });

  test.each([
    'Title: subtitle',
    'C++: a tale',
    'topic: owls',
    'chapter:2',
    'doi:10.1000/182',
    'has:',
    'xtopic:owls',
    'owls - by night',
    'few-shot',
    'below -5 degrees',
    '--help',
    '-',
  ])('are not in %j', (text) => {
    expect(readOperators(text)).toEqual({ text, operators: [] });
  });

  test('alone leave no word to look for', () => {
    expect(parseQuery('topic:owls before:2025')).toMatchObject({ terms: [], phrases: [], isCut: false });
  });

  test('are read of any text, and no word of it is lost', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('topic:', 'in:2025', ' ', '"', '“a b”', 'has:"code', 'before:x', '-', '-a', '-is:'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const typed = pieces.join('');
        const { text, operators } = readOperators(typed);
        let rest = typed;
        for (const { typed } of operators) rest = rest.replace(typed, () => ' ');
        expect(text).toBe(rest);
        for (const { value } of operators) expect(value).not.toBe('');
      }),
      { seed: 18, numRuns: 1000 },
    );
  });

  test('are read at once of what is very long', () => {
    for (const text of ['topic:"'.repeat(50_000), 'in:'.repeat(100_000), ' '.repeat(300_000)])
      expect(parseQuery(text).isCut || text.trim() === '').toBe(true);
  });
});
