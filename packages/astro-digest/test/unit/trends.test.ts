import { expect, test } from 'vitest';
import { countPeriods, type CountedPapers } from '../../src/model/period-counts.ts';
import { trendOfTopic, trendsOf, unitOfTrends } from '../../src/model/trends.ts';
import { times, weeksOf } from './counted-papers.ts';

const unitOf = (papers: CountedPapers) =>
  unitOfTrends({ month: () => countPeriods(papers, 'month'), week: () => countPeriods(papers, 'week') });

test('papers are counted by weeks as soon as four are over, and by months as soon as six are', () => {
  const week = { Owls: 3 };
  expect(unitOf(weeksOf(times(3, week)))).toBeUndefined();
  expect(unitOf(weeksOf(times(4, week)))).toBe('week');
  expect(unitOf(weeksOf(times(25, week)))).toBe('week');
  expect(unitOf(weeksOf(times(26, week)))).toBe('month');
});

test('periods without papers make nothing old', () => {
  expect(unitOf(weeksOf([{ Owls: 1 }, ...times(300, {}), { Owls: 1 }]))).toBeUndefined();
});

test('a line has all periods that are over, those without papers too', () => {
  const { all, period } = trendsOf(
    countPeriods(weeksOf([{ Owls: 3 }, {}, { Owls: 2, Bats: 1 }, { Bats: 4 }]), 'week'),
  );
  expect(all).toEqual({
    unit: 'week',
    periods: ['2025-W02', '2025-W03', '2025-W04', '2025-W05'],
    counts: [3, 0, 3, 4],
  });
  expect(period).toBe('2025-W05');
});

test('the period that is not over has no say', () => {
  const weeks = times(6, { Owls: 3 });
  const papers = weeksOf(weeks);
  const before = trendsOf(countPeriods(papers, 'week'));
  const days = new Map([...papers.days, ['today', papers.newest]]);
  expect(trendsOf(countPeriods({ ...papers, days }, 'week'))).toEqual(before);
});

test('a topic has its line from the first paper of the digest to its own latest', () => {
  const counts = (weeks: Parameters<typeof weeksOf>[0]) => countPeriods(weeksOf(weeks), 'week');
  const weeks = [{ Other: 3 }, { Owls: 2 }, { Other: 3 }, { Owls: 1 }];
  const line = trendOfTopic(counts(weeks), 'owls');
  expect(line).toEqual({
    unit: 'week',
    periods: ['2025-W02', '2025-W03', '2025-W04', '2025-W05'],
    counts: [0, 2, 0, 1],
  });
  expect(trendOfTopic(counts([...weeks, { Other: 9 }, { Other: 9 }]), 'owls')).toEqual(line);
  expect(trendOfTopic(counts([...weeks, { Owls: 9 }]), 'owls')?.counts).toEqual([0, 2, 0, 1, 9]);
  expect(trendOfTopic(counts([{ Owls: 1 }, ...weeks.slice(0, 1)]), 'owls')).toBeUndefined();
  expect(trendOfTopic(counts(weeks), 'bats')).toBeUndefined();
});

test('a topic has its papers of the week that is not over', () => {
  const papers = weeksOf([...times(4, { Owls: 2 })]);
  const [owls] = papers.topics;
  const days = new Map([...papers.days, ['today', papers.newest]]);
  const topics = [{ name: 'Owls', slug: 'owls', papers: ['today', ...(owls?.papers ?? [])] }];
  const counted = countPeriods({ ...papers, days, topics }, 'week');
  expect(trendOfTopic(counted, 'owls')?.counts).toEqual([2, 2, 2, 2, 1]);
});

test('lines are no longer than one can see', () => {
  const { all, rose } = trendsOf(
    countPeriods(weeksOf([...times(99, { Owls: 2, Other: 40 }), { Owls: 30, Other: 40 }]), 'week'),
  );
  expect(all.periods).toHaveLength(60);
  expect(all.periods.at(-1)).toBe('2026-W49');
  expect(rose.map(({ trend }) => [trend.periods.length, trend.counts.at(-1)])).toEqual([[24, 30]]);
});
