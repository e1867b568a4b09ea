import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../../../benchmarks/archive/random.ts';
import { BuiltSite } from './built-site.ts';
import { firstSources, layoutText, sizes } from './sources.ts';
import { drawStep, type AuthoredSite } from './steps.ts';

/** Where sites are while they are built. */
export interface HistoryPlaces {
  /** Folder for the site that has a history. */
  site: string;
  /** Folder, on another file system where there is one, for the site that is built from nothing. */
  clean: string;
}

/** What came of a history. */
export interface HistoryResult {
  /** What was done, one line each. */
  did: string[];
  /** How the site differs from one that is built from nothing; empty where it does not. */
  differences: string[];
}

/** How many differences are told. */
const mostTold = 5;

/** Runs a history that is drawn from a seed: what authors, crashes and other tools do to a site, with builds in between. */
export async function runHistory(
  seed: number,
  kind: keyof typeof sizes,
  { site: place, clean: cleanPlace }: HistoryPlaces,
): Promise<HistoryResult> {
  const random = seeded(seed);
  const size = sizes[kind];
  mkdirSync(place, { recursive: true });
  const site = new BuiltSite(join(place, `site-${kind}`));
  const did: string[] = [];
  let authored: AuthoredSite = firstSources(size);
  site.write(authored);
  await site.build();
  for (let count = random.between(1, 4); count > 0; count--) {
    const choice = random.between(0, 11);
    if (choice === 0) {
      const time = random.between(200, 6000);
      did.push(`killed a build after ${time} ms`);
      await site.kill(time);
    } else if (choice === 1) did.push(`damage: ${site.damage(random)}`);
    else if (choice === 2) {
      site.touchBuilt(random);
      did.push('changed files of the built site');
    } else if (choice === 3) {
      did.push('a build that fails');
      const broken = new Map([...authored.sources, ['src/layouts/Base.astro', layoutText('throws', '')]]);
      site.write({ sources: broken, options: { ...authored.options, layout: true } });
      const before = site.built();
      const { status } = await site.build();
      const after = site.built();
      if (status === 0) did.push('which did not fail');
      if (after.size !== before.size) return { did, differences: ['the failed build changed the last site'] };
      site.write(authored);
    } else if (choice === 4) {
      did.push('two builds at a time');
      const [one, two] = await Promise.all([site.build(), site.build()]);
      for (const { status, output } of [one, two]) if (status !== 0) return { did, differences: [output] };
    } else {
      const { did: what, ...next } = drawStep(authored, random, size);
      did.push(what);
      authored = next;
      site.write(authored);
      if (random.chance(0.5)) {
        did.push('built');
        await site.build();
      }
    }
  }
  const last = await site.build();
  if (last.status !== 0) return { did, differences: [last.output] };
  mkdirSync(cleanPlace, { recursive: true });
  const clean = new BuiltSite(join(cleanPlace, `clean-${kind}`));
  clean.write(authored);
  const { status, output } = await clean.build();
  if (status !== 0) return { did, differences: [`the clean build: ${output}`] };
  return { did, differences: differencesOf(site.built(), clean.built()) };
}

function differencesOf(site: ReadonlyMap<string, Buffer>, clean: ReadonlyMap<string, Buffer>): string[] {
  const paths = [...new Set([...site.keys(), ...clean.keys()])].sort();
  const different = paths.flatMap((path) => {
    const [own, other] = [site.get(path), clean.get(path)];
    if (!own) return `${path} is missing`;
    if (!other) return `${path} should not be there`;
    return own.equals(other) ? [] : `${path}: ${around(own, other)}`;
  });
  return different.length <= mostTold
    ? different
    : [...different.slice(0, mostTold), `and ${different.length - mostTold} more`];
}

/** What stands around the first byte that differs. */
function around(own: Buffer, other: Buffer): string {
  const place = own.findIndex((byte, index) => byte !== other[index]);
  const at = place < 0 ? own.length : place;
  const part = (bytes: Buffer): string =>
    JSON.stringify(bytes.subarray(Math.max(0, at - 40), at + 60).toString('utf8'));
  return `${part(own)} instead of ${part(other)}`;
}
