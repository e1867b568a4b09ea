import { join } from 'node:path';
import { accidents, failureOf, type Happening } from './accidents.ts';
import { firstSite, randomOf } from './authored-site.ts';
import { BuiltSite } from './built-site.ts';
import type { CleanSites } from './clean-sites.ts';
import { differencesOf } from './differences.ts';
import type { BuiltFiles } from './files-of.ts';
import { layouts } from './layouts.ts';
import { buildShards, compareShards } from './shards.ts';
import { sizes } from './sources.ts';
import { drawStep } from './steps.ts';

/** Where sites are while they are built. */
export interface HistoryPlaces {
  /** Folder for the site that has a history. */
  site: string;
  /** Sites that are built from nothing, on another file system where there is one. */
  clean: CleanSites;
}

/** What came of a history. */
export interface HistoryResult {
  /** What was done, one line each. */
  did: string[];
  /** What went wrong on the way, or how the site differs from one that is built from nothing; empty where all is well. */
  differences: string[];
  site: BuiltSite;
  /** The files that it should have; absent where nothing was compared. */
  expected?: BuiltFiles;
}

/** Runs a history that is drawn from a seed: what authors, crashes and other tools do to a site, with builds in between. */
export async function runHistory(
  seed: number,
  kind: keyof typeof sizes,
  { site: place, clean }: HistoryPlaces,
): Promise<HistoryResult> {
  const random = randomOf(seed, 0);
  const size = sizes[kind];
  const site = new BuiltSite(join(place, 'site'));
  const did: string[] = [];
  // The first two layouts show all that changes, one of them in pages that are kept.
  const happening: Happening = {
    site,
    authored: firstSite(size, random.pick(layouts.slice(0, 2))),
    clean,
    shards: random.between(2, 3),
    tell: (line) => void did.push(line),
  };
  const steps = random.between(2, 5);
  const endsInShards = random.chance(0.15);
  site.write(happening.authored);
  let differences = failureOf(await site.build());
  site.saveKept();
  for (let step = 1; step <= steps && differences.length === 0; step++)
    differences = await takeStep(happening, seed, step);
  if (differences.length === 0) differences = failureOf(await site.build());
  if (differences.length > 0) return { did, differences, site };
  const { status, output, files: expected } = await clean.build(happening.authored);
  differences = status === 0 ? differencesOf(site.built(), expected) : [`the clean build: ${output}`];
  if (differences.length === 0 && endsInShards) {
    did.push(`built in ${happening.shards} shards`);
    differences = await buildShards(site, happening.shards);
    if (differences.length === 0)
      differences = await compareShards(site, happening.shards, happening.authored.options.base, expected);
  }
  return { did, differences, site, expected };

  /** Has an author or an accident do something, and gives what is wrong then. */
  async function takeStep(happening: Happening, seed: number, step: number): Promise<string[]> {
    const random = randomOf(seed, step);
    if (random.chance(0.4)) return random.pick(accidents)(happening, random);
    const { did: what, ...next } = drawStep(happening.authored, random, size);
    did.push(what);
    happening.authored = next;
    site.write(next);
    if (random.chance(0.5)) return [];
    did.push('built');
    return failureOf(await site.build());
  }
}
