import type { Random } from '../../../../benchmarks/archive/random.ts';
import type { AuthoredSite, NextSite } from './authored-site.ts';
import { digestSteps } from './digest-steps.ts';
import { optionSteps } from './option-steps.ts';
import { siteSteps } from './site-steps.ts';
import type { SiteSize } from './sources.ts';

/** Draws what an author does next. */
export function drawStep(site: AuthoredSite, random: Random, size: SiteSize): NextSite {
  const steps = random.pick([digestSteps, digestSteps, optionSteps, siteSteps]);
  return random.pick(steps)(site, random, size);
}
