import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFacets, writeFacets, type PaperFacets } from '../../src/search/facets/facet-file.ts';
import { facetsOf } from '../../src/search/facets/facets-of.ts';
import { openFacets } from '../../src/search/facets/open-facets.ts';

const none: PaperFacets = { topic: [], category: [], dialect: [], has: [] };
const volumes: PaperFacets[][] = [
  [
    { ...none, date: '2025-04-01', topic: ['Birds', 'Night'], has: ['code'] },
    { ...none, date: '2025-03-12', topic: ['Birds'] },
    { ...none, topic: ['Night'] },
  ],
  [
    { ...none, date: '2025-03-01', topic: ['Birds'], category: ['cs.LG'] },
    { ...none, date: '2024-03-12', topic: ['Night'], has: ['code'] },
  ],
];
const ids = [
  ['a', 'b', 'c'],
  ['d', 'e'],
];

function open() {
  const asked: string[] = [];
  const texts = volumes.map(writeFacets);
  const facets = openFacets(
    ['/0/', '/1/'],
    () => Promise.resolve(ids),
    async (address) => {
      asked.push(address);
      return texts[Number(address.charAt(1))] ?? '';
    },
  );
  return { facets, asked };
}

test('a record can be narrowed by all that is known of it', () => {
  const record = {
    id: '2025-03-12/owls',
    title: 'Owls',
    text: '',
    issue: '2025-03-12',
    date: '2025-03-12',
    dialect: 'hugging-face',
    categories: ['cs.LG', 'stat.ML'],
    links: [
      { url: 'https://github.com/a/b', kind: 'code' },
      { url: 'https://example.org/a.pdf', kind: 'paper' },
      { url: 'https://example.org/a.zip', kind: 'dataset' },
    ],
  };
  expect(facetsOf({ record, topics: ['Birds'] })).toEqual({
    date: '2025-03-12',
    topic: ['Birds'],
    category: ['cs.LG', 'stat.ML'],
    dialect: ['hugging-face'],
    has: ['code', 'data'],
  });
});

test('what is written is read again', () => {
  const values = fc.uniqueArray(fc.constantFrom('Birds', 'Night birds', 'Größe', 'c:d'), { maxLength: 3 });
  const paper = fc.record({
    date: fc.constantFrom('2025-03-12', '2024-01-01', undefined),
    topic: values,
    category: values,
    dialect: values,
    has: values,
  });
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 100 }), (papers) => {
      const { dates, places } = readFacets(writeFacets(papers));
      expect(dates).toEqual(papers.map(({ date = '' }) => date));
      for (const name of ['topic', 'category', 'dialect', 'has'] as const) {
        const having = papers.map((_, place) =>
          [...places[name]].filter(([, own]) => own.includes(place)).map(([value]) => value),
        );
        expect(having).toEqual(papers.map((paper) => [...paper[name]].sort()));
      }
    }),
    { seed: 7 },
  );
});

describe('papers are narrowed', () => {
  test.each([
    [{}, 'abcde'],
    [{ topic: 'Birds' }, 'abd'],
    [{ topic: 'Birds', code: 'yes' }, 'a'],
    [{ topic: 'Fish' }, ''],
    [{ from: '2025-03', to: '2025-03' }, 'bd'],
    [{ from: '2025-03-02' }, 'ab'],
    [{ to: '2024' }, 'e'],
    [{ from: '2025', topic: 'Night' }, 'a'],
  ])('by %j', async (filters, expected) => {
    const allows = await open().facets.allowing(filters);
    expect(ids.flat().filter(allows).join('')).toBe(expected);
  });

  test('by nothing without any file', async () => {
    const { facets, asked } = open();
    await facets.allowing({});
    expect(asked).toEqual([]);
    await Promise.all([facets.allowing({ topic: 'Birds' }), facets.count(['a'], {})]);
    expect(asked).toEqual(['/0/facets.txt', '/1/facets.txt']);
  });
});

test('the values of a filter are counted as the other filters are chosen, months as all but the dates are', async () => {
  const counts = await open().facets.count(['a', 'b', 'c', 'e'], { topic: 'Night', from: '2025' });
  expect(counts).toEqual({
    topic: new Map([
      ['Birds', 2],
      ['Night', 1],
    ]),
    category: new Map(),
    dialect: new Map(),
    code: new Map([['yes', 1]]),
    months: new Map([
      ['2024-03', 1],
      ['2025-04', 1],
    ]),
  });
});
