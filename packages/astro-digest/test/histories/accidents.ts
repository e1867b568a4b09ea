import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../../../benchmarks/archive/random.ts';
import type { AuthoredSite } from './authored-site.ts';
import { breakSite } from './broken-sites.ts';
import type { BuiltSite, Ended } from './built-site.ts';
import type { CleanSites } from './clean-sites.ts';
import { damageFiles, touchFiles } from './damage.ts';
import { differencesOf } from './differences.ts';
import { buildShards } from './shards.ts';

/** A site that something happens to. */
export interface Happening {
  site: BuiltSite;
  authored: AuthoredSite;
  clean: CleanSites;
  /** How many shards the site has where it is built in shards. */
  shards: number;
  /** Takes note of what happens. */
  tell(did: string): void;
}

/** What happens to a site besides what its author does to it: gives what is wrong afterwards. */
type Accident = (happening: Happening, random: Random) => Promise<string[]>;

/** What is wrong with a build that should not fail. */
export function failureOf({ status, output }: Ended): string[] {
  return status === 0 ? [] : [`a build ended with status ${status}: ${output}`];
}

async function kill({ site, authored, clean, tell }: Happening, random: Random): Promise<string[]> {
  const time = random.between(200, 8000);
  tell(`killed a build after ${time} ms`);
  const before = site.built();
  await site.kill(time);
  const after = site.built();
  if (differencesOf(after, before).length === 0) return [];
  const { files } = await clean.build(authored);
  return differencesOf(after, files).map(
    (line) => `after the kill, neither the last site nor a whole one: ${line}`,
  );
}

async function fail({ site, authored, tell }: Happening, random: Random): Promise<string[]> {
  const { did, ...broken } = breakSite(authored, random);
  tell(`a build that fails: ${did}`);
  site.write(broken);
  const before = site.built();
  const { status } = await site.build();
  if (status === 0) return ['the build that should fail did not'];
  site.write(authored);
  return differencesOf(site.built(), before).map((line) => `after the failed build: ${line}`);
}

async function buildTwice({ site, tell }: Happening): Promise<string[]> {
  tell('two builds at a time');
  return (await Promise.all([site.build(), site.build()])).flatMap(failureOf);
}

async function comeFromElsewhere({ site, tell }: Happening, random: Random): Promise<string[]> {
  const isNew = random.chance(0.5);
  tell(`what an earlier build kept came back${isNew ? ', and no site is there' : ''}`);
  site.returnKept();
  if (isNew) rmSync(join(site.root, 'dist'), { recursive: true, force: true });
  return [];
}

/** All accidents, each as likely as another. */
export const accidents: readonly Accident[] = [
  kill,
  fail,
  buildTwice,
  comeFromElsewhere,
  async ({ site, tell }, random) => {
    tell(`damage: ${damageFiles(site.kept, random)}`);
    return [];
  },
  async ({ site, tell }, random) => {
    tell('changed files of the built site');
    touchFiles(join(site.root, 'dist'), random);
    return [];
  },
  ({ site, shards, tell }) => {
    tell(`built in ${shards} shards`);
    return buildShards(site, shards);
  },
];
