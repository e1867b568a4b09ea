import { expect, test } from 'vitest';
import { dayAfterPeriod, periodOfDay, periodsBetween } from '../../src/model/trend-periods.ts';

test('weeks are those of ISO 8601, in the year of their Thursday', () => {
  expect(periodOfDay('2024-12-30', 'week')).toBe('2025-W01');
  expect(periodOfDay('2027-01-03', 'week')).toBe('2026-W53');
  expect(periodOfDay('2027-01-03', 'month')).toBe('2027-01');
});

test.each([
  ['2025-01-31', 'month', '2025-02-01'],
  ['2024-02-01', 'month', '2024-03-01'],
  ['2025-12-15', 'month', '2026-01-01'],
  ['2025-03-10', 'week', '2025-03-17'],
  ['2025-03-16', 'week', '2025-03-17'],
  ['2024-12-30', 'week', '2025-01-06'],
] as const)('after the period of %s, a %s, comes %s', (day, unit, next) => {
  expect(dayAfterPeriod(day, unit)).toBe(next);
});

test('between two days are all periods, each once', () => {
  expect(periodsBetween('2024-11-30', '2025-02-01', 'month')).toEqual([
    '2024-11',
    '2024-12',
    '2025-01',
    '2025-02',
  ]);
  expect(periodsBetween('2026-12-27', '2027-01-04', 'week')).toEqual(['2026-W52', '2026-W53', '2027-W01']);
  expect(periodsBetween('2025-03-12', '2025-03-12', 'week')).toEqual(['2025-W11']);
  expect(periodsBetween('2000-01-01', '2024-12-31', 'week')).toHaveLength(1306);
});

test('ends with the calendar', () => {
  expect(periodsBetween('9999-11-30', '9999-12-31', 'month')).toEqual(['9999-11', '9999-12']);
});
