import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingMinutes } from '../../src/model/reading-time.ts';

test.each([
  ['', 1],
  ['Birds.', 1],
  ['bird '.repeat(460), 2],
  ["isn't well-known ".repeat(230), 2],
  ['птица '.repeat(690), 3],
  ['새 '.repeat(460), 2],
  ['鸟'.repeat(1500), 3],
  ['トリ'.repeat(500), 2],
  [`${'鸟'.repeat(500)} ${'bird '.repeat(460)}`, 3],
])('a text of some length takes its minutes (%#)', (text, minutes) => {
  expect(readingMinutes(text)).toBe(minutes);
});

test('any text takes a whole number of minutes, at least one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      const minutes = readingMinutes(text);
      expect(Number.isInteger(minutes) && minutes >= 1).toBe(true);
    }),
    { seed: 20250312, numRuns: 300 },
  );
});
