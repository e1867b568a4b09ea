import { expect, test } from 'vitest';
import { dateOfFileName, fromDigest } from '../src/index.ts';

test.each([
  ['2025-W11.txt', '2025-03-16'],
  ['digests/papers-2025W01.md', '2025-01-05'],
  ['2026-W53.txt', '2027-01-03'],
  ['2026-W01.txt', '2026-01-04'],
])('%s is of %s, the last day of its week', (path, date) => {
  expect(dateOfFileName(path)).toMatchObject({ date });
});

test.each(['2025-W53.txt', '2025-W00.txt', '2025-W60.txt'])('%s is of no week', (path) => {
  expect(dateOfFileName(path)).toEqual({ year: 2025, invalid: path.slice(0, 8) });
});

test.each([
  ['2025-W11.txt', 'Mar 10', []],
  ['2025-W11.txt', 'Mar 16, 2025', []],
  ['2026-W01.txt', 'Dec 30', []],
  ['2026-W01.txt', 'Jan 2', []],
  ['2025-W11.txt', 'Mar 9', ['date-mismatch']],
  ['2025-W11.txt', 'Mar 12, 2024', ['date-mismatch']],
])('of %s and a header that says %s', (path, day, rules) => {
  const { data } = fromDigest(`Daily Papers\n\n${day}\n\nBirds by Song\n\nThey sing. They fly.\n`, { path });
  expect(data?.digest?.date).toBe(dateOfFileName(path).date);
  expect(data?.digest?.messages?.map(({ ruleId }) => ruleId)).toEqual(rules);
});
