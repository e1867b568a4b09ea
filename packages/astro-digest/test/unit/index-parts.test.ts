import { describe, expect, test } from 'vitest';
import { cutIntoParts, partCount, partFolders, planIndexes } from '../../src/search/index-parts.ts';

describe('the parts of an index', () => {
  test.each([
    [0, 1],
    [5000, 1],
    [5001, 3],
    [20_000, 3],
    [50_000, 5],
  ])('%i papers come in %i', (papers, parts) => {
    expect(partCount(papers)).toBe(parts);
  });

  test('the others are in the folder of the first', () => {
    expect(partFolders('pagefind', 3)).toEqual(['pagefind', 'pagefind/part-2', 'pagefind/part-3']);
  });

  test.each([
    [
      [1, 2, 3, 4, 5, 6, 7],
      3,
      [
        [1, 2, 3],
        [4, 5],
        [6, 7],
      ],
    ],
    [[1, 2, 3, 4, 5, 6, 7], 4, [[1, 2], [3, 4], [5, 6], [7]]],
    [[1, 2, 3], 3, [[1], [2], [3]]],
    [[1, 2, 3], 4, [[1], [2], [3], []]],
    [[1], 2, [[1], []]],
    [[], 1, [[]]],
  ])('%j in %i', (records, parts, expected) => {
    expect(cutIntoParts(records, parts)).toEqual(expected);
  });

  test('each shard has those of its own papers', () => {
    const fronts = [
      { id: '2025-03-10', date: '2025-03-10', papers: 2500 },
      { id: '2025-03-11', date: '2025-03-11', papers: 10 },
      { id: '2025-03-12', date: '2025-03-12', papers: 3000 },
    ];
    expect(planIndexes(fronts, 2)).toEqual([
      { issues: ['2025-03-10', '2025-03-12'], papers: 5500, parts: 3 },
      { issues: ['2025-03-11'], papers: 10, parts: 1 },
    ]);
    expect(planIndexes(fronts, 1)).toEqual([{ issues: fronts.map(({ id }) => id), papers: 5510, parts: 3 }]);
  });
});
