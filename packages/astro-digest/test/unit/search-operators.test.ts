import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOperators } from '../../src/search/operators.ts';
import { parseQuery } from '../../src/search/query.ts';

describe('operators', () => {
  test('are parted from the words, in whatever case, with or without quotes', () => {
    const { terms, operators } = parseQuery('owls Topic:"barn owls" at night in:2025-03 has:code');
    expect(terms.map(({ typed }) => typed)).toEqual(['owls', 'night']);
    expect(operators).toEqual([
      { name: 'topic', value: 'barn owls', typed: 'Topic:"barn owls"' },
      { name: 'in', value: '2025-03', typed: 'in:2025-03' },
      { name: 'has', value: 'code', typed: 'has:code' },
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
  ])('are not in %j', (text) => {
    expect(readOperators(text)).toEqual({ text, operators: [] });
  });

  test('alone leave no word to look for', () => {
    expect(parseQuery('topic:owls before:2025')).toMatchObject({ terms: [], phrases: [], isCut: false });
  });

  test('are read of any text, and no word of it is lost', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('topic:', 'in:2025', ' ', '"', '“a b”', 'has:"code', 'before:x', '-'),
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
