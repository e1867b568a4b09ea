import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontCoded, writeFrontCoded } from '../../src/search/front-coding.ts';

test('words come back, and their common beginnings are written once', () => {
  const words = ['abandon', 'ability', 'absence', 'absences'];
  expect(writeFrontCoded(words)).toBe('!abandon#ility#sence(s');
  expect(readFrontCoded(writeFrontCoded(words))).toEqual(words);
  expect(readFrontCoded('')).toEqual([]);
});

test('any words come back, also from a file', () => {
  const sign = fc.oneof(fc.constantFrom('a', 'b', '𝒜', '𝒞', '语', 'é'), fc.stringMatching(/^[\p{L}\p{N}]$/u));
  const word = fc.array(sign, { minLength: 1, maxLength: 24 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), (words) => {
      const sorted = words.toSorted();
      expect(readFrontCoded(Buffer.from(writeFrontCoded(sorted)).toString())).toEqual(sorted);
    }),
    { seed: 20250312, numRuns: 500 },
  );
});
