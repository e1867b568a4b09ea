import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf } from '../../src/model/calendar.ts';

const issue = (id: string, date: string | undefined, papers: number) => ({
  id,
  data: { date, papers: Array.from({ length: papers }) },
});
const numbers = (issues: Parameters<typeof calendarOf>[0], year: number, month: number, firstDay?: number) =>
  calendarOf(issues, year, firstDay)[month - 1]?.weeks.map((week) => week.map((day) => day?.day ?? 0));

test('a month is weeks of seven days, with room where days are in other months', () => {
  expect(numbers([], 2025, 3)).toEqual([
    [0, 0, 0, 0, 0, 1, 2],
    [3, 4, 5, 6, 7, 8, 9],
    [10, 11, 12, 13, 14, 15, 16],
    [17, 18, 19, 20, 21, 22, 23],
    [24, 25, 26, 27, 28, 29, 30],
    [31, 0, 0, 0, 0, 0, 0],
  ]);
});

test('weeks begin on the day that is asked for', () => {
  expect(numbers([], 2025, 3, 7)?.[0]).toEqual([0, 0, 0, 0, 0, 0, 1]);
  expect(numbers([], 2025, 3, 6)?.[0]).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a leap year has its day, and a February that fits has four weeks', () => {
  expect(numbers([], 2024, 2)?.flat().filter(Boolean)).toHaveLength(29);
  expect(numbers([], 1900, 2)?.flat().filter(Boolean)).toHaveLength(28);
  expect(numbers([], 2021, 2)).toHaveLength(4);
});

test('a day has its issues, its papers, and a level by the fullest day of the year', () => {
  const issues = [
    issue('morning', '2025-03-12', 30),
    issue('evening', '2025-03-12', 10),
    issue('few', '2025-03-13', 1),
    issue('half', '2025-07-01', 20),
    issue('empty', '2025-07-02', 0),
    issue('another year', '2024-03-12', 999),
    issue('no day', undefined, 999),
  ];
  const days = calendarOf(issues, 2025)
    .flatMap(({ weeks }) => weeks.flat())
    .filter((day) => day?.issues.length);
  expect(days).toEqual([
    { date: '2025-03-12', day: 12, issues: ['morning', 'evening'], papers: 40, level: 4 },
    { date: '2025-03-13', day: 13, issues: ['few'], papers: 1, level: 1 },
    { date: '2025-07-01', day: 1, issues: ['half'], papers: 20, level: 3 },
    { date: '2025-07-02', day: 2, issues: ['empty'], papers: 0, level: 1 },
  ]);
});

test('every day of every year stands once, under its day of the week', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 7 }), (year, firstDay) => {
      const months = calendarOf([], year, firstDay);
      const weeks = months.flatMap(({ weeks }) => weeks);
      expect(weeks.every((week) => week.length === 7 && week.some(Boolean))).toBe(true);
      const dates = weeks.flat().flatMap((day) => day?.date ?? []);
      expect(dates).toEqual([...new Set(dates)].sort());
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      expect(dates).toHaveLength(leap ? 366 : 365);
      for (const [column, day] of (weeks[2] as (typeof weeks)[number]).entries()) {
        const sundayFirst = new Date(`${day?.date}T12:00:00Z`).getUTCDay();
        expect((column + firstDay) % 7).toBe(sundayFirst);
      }
    }),
    { seed: 20250312, numRuns: 200 },
  );
});
