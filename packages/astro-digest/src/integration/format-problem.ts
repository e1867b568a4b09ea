import type { AstroConfig } from 'astro';

/**
 * Tells whether Astro fails at the pages of a digest by itself: Astro 6 does at all whose addresses have parameters, with
 * `trailingSlash: 'always'` and `build.format: 'file'`; only without an adapter there is a way round it (`renderInPattern`).
 *
 * @param isAstro6 whether the site has Astro 6
 * @returns what is wrong and how to mend it, as a sentence; `undefined` when nothing is
 */
export function formatProblem(
  { trailingSlash, build, adapter }: Pick<AstroConfig, 'trailingSlash' | 'build' | 'adapter'>,
  isAstro6: boolean,
): string | undefined {
  if (!isAstro6 || !adapter || trailingSlash !== 'always' || build.format !== 'file') return undefined;
  return "`build.format: 'file'` with `trailingSlash: 'always'` and an adapter is more than Astro 6 can build: write `trailingSlash: 'ignore'`, or update Astro with `npx @astrojs/upgrade`.";
}
