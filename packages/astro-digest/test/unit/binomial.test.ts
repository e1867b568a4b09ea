import { describe, expect, test } from 'vitest';
import { chanceOfAtLeast, chanceOfAtMost } from '../../src/model/binomial.ts';

/** The chance by adding up every way. */
function counted(from: number, to: number, all: number, share: number): number {
  const ways = Array.from({ length: 2 ** all }, (_, bits) => bits.toString(2).replaceAll('0', '').length);
  return ways
    .filter((count) => count >= from && count <= to)
    .reduce((sum, count) => sum + share ** count * (1 - share) ** (all - count), 0);
}

describe.each([0.05, 0.3, 0.5, 0.9])('with a share of %d', (share) => {
  test.each([0, 1, 2, 7, 9, 10])('at least and at most %d of 10 are as likely as all their ways', (count) => {
    expect(chanceOfAtLeast(count, 10, share)).toBeCloseTo(counted(count, 10, 10, share), 12);
    expect(chanceOfAtMost(count, 10, share)).toBeCloseTo(counted(0, count, 10, share), 12);
  });
});

test('holds for thousands', () => {
  expect(chanceOfAtLeast(5000, 10_000, 0.5)).toBeCloseTo(0.504, 3);
  expect(chanceOfAtLeast(5200, 10_000, 0.5)).toBeLessThan(0.0001);
  expect(chanceOfAtMost(5200, 10_000, 0.5)).toBeGreaterThan(0.9999);
});
