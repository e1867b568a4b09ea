import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCitations } from '../../src/model/keyed-citation.ts';
import { toMarkdownList } from '../../src/outputs/markdown-list.ts';
import { barsOf, countIn, isWithin } from '../../src/search/page/date-bars.ts';
import {
  parseSaved,
  serializeSaved,
  withSearch,
  withoutSearch,
} from '../../src/search/page/saved-searches.ts';

describe('bars of dates', () => {
  test('months without papers have their place', () => {
    expect(barsOf(['2025-02', '2024-11'])).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
    expect(barsOf(['2025-02'])).toEqual(['2025-02']);
    expect(barsOf([])).toEqual([]);
  });

  test('a long time has bars of years, which count all their months', () => {
    expect(barsOf(['2019-06', '2025-02'])).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025']);
    const months = new Map([
      ['2024-11', 3],
      ['2024-12', 4],
      ['2025-01', 1],
    ]);
    expect(countIn('2024', months)).toBe(7);
    expect(countIn('2024-12', months)).toBe(4);
    expect(countIn('2023', months)).toBe(0);
  });

  test('a range of months, years or days chooses the bars that it touches', () => {
    expect(isWithin('2025-02', '2025-01', '2025-03')).toBe(true);
    expect(isWithin('2025-04', '2025-01', '2025-03')).toBe(false);
    expect(isWithin('2025-04', '2025', '2025')).toBe(true);
    expect(isWithin('2024-12', '2025', undefined)).toBe(false);
    expect(isWithin('2025', '2025-03', '2025-04')).toBe(true);
    expect(isWithin('2025-03', '2025-03-12', '2025-03-12')).toBe(true);
  });
});

describe('saved searches', () => {
  test('are read as they were written, the newest first, each once', () => {
    const searches = withSearch(withSearch([], { query: '?q=owls', seen: 2 }), { query: '?topic=Birds' });
    expect(searches.map(({ query }) => query)).toEqual(['?topic=Birds', '?q=owls']);
    expect(parseSaved(serializeSaved(searches))).toEqual(searches);
    expect(withSearch(searches, { query: '?q=owls', seen: 5 })).toEqual([
      { query: '?topic=Birds' },
      { query: '?q=owls', seen: 5 },
    ]);
    expect(withoutSearch(searches, '?q=owls')).toEqual([{ query: '?topic=Birds' }]);
  });

  test('whatever else the browser keeps there is passed over', () => {
    expect(parseSaved(null)).toEqual([]);
    expect(parseSaved('{"version":2,"searches":[{"query":"?q=owls"}]}')).toEqual([]);
    expect(
      parseSaved('{"version":1,"searches":[{"query":"javascript:"},{"query":"?q=a","seen":"x"}]}'),
    ).toEqual([{ query: '?q=a' }]);
    fc.assert(fc.property(fc.json(), (text) => Array.isArray(parseSaved(text))));
  });
});

test('a list in Markdown leads to each paper, and its signs mean nothing', () => {
  const [named, bare] = [
    { title: 'Sets [a_b] & *Stars*', authors: ['Ada Lovelace'], arxivId: '2410.05434' },
    { title: 'Nowhere', authors: [] },
  ].map((facts, index) => ({
    id: `2025/${index}`,
    data: { ...facts, organizations: [], links: [] },
    abstract: '',
  }));
  if (!named || !bare) throw new Error('There are two papers.');
  expect(toMarkdownList(toCitations([named, bare]))).toBe(
    '- Ada Lovelace (2024). [Sets \\[a\\_b\\] \\& \\*Stars\\*](<https://arxiv.org/abs/2410.05434>). arXiv:2410.05434.\n- Nowhere.\n',
  );
});
