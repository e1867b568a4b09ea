import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveOf } from '../../src/model/archive.ts';
import { dateOf, dayNumber, isoWeek } from '../../src/model/days.ts';

const runs = { seed: 20250312, numRuns: 1000 };
const issue = (id: string, date?: string, papers = 1) => ({
  id,
  data: { date, papers: Array.from({ length: papers }) },
});

test('issues are grouped by year, month and week, the latest first, each with its papers counted', () => {
  const archive = archiveOf([
    issue('new-year', '2025-01-01', 3),
    issue('eve', '2024-12-31', 2),
    issue('march', '2025-03-12', 5),
  ]);
  const shape = (periods: (typeof archive)['years']) =>
    periods.map(({ id, issues, papers }) => [id, issues.map(({ id }) => id).join(' '), papers]);
  expect(shape(archive.years)).toEqual([
    ['2025', 'march new-year', 8],
    ['2024', 'eve', 2],
  ]);
  expect(shape(archive.months)).toEqual([
    ['2025-03', 'march', 5],
    ['2025-01', 'new-year', 3],
    ['2024-12', 'eve', 2],
  ]);
  expect(shape(archive.weeks)).toEqual([
    ['2025-W11', 'march', 5],
    ['2025-W01', 'new-year eve', 5],
  ]);
});

test('a period tells the ones before and after it that have issues', () => {
  const { months } = archiveOf([
    issue('a', '2024-11-01'),
    issue('b', '2025-02-01'),
    issue('c', '2025-03-01'),
  ]);
  expect(months.map(({ previous, next }) => [previous, next])).toEqual([
    ['2025-02', undefined],
    ['2024-11', '2025-03'],
    [undefined, '2025-02'],
  ]);
});

test('issues without a day, or with one that no calendar has, stand apart', () => {
  const archive = archiveOf([
    issue('a', '2025-02-29'),
    issue('b'),
    issue('c', '0000-01-01'),
    issue('d', '2024-02-29'),
  ]);
  expect(archive.undated.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  expect(archive.years.map(({ id }) => id)).toEqual(['2024']);
});

test('no issues, no periods', () => {
  expect(archiveOf([])).toEqual({ years: [], months: [], weeks: [], undated: [] });
});

test.each([
  ['2024-12-30', '2025-W01'],
  ['2024-12-29', '2024-W52'],
  ['2021-01-03', '2020-W53'],
  ['2020-12-31', '2020-W53'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-01', '2026-W53'],
  ['2024-02-29', '2024-W09'],
  ['2000-01-01', '1999-W52'],
  ['0001-01-01', '0001-W01'],
  ['9999-12-31', '9999-W52'],
])('%s is in week %s', (date, week) => {
  expect(isoWeek(date)).toBe(week);
});

test.each([
  '2025-02-29',
  '1900-02-29',
  '2025-00-01',
  '2025-13-01',
  '2025-04-31',
  '0000-12-31',
  '',
  '2025-3-1',
])('%j is no day', (date) => {
  expect(dayNumber(date)).toBeUndefined();
  expect(isoWeek(date)).toBeUndefined();
});

test('the week of any day is the one that counting days from the first of January gives', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 365 }), (year, offset) => {
      const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      if (offset === 365 && !leap(year)) return;
      const date = dateOf((dayNumber(`${String(year).padStart(4, '0')}-01-01`) as number) + offset);
      expect(isoWeek(date)).toBe(weekByOrdinal(year, offset + 1));
    }),
    runs,
  );

  // The rule of ISO 8601 in ordinal dates: (10 + day of the year - day of the week) / 7, then years of 52 or 53 weeks.
  // The day of the week comes from counting days since 0001-01-01, a Monday.
  function weekByOrdinal(year: number, ordinal: number): string {
    const before = (year: number) =>
      (year - 1) * 365 +
      Math.floor((year - 1) / 4) -
      Math.floor((year - 1) / 100) +
      Math.floor((year - 1) / 400);
    const weekdayOf = (year: number, ordinal: number) => ((before(year) + ordinal - 1) % 7) + 1;
    const weeksIn = (year: number) => (weekdayOf(year, 1) === 4 || weekdayOf(year + 1, 1) === 5 ? 53 : 52);
    let week = Math.floor((10 + ordinal - weekdayOf(year, ordinal)) / 7);
    let weekYear = year;
    if (week === 0) week = weeksIn(--weekYear);
    else if (week === 53 && weeksIn(year) === 52) {
      week = 1;
      weekYear++;
    }
    return `${String(weekYear).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
  }
});

test('an archive is the same whatever the order of the issues', () => {
  const issues = fc.array(
    fc.tuple(fc.integer({ min: -719_162, max: 2_932_896 }), fc.integer({ min: 0, max: 5 })),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(issues, (days) => {
      const entries = days.map(([day, papers], index) => issue(`issue-${index}`, dateOf(day), papers));
      const archive = archiveOf(entries);
      expect(archiveOf(entries.toReversed())).toEqual(archive);
      for (const periods of [archive.years, archive.months, archive.weeks]) {
        expect(periods.flatMap(({ issues }) => issues)).toHaveLength(entries.length);
      }
    }),
    { ...runs, numRuns: 100 },
  );
});
