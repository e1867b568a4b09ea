import { describe, expect, it } from 'vitest';
import { checkText, fuzz } from './hostile/fuzz.ts';
import { regressions } from './hostile/regressions.ts';

// `pnpm fuzz --runs 1000000` runs more of the same, and prints what fails so that it can be kept among the regressions.
const seed = Number(process.env['FUZZ_SEED'] ?? 20250312);

describe('in both compilers, with every option', () => {
  it.each(Object.keys(regressions))('is text and nothing else: %s', async (name) => {
    expect(await checkText(regressions[name] as string)).toBeUndefined();
  });
});

describe(`hostile inputs of seed ${seed}`, () => {
  it.each(Array.from({ length: 10 }, (_, index) => index * 2000))(
    'are text and nothing else: 2,000 from number %i',
    { timeout: 60_000 },
    async (first) => {
      const report = await fuzz(seed, first, first + 2000);
      expect(report.failures).toEqual([]);
      expect(report.inputs).toBe(2000);
      expect(report.documents).toBeGreaterThan(2000);
      expect(report.executed).toBeGreaterThan(0);
    },
  );
});
