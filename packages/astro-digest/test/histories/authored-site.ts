import { createHash } from 'node:crypto';
import { seeded, type Random } from '../../../../benchmarks/archive/random.ts';
import type { LayoutPart } from './layouts.ts';
import { firstOptions, type SiteOptions } from './site-config.ts';
import { firstSources, type SiteSize, type Sources } from './sources.ts';

/** A change of a file of the package, as another version of it has one: a text stands in the place of another one, or at the end. */
export interface PackageEdit {
  path: string;
  /** What is replaced; nothing where the text is put at the end. */
  find: string;
  put: string;
}

/** A site as its author has it. */
export interface AuthoredSite {
  sources: Sources;
  options: SiteOptions;
  /** How the version of the package that it has differs from the one that is built. */
  version: readonly PackageEdit[];
}

/** A site after a step, and what was done. */
export type NextSite = AuthoredSite & { did: string };

/** What an author does to a site. */
export type Step = (site: AuthoredSite, random: Random, size: SiteSize) => NextSite;

/** The first state of a site. */
export function firstSite(size: SiteSize, layout: readonly LayoutPart[]): AuthoredSite {
  return { sources: firstSources(size, layout), options: firstOptions(size.off), version: [] };
}

/** The site with one more file, or another text in one. */
export function withFile(site: AuthoredSite, path: string, text: string, did: string): NextSite {
  return { ...site, sources: new Map([...site.sources, [path, text]]), did: `${did} ${path}` };
}

/** The site without a file. */
export function withoutFile(site: AuthoredSite, path: string, did: string): NextSite {
  const sources = new Map([...site.sources].filter(([other]) => other !== path));
  return { ...site, sources, did: `${did} ${path}` };
}

/** The site with other options. */
export function withOptions(site: AuthoredSite, options: Partial<SiteOptions>): NextSite {
  return { ...site, options: { ...site.options, ...options }, did: `set ${JSON.stringify(options)}` };
}

/** What tells a site from all others. */
export function hashOfSite({ sources, options, version }: AuthoredSite): string {
  return createHash('sha256')
    .update(JSON.stringify([[...sources].sort(), options, version]))
    .digest('hex');
}

/** Numbers that rest on the seed of a history and the number of a step alone, so that no step moves those after it. */
export function randomOf(seed: number, step: number): Random {
  return seeded(createHash('sha256').update(`${seed}, ${step}`).digest().readInt32BE());
}
