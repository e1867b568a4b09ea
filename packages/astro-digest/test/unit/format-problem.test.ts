import type { AstroConfig } from 'astro';
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/integration/format-problem.ts';

const config = (changes: object) =>
  ({
    trailingSlash: 'always',
    build: { format: 'file' },
    adapter: { name: 'any' },
    ...changes,
  }) as unknown as AstroConfig;

test('what Astro 6 can’t build is named, with what to write', () => {
  expect(formatProblem(config({}), true)).toMatch(
    /`build\.format: 'file'` .*: write `trailingSlash: 'ignore'`/,
  );
});

test.each([
  ['Astro 7', {}, false],
  ['no adapter', { adapter: undefined }, true],
  ['folders', { build: { format: 'directory' } }, true],
  ['no slashes', { trailingSlash: 'never' }, true],
])('nothing is wrong with %s', (_, changes, isAstro6) => {
  expect(formatProblem(config(changes), isAstro6)).toBeUndefined();
});
