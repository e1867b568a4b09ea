import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SpanValues } from '../../src/model/span-values.ts';

/** A hash of which many spans have the same. */
const poorHash = (span: string): number => (span.codePointAt(0) ?? 0) % 3;

test('spans have the values that were given to them, wherever they stand and whatever their hashes', () => {
  const span = fc.oneof(fc.string({ maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 30 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(span, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))), (given) => {
      const values = new SpanValues();
      const expected = new Map<string, number>();
      for (const [span, value] of given) {
        if (expected.has(span)) continue;
        values.add(span, poorHash(span), value);
        expected.set(span, value);
      }
      for (const [span, value] of expected) {
        const text = `a${span}b`;
        expect(values.get(text, 1, text.length - 1, poorHash(span), 0.5)).toBe(value);
        const longer = `${span}b`;
        expect(values.get(longer, 0, longer.length, poorHash(longer), 0.5)).toBe(expected.get(longer) ?? 0.5);
      }
    }),
    { seed: 20250312, numRuns: 500 },
  );
});

test('there is room for many spans', () => {
  const values = new SpanValues();
  const spans = Array.from({ length: 20_000 }, (_, index) => `span ${index}`);
  for (const [index, span] of spans.entries()) values.add(span, Math.imul(index, 0x9e3779b1), index);
  expect(
    spans.filter(
      (span, index) => values.get(span, 0, span.length, Math.imul(index, 0x9e3779b1), -1) !== index,
    ),
  ).toEqual([]);
});
