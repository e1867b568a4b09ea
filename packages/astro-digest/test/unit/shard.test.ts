import { assert, date, integer, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { issueParts, parseShard } from '../../src/model/shard.ts';

test('a shard is read', () => {
  expect(parseShard('2/8')).toEqual({ number: 2, count: 8 });
  expect(parseShard('256/256')).toEqual({ number: 256, count: 256 });
  for (const text of ['', '2', '0/8', '9/8', '2/257', '02/8', '2/8 ', '-1/8', '2/8/9'])
    expect(parseShard(text), text).toBeUndefined();
});

const issue = (id: string) => ({ id, data: { date: id } });

test('issues take turns, the oldest first', () => {
  const issues = ['2025-03-03', '2025-03-01', '2025-03-02'].map(issue);
  expect(Object.fromEntries(issueParts(issues, 2))).toEqual({
    '2025-03-01': 1,
    '2025-03-02': 2,
    '2025-03-03': 1,
  });
});

test('a new issue moves no other one, and no part has many more than another', () => {
  const days = uniqueArray(
    date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') }).map((day) =>
      day.toISOString().slice(0, 10),
    ),
    { maxLength: 40 },
  );
  assert(
    property(days, integer({ min: 1, max: 9 }), (ids, count) => {
      const before = issueParts(ids.map(issue), count);
      const after = issueParts([...ids, '2031-01-01'].map(issue), count);
      for (const [id, part] of before) expect(after.get(id)).toBe(part);
      const sizes = Array.from(
        { length: count },
        (_, index) => [...after.values()].filter((part) => part === index + 1).length,
      );
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
    { seed: 20250312 },
  );
});
