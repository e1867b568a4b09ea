import { expect, test } from 'vitest';
import { latestFirst } from '../../src/model/order.ts';

const issue = (id: string, date?: string) => ({ id, data: { date } });
const ids = (issues: ReturnType<typeof issue>[]) => latestFirst(issues).map(({ id }) => id);

test('issues go by date, the latest first', () => {
  expect(ids([issue('a', '2024-12-31'), issue('b', '2025-01-01'), issue('c', '2024-02-29')])).toEqual([
    'b',
    'a',
    'c',
  ]);
});

test('issues of one day, and those without a date, go by name, numbers by their value', () => {
  expect(ids([issue('week-9'), issue('week-10'), issue('week-2')])).toEqual(['week-10', 'week-9', 'week-2']);
  expect(ids([issue('a', '2025-01-01'), issue('b', '2025-01-01')])).toEqual(['b', 'a']);
});

test('issues without a date come after all that have one', () => {
  expect(ids([issue('zebra'), issue('a', '1999-01-01')])).toEqual(['a', 'zebra']);
});
