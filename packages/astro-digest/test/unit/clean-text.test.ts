import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../src/outputs/clean-text.ts';

test.each([
  ['a\0b\u0007c\u001Bd\u007Fe\u009Ff', 'abcdef'],
  ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
  ['\uD800x\uDC00', '\uFFFDx\uFFFD'],
  ['x\uFFFEy\uFFFFz\u{1FFFE}', 'x\uFFFDy\uFFFDz\uFFFD'],
  ['tab\tand 😀', 'tab\tand 😀'],
])('cleans %j', (text, clean) => expect(cleanText(text)).toBe(clean));

test('a line is one line', () => {
  expect(cleanLine(' Subject\r\nBcc: x@example.org\n\n and\u00A0 more\t')).toBe(
    'Subject Bcc: x@example.org and more',
  );
});

test('what is clean has only characters of XML, and cleaning again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text);
      expect(clean).toMatch(/^[\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
      expect(cleanText(clean)).toBe(clean);
    }),
    { seed: 1, numRuns: 500 },
  );
});
