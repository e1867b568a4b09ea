import { expect, test } from 'vitest';
import { fullDate, monthAndYear, rangeOfDays, rangeOfMonths, shortDate } from '../../src/model/dates.ts';

test('dates are those of the digest in every language', () => {
  expect(fullDate('2025-03-12', 'en')).toBe('Wednesday, March 12, 2025');
  expect(fullDate('2025-03-12', 'de')).toBe('Mittwoch, 12. März 2025');
  expect(shortDate('2025-01-01', 'en')).toBe('Wed, Jan 1');
  expect(monthAndYear('2024-12-31', 'en')).toBe('December 2024');
});

test('ranges say what both ends share once', () => {
  const plain = (text: string): string => text.replace(/\s/g, ' ');
  expect(plain(rangeOfMonths('2025-01-03', '2025-06-30', 'en'))).toBe('Jan – Jun 2025');
  expect(plain(rangeOfMonths('2025-06-01', '2025-06-30', 'en'))).toBe('Jun 2025');
  expect(plain(rangeOfDays('2025-03-08', '2025-03-14', 'en'))).toBe('Mar 8 – 14, 2025');
  expect(plain(rangeOfDays('2025-03-29', '2025-04-07', 'en'))).toBe('Mar 29 – Apr 7, 2025');
});
