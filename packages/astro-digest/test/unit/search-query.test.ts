import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../src/search/address.ts';
import { rangeFilters, valueFilters } from '../../src/search/filters.ts';
import { longestQuery, parseQuery, toPagefindQuery } from '../../src/search/query.ts';
import { isTitle, titleKey } from '../../src/search/title-key.ts';

const words = (text: string): string => toPagefindQuery(parseQuery(text).terms);

describe('what is typed becomes what the index has', () => {
  test.each([
    ['2410.05434', '241005434'],
    ['arXiv:2410.05434', '241005434'],
    ['https://arxiv.org/abs/2410.05434v3', '241005434'],
    ['https://doi.org/10.1109/5.771073', '1011095771073'],
    ['C++', 'c++'],
    ['sharpDARTS', 'sharpdarts'],
    ['UCB1-FLAD', 'ucb1flad'],
    ['TRE-4', 'tre4'],
    ['few-shot', 'few shot'],
    ['n^{1+o(1)}', 'n1+o1'],
    ['Müller', 'muller'],
    ['the attention of a model', 'attention model'],
    ['learning learning', 'learning'],
    ['of the', 'of the'],
    ['...', ''],
  ])('%s', (typed, expected) => {
    expect(words(typed)).toBe(expected);
  });

  test.each(['"few-shot learning"', '“few-shot learning”', '«few-shot learning»', '„few-shot learning“'])(
    'quotes: %s',
    (typed) => {
      expect(parseQuery(typed).phrases.map(({ line }) => line)).toEqual([' few shot learning ']);
    },
  );

  test('whatever is typed, each word is looked for once and none is empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { terms } = parseQuery(text);
        expect(new Set(terms.map(({ whole }) => whole)).size).toBe(terms.length);
        for (const { whole } of terms) expect(whole).not.toBe('');
      }),
    );
  });
});

describe('of what is very long', () => {
  test.each([
    ['one word of 1 MB', 'a'.repeat(1_000_000)],
    ['100 kB of words', 'owl '.repeat(25_000)],
    ['100 kB of words without blanks', '手法'.repeat(20_000)],
  ])('the beginning is looked for: %s', (_, typed) => {
    const query = parseQuery(typed);
    expect(query.isCut).toBe(true);
    expect(query.text.length).toBeLessThanOrEqual(longestQuery.characters);
    expect(query.text.trim().split(/\s+/).length).toBeLessThanOrEqual(longestQuery.words);
    expect(writeAddress('/search/', { text: typed, filters: {}, sort: 'newest' }).length).toBeLessThan(
      10_000,
    );
  });

  test.each(['owls', '  owls at night \n', 'word '.repeat(48), ''])('all of %j', (typed) => {
    expect(parseQuery(typed)).toMatchObject({ isCut: false });
  });
});

describe('a title', () => {
  test('is one but for case, accents and punctuation', () => {
    expect(isTitle('Déjà Vu: A Tale of C++', 'deja vu a tale of c++')).toBe(true);
    expect(titleKey('Déjà Vu: A Tale of C++')).toBe(titleKey('deja vu – a tale of C++'));
    expect(isTitle('A is not B', 'A is not not B')).toBe(false);
    expect(titleKey('A is not B')).not.toBe(titleKey('B is not A'));
  });
});

describe('the address', () => {
  test('says nothing where nothing is asked', () => {
    expect(writeAddress('/search/', readAddress(''))).toBe('/search/');
    expect(readAddress('?sort=sideways&x=y')).toEqual({ text: '', filters: {}, sort: 'relevance' });
  });

  test('gives back what was asked, whatever it was', () => {
    const state = fc.record({
      text: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
      filters: fc
        .tuple(
          fc.dictionary(fc.constantFrom(...valueFilters), fc.string({ unit: 'grapheme', minLength: 1 })),
          fc.dictionary(fc.constantFrom(...rangeFilters), fc.constantFrom('2025', '2025-03', '2025-03-12')),
        )
        .map(([values, range]) => ({ ...values, ...range })),
      sort: fc.constantFrom('relevance' as const, 'newest' as const, 'votes' as const),
    });
    fc.assert(
      fc.property(state, (asked) => {
        const { search } = new URL(writeAddress('/search/', asked), 'https://example.org');
        expect(readAddress(search)).toEqual({ ...asked, filters: { ...asked.filters } });
      }),
    );
  });

  test('has a year as a range of dates, and no range that is none', () => {
    expect(readAddress('?year=2024').filters).toEqual({ from: '2024', to: '2024' });
    expect(readAddress('?from=2024-05&to=soon').filters).toEqual({ from: '2024-05' });
  });
});
