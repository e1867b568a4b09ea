import { siteError } from '../content/site-error.ts';

/**
 * Ends Astro where the digest can't be in the site as it is configured.
 *
 * @param problem what is wrong and how to mend it, as a sentence; undefined when nothing is
 * @throws AstroError with the problem
 */
export function refuseConfig(problem: string | undefined): void {
  if (problem !== undefined) throw siteError(`digest() in astro.config: ${problem}`);
}
