import { expect, test } from 'vitest';
import { contrast, luminance, over, parseColor } from '../../src/reader/color.ts';

const grey = (value: number) => [value / 255, value / 255, value / 255, 1] as const;
const [black, white] = [grey(0), grey(255)];

test.each([
  ['color(srgb 1 0 0.2)', [1, 0, 0.2, 1]],
  ['color(srgb 1 0 0.2 / 0.5)', [1, 0, 0.2, 0.5]],
  ['color(srgb 0.6 0 1 / 0)', [0.6, 0, 1, 0]],
  // What is outside of sRGB is shown as the next colour of it, and steps are those of a screen.
  ['color(srgb 1.0931 -0.2267 3e-08)', [1, 0, 0, 1]],
  ['color(srgb 0.2001 0.1999 0.2)', [0.2, 0.2, 0.2, 1]],
])('%s is read', (text, color) => {
  expect(parseColor(text)).toEqual(color);
});

test.each(['', 'red', 'rgb(1, 2, 3)', 'oklch(0.5 0.1 20)', 'color(display-p3 1 0 0)'])(
  '%j is not known, and has no contrast',
  (text) => {
    const color = parseColor(text);
    expect(contrast(over(color, white), white)).toBeNaN();
  },
);

test('contrast is that of WCAG, whichever colour comes first', () => {
  expect(contrast(black, white)).toBe(21);
  expect(contrast(white, white)).toBe(1);
  // The lightest grey that may stand on white, and the next one.
  expect(contrast(grey(0x76), white)).toBeGreaterThan(4.5);
  expect(contrast(white, grey(0x77))).toBeLessThan(4.5);
  expect(luminance(white)).toBeCloseTo(1, 12);
});

test('layers lie on one another', () => {
  expect(over([0, 0, 0, 0.5], white)).toEqual([0.5, 0.5, 0.5, 1]);
  expect(over([1, 0, 0, 0.25], over([0, 0, 1, 0.5], white))).toEqual([0.625, 0.375, 0.75, 1]);
  expect(over([0.1, 0.2, 0.3, 1], white)).toEqual([0.1, 0.2, 0.3, 1]);
  expect(over([0.1, 0.2, 0.3, 0], black)).toEqual(black);
});
