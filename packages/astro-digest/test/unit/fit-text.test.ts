import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { balancedLines, drawableText, fitLines, widthOf, type Typeface } from '../../src/outputs/fit-text.ts';

/** ASCII, an ellipsis and an acute accent; every character is half as wide as high. */
const face: Typeface = {
  advance: (codePoint) => {
    if (codePoint === 0x301) return 0;
    return (codePoint >= 32 && codePoint < 127) || codePoint === 0x2026 ? 0.5 : undefined;
  },
};

test.each([
  ['Plain text', 'Plain text', 1],
  [' two\n\tlines\u2028', 'two lines', 1],
  ['𝑥 in ﬁne ＡＢ', 'x in fine AB', 1],
  ['🚀 Rocket 👩‍🔬️', 'Rocket', 1],
  ['A ∈∈ B', 'A … B', 0.5],
  ['技术报告', '…', 0],
  ['技术: a', '…: a', 0.5],
  ['\u202eevil\u202c\u0000\ud800', 'evil', 1],
  ['q\u0301\u0301\u0301\u0323 \u0301q', 'q\u0301 q', 1],
  ['', '', 0],
  ['🚀', '', 0],
])('what can be drawn of %j is %j', (text, drawn, share) => {
  expect(drawableText(text, face)).toEqual({ text: drawn, share });
});

test('lines break at spaces, and inside a word that is longer than a line', () => {
  expect(fitLines('one two three', face, 2, 7, 3)).toEqual(['one two', 'three']);
  expect(fitLines('a abcdefghij', face, 2, 4, 9)).toEqual(['a', 'abcd', 'efgh', 'ij']);
});

test('what does not fit ends with an ellipsis, at a word where there is one', () => {
  expect(fitLines('one two, three', face, 2, 9, 1)).toEqual(['one two…']);
  expect(fitLines('abcdefghij', face, 2, 5, 1)).toEqual(['abcd…']);
});

test('lines of a title are about equally long', () => {
  expect(fitLines('one two three four five', face, 2, 18, 2)).toEqual(['one two three four', 'five']);
  expect(balancedLines('one two three four five', face, 2, 18, 2)).toEqual(['one two three', 'four five']);
});

test('no line is too wide, and none holds what the font lacks', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.double({ min: 3, max: 40, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
      (title, width, most) => {
        const { text } = drawableText(title, face);
        const lines = balancedLines(text, face, 2, width, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) {
          expect(widthOf(line, face, 2)).toBeLessThanOrEqual(width);
          expect(
            [...line].every((character) => face.advance(character.codePointAt(0) as number) !== undefined),
          ).toBe(true);
        }
      },
    ),
    { seed: 20250312, numRuns: 500 },
  );
});
