import { expect, test } from 'vitest';
import { countPeriods } from '../../src/model/period-counts.ts';
import { changesIn } from '../../src/model/topic-changes.ts';
import { times, weeksOf } from './counted-papers.ts';

type Weeks = Parameters<typeof weeksOf>[0];

function changesOf(weeks: Weeks, period?: string, recent?: number) {
  const counts = countPeriods(weeksOf(weeks), 'week');
  const { rose, fell, fresh } = changesIn(counts, period ?? (counts.periods.at(-1) as string), recent);
  const names = (changes: readonly { topic: { name: string } }[]) => changes.map(({ topic }) => topic.name);
  return { rose: names(rose), fell: names(fell), fresh: names(fresh) };
}

const none = { rose: [], fell: [], fresh: [] };

test('a topic rises with its share, and another falls', () => {
  const changes = changesOf([
    ...times(8, { Owls: 4, Bats: 12, Other: 30 }),
    { Owls: 20, Bats: 1, Other: 30 },
  ]);
  expect(changes).toEqual({ rose: ['Owls'], fell: ['Bats'], fresh: [] });
});

test('tells how many were to be expected by the share before', () => {
  const counts = countPeriods(
    weeksOf([...times(4, { Owls: 5, Other: 45 }), { Owls: 30, Other: 70 }]),
    'week',
  );
  expect(changesIn(counts, '2025-W06').rose).toEqual([
    { topic: { name: 'Owls', slug: 'owls' }, papers: 30, expected: 10 },
  ]);
});

test('a busy week alone makes nothing rise, and a quiet one nothing fall', () => {
  expect(changesOf([...times(8, { Owls: 5, Other: 25 }), { Owls: 20, Other: 100 }])).toEqual(none);
  expect(changesOf([...times(8, { Owls: 20, Other: 100 }), { Owls: 5, Other: 25 }])).toEqual(none);
});

test('nothing is said of few papers, however their share has grown', () => {
  expect(changesOf([...times(8, { Owls: 1, Other: 200 }), { Owls: 4, Other: 20 }])).toEqual(none);
});

test('nothing is said of what chance may have done', () => {
  expect(changesOf([...times(8, { Owls: 4, Other: 20 }), { Owls: 7, Other: 20 }])).toEqual(none);
});

test('nothing is said of a sure change that is small', () => {
  expect(changesOf([...times(8, { Owls: 200, Other: 800 }), { Owls: 260, Other: 740 }])).toEqual(none);
});

test('nothing is said before there are three periods to compare with', () => {
  const rising = { Owls: 40, Other: 10 };
  expect(changesOf([...times(2, { Owls: 1, Other: 50 }), rising])).toEqual(none);
  expect(changesOf([...times(2, { Owls: 1, Other: 50 }), {}, rising])).toEqual(none);
  expect(changesOf([...times(3, { Owls: 1, Other: 50 }), rising]).rose).toEqual(['Owls']);
});

test('a topic is new that has all its papers in the last periods', () => {
  const weeks: Weeks = [...times(8, { Other: 30 }), { Other: 30, Owls: 4 }, { Other: 30, Owls: 3 }];
  expect(changesOf(weeks, undefined, 3)).toEqual({ ...none, fresh: ['Owls'] });
  expect(changesOf(weeks).fresh).toEqual([]);
  expect(changesOf([{ Other: 30, Owls: 1 }, ...weeks], undefined, 3).fresh).toEqual([]);
});

test('a topic is not new with a paper or two', () => {
  expect(changesOf([...times(40, { Other: 30 }), { Other: 30, Owls: 2 }], undefined, 3)).toEqual(none);
});

test('what comes later changes nothing', () => {
  const weeks: Weeks = [
    ...times(8, { Owls: 4, Bats: 12, Other: 30 }),
    { Owls: 20, Bats: 1, Other: 30, New: 6 },
  ];
  const before = changesOf(weeks);
  expect(before).toEqual({ rose: ['Owls'], fell: ['Bats'], fresh: ['New'] });
  const later = times(5, {
    Owls: 1,
    Bats: 90,
    New: 40,
    Newest: 30,
    ...Object.fromEntries(times(50, 1).map((one, number) => [`T${number}`, one])),
  });
  expect(changesOf([...weeks, ...later], '2025-W10')).toEqual(before);
});

test('the more topics there are, the surer one has to be', () => {
  const others = Object.fromEntries(times(60, 2).map((two, number) => [`T${number}`, two]));
  const few: Weeks = [...times(8, { Owls: 4, Other: 120 }), { Owls: 11, Other: 120 }];
  expect(changesOf(few).rose).toEqual(['Owls']);
  expect(changesOf(few.map(({ Owls = 0 }) => ({ Owls, ...others }))).rose).toEqual([]);
});

test('no period before the first paper, and none that is not over, has changes', () => {
  const weeks = times(9, { Owls: 4, Other: 30 });
  expect(changesOf(weeks, '2024-W01')).toEqual(none);
  expect(changesOf(weeks, '2025-W11')).toEqual(none);
});
