import { expect, test } from 'vitest';
import { fullDate, monthAndYear, shortDate } from '../../src/model/dates.ts';

test('dates are those of the digest in every language', () => {
  expect(fullDate('2025-03-12', 'en')).toBe('Wednesday, March 12, 2025');
  expect(fullDate('2025-03-12', 'de')).toBe('Mittwoch, 12. März 2025');
  expect(shortDate('2025-01-01', 'en')).toBe('Wed, Jan 1');
  expect(monthAndYear('2024-12-31', 'en')).toBe('December 2024');
});
