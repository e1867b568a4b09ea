import { expect } from 'vitest';

/** Size of the smaller text, in UTF-16 units; a paper has 1 MB at most, so `LINEAR_SIZE=130000` is the largest. */
const size = Number(process.env['LINEAR_SIZE'] ?? 100_000);

/** How many times larger the larger text is: far enough apart that collected garbage can't look like a square. */
const growth = 8;

/** Expects that something takes time in proportion to the length of a text; it is told the length, and tells the milliseconds. */
export function expectInProportion(timeOf: (length: number) => number): void {
  let ratio = Infinity;
  // A machine that is busy makes single measurements worthless, so the best of some counts.
  for (let attempt = 0; attempt < 4 && ratio >= growth ** 2 / 2; attempt++) {
    const [small, large] = [timeOf(size), timeOf(growth * size)];
    ratio = Math.min(ratio, large < 100 ? 0 : large / small);
  }
  // In proportion is 8, the square 64.
  expect(ratio).toBeLessThan(growth ** 2 / 2);
}
