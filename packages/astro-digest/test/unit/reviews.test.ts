import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../src/model/archive.ts';
import { dateOf, dayNumber } from '../../src/model/days.ts';
import { countPeriods } from '../../src/model/period-counts.ts';
import { reviewedPeriods, reviewOf, type ReviewedPaper } from '../../src/model/reviews.ts';

/** Issues by their days, with as many papers. */
const issuesOf = (days: Readonly<Record<string, number>>) =>
  Object.entries(days).map(([date, count]) => ({
    id: date,
    data: { date, papers: Array.from({ length: count }, (_, number) => `${date}/${number}`) },
  }));

const everyDay = (first: string, count: number): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, day) => [dateOf((dayNumber(first) as number) + day), 2]),
  );

const reviewed = (days: Record<string, number>) => {
  const { month, week } = reviewedPeriods(archiveOf(issuesOf(days)));
  return [...month, ...week].map(({ id }) => id);
};

describe('which periods have a review', () => {
  test('those that are over and had several issues', () => {
    expect(reviewed(everyDay('2025-03-03', 5))).toEqual([]);
    expect(reviewed(everyDay('2025-03-03', 8))).toEqual(['2025-W10']);
    expect(reviewed(everyDay('2025-03-24', 9))).toEqual(['2025-03', '2025-W13']);
    expect(reviewed({ '2025-03-03': 2, '2025-03-10': 2, '2025-04-01': 2 })).toEqual(['2025-03']);
  });

  test('a later issue takes none away', () => {
    const days = everyDay('2025-03-03', 70);
    for (let count = 1; count < 70; count++) {
      const before = reviewed(Object.fromEntries(Object.entries(days).slice(0, count)));
      const after = reviewed(Object.fromEntries(Object.entries(days).slice(0, count + 1)));
      expect(after).toEqual(expect.arrayContaining(before));
    }
  });
});

describe('a review', () => {
  const days = { '2025-03-03': 2, '2025-03-10': 3, '2025-03-12': 3, '2025-03-17': 1 };
  const votes: Record<string, number> = { '2025-03-10/1': 5, '2025-03-12/0': 9, '2025-03-12/2': 0 };
  // The last paper of the 10th is one of the 3rd, and comes again on the 12th.
  const homes: Record<string, string> = { '2025-03-10/2': '2025-03-03/0', '2025-03-12/1': '2025-03-03/0' };
  const issues = issuesOf(days);
  const archive = archiveOf(issues);
  const period = archive.weeks.find(({ id }) => id === '2025-W11');
  const papersOf = ({ data }: (typeof issues)[number]): ReviewedPaper[] =>
    data.papers.map((id) => ({ id, home: homes[id] ?? id, votes: votes[id] }));
  const counts = countPeriods(
    {
      days: new Map(issues.flatMap(({ data }) => data.papers.map((id) => [id, data.date]))),
      newest: '2025-03-17',
      topics: [],
    },
    'week',
  );
  if (!period) throw new Error('There is no such week.');
  const review = reviewOf({ period, counts, previous: '2025-W10', papersOf });

  test('has each paper once, in the order of the days', () => {
    expect(review.papers).toEqual([
      '2025-03-10/0',
      '2025-03-10/1',
      '2025-03-10/2',
      '2025-03-12/0',
      '2025-03-12/2',
    ]);
    expect(review.issues).toEqual(['2025-03-10', '2025-03-12']);
  });

  test('parts what came for the first time from what was seen before', () => {
    expect(review.firstSeen).toEqual(['2025-03-10/0', '2025-03-10/1', '2025-03-12/0', '2025-03-12/2']);
    expect(review.again).toEqual(['2025-03-10/2']);
  });

  test('names those that had votes, the most first', () => {
    expect(review.voted).toEqual(['2025-03-12/0', '2025-03-10/1']);
  });

  test('knows its days, and when it is out', () => {
    expect(review).toMatchObject({
      id: '2025-W11',
      unit: 'week',
      first: '2025-03-10',
      last: '2025-03-12',
      published: '2025-03-17',
      previous: '2025-W10',
    });
  });
});
