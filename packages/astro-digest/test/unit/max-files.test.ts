import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BuiltFile } from '../../src/integration/built-files.ts';
import { findFileCountProblem } from '../../src/integration/max-files.ts';
import { routeKinds, type RouteKind } from '../../src/model/route-kinds.ts';

function some(count: number, kind?: RouteKind, within?: RouteKind, folder = ''): BuiltFile[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `${folder}${kind}-${within}-${index}`,
    size: 1,
    kind,
    within,
  }));
}

/** A site of 1,000 papers. */
const site = [
  ...some(1000, 'paper'),
  ...some(50, 'issue'),
  ...some(1010, 'search', undefined, 'papers/pagefind/fragment/'),
  ...some(600, 'authors'),
  ...some(900, 'feeds', 'authors'),
  ...some(90, 'feeds', 'topics'),
  ...some(30, 'topics'),
  ...some(20),
];

test('nothing is said of a site that is far from the limit', () => {
  expect(findFileCountProblem(site, 20_000)).toBeUndefined();
  expect(findFileCountProblem(some(74, 'paper'), 100)).toBeUndefined();
});

test('three quarters of the limit are a warning, with what helps most in this site', () => {
  expect(findFileCountProblem(site, 4800)).toEqual({
    isError: false,
    message:
      'The site has 3,700 files, 77 % of the 4,800 of `maxFiles`: set `routes: { authors: false }` (1,500 fewer) in digest() of astro.config.',
  });
});

test('more than the limit is an error, with as many settings as it takes, each for what it saves after the others', () => {
  expect(findFileCountProblem(site, 1500)).toEqual({
    isError: true,
    message:
      "The site has 3,700 files, more than the 1,500 of `maxFiles`: set `routes: { authors: false }` (1,500 fewer), `pages: 'issue'` (1,000 fewer) and `search: { maxFragments: 253 }` (757 fewer) in digest() of astro.config.",
  });
});

test('a site at its limit is not beyond it', () => {
  expect(findFileCountProblem(site, site.length)?.isError).toBe(false);
  expect(findFileCountProblem(site, site.length - 1)?.isError).toBe(true);
});

test('the index of a large archive is advised to have 500 fragments', () => {
  const archive = some(9000, 'search', undefined, 'pagefind/fragment/');
  expect(findFileCountProblem(archive, 9000)?.message).toContain(
    '`search: { maxFragments: 500 }` (8,500 fewer)',
  );
});

test('where nothing of the digest can be spared, that is said', () => {
  expect(findFileCountProblem(some(10), 5)?.message).toBe(
    'The site has 10 files, more than the 5 of `maxFiles`: none of them can be spared, so it needs a host that takes more.',
  );
});

test('any site: never more than three settings, none twice, and one sentence', () => {
  const kind = fc.option(fc.constantFrom(...routeKinds), { nil: undefined });
  const group = fc.tuple(fc.nat(30), kind, kind, fc.constantFrom('', 'pagefind/fragment/'));
  fc.assert(
    fc.property(fc.array(group, { maxLength: 12 }), fc.integer({ min: 1, max: 200 }), (groups, limit) => {
      const files = groups.flatMap((arguments_) => some(...arguments_));
      const problem = findFileCountProblem(files, limit);
      expect(problem === undefined).toBe(files.length < limit * 0.75);
      expect(problem?.isError ?? false).toBe(files.length > limit);
      const settings = problem?.message.match(/`[^`]+` \(/g) ?? [];
      expect(new Set(settings).size).toBe(settings.length);
      expect(settings.length).toBeLessThanOrEqual(3);
    }),
    { seed: 20250312, numRuns: 500 },
  );
});
