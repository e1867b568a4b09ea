import type { DigestOptions } from '../../src/integration/options.ts';
import { dateOf, dayNumber } from '../../src/model/days.ts';
import { plainSite, Site } from './site.ts';

/** What the papers of a long digest are about: each of its subjects, and how many of ten papers have it, by the number of the week. */
const subjects: readonly { words: string; share(week: number, weeks: number): number }[] = [
  { words: 'diffusion models', share: (week, weeks) => (week > weeks - 2 ? 4 : 1) },
  { words: 'recurrent networks', share: (week, weeks) => (week > weeks - 2 ? 0 : 3) },
  { words: 'world models', share: (week, weeks) => (week > weeks - 2 ? 2 : 0) },
  { words: 'graph search', share: () => 2 },
  { words: 'speech synthesis', share: (week, weeks) => (week > weeks - 2 ? 2 : 4) },
];

const things = [
  'owls',
  'rivers',
  'proteins',
  'bridges',
  'weather',
  'chess',
  'maps',
  'folk songs',
  'robots',
  'cells',
];
const ways = [
  'sparse',
  'early',
  'robust',
  'small',
  'honest',
  'fast',
  'layered',
  'patient',
  'shared',
  'quiet',
];

/** The topics of a long digest, for the options of a site. */
const longDigestTopics = {
  'Diffusion models': ['diffusion models'],
  'Recurrent networks': ['recurrent networks'],
  'World models': ['world models'],
  'Graph search': ['graph search'],
  'Speech synthesis': ['speech synthesis'],
  found: false,
};

/**
 * The digests of some weeks, an issue on each working day, with votes: in the last two weeks one topic rises, one falls and one is new. Each
 * Friday has the paper again that the week before began with.
 *
 * @param first a Monday
 * @returns texts by their paths in a site
 */
export function longDigest(first: string, weeks: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let week = 1; week <= weeks; week++) {
    for (let day = 0; day < 5; day++) {
      const date = dateOf((dayNumber(first) as number) + 7 * (week - 1) + day);
      const papers = papersOf(week, weeks, day);
      const again = day === 4 && week > 1 ? papersOf(week - 1, weeks, 0).slice(0, 1) : [];
      files[`src/content/digests/${date}.json`] = JSON.stringify([...papers, ...again]);
    }
  }
  return files;
}

function papersOf(week: number, weeks: number, day: number) {
  const about = subjects.flatMap(({ words, share }) =>
    Array.from({ length: share(week, weeks) }, () => words),
  );
  // Two of each ten papers are about something else.
  return [...about, 'other things', 'nothing much'].flatMap((words, place) => {
    if ((place + day) % 2 === 1) return [];
    const number = (week * 7 + day * 3 + place * 5) % 100;
    const thing = things[number % 10] as string;
    const way = ways[Math.floor(number / 10)] as string;
    const title = `${words} for ${way} ${thing}, part ${week}.${day}.${place}`;
    return {
      paper: {
        id: `2${String(100 + week).slice(1)}${day + 1}.${String(10_000 + place * 7 + day)}`,
        title: title.charAt(0).toUpperCase() + title.slice(1),
        summary: `We look at ${thing} by way of ${words}. What was found on day ${day} of week ${week} is ${way}, and it holds for ${place} others.`,
        upvotes: (number * 37 + week * 11) % 97,
      },
    };
  });
}

/**
 * Makes a site whose digest is the whole of it.
 *
 * @param name name of its folder
 */
export function makeLongDigest(
  name: string,
  weeks: number,
  options: Partial<DigestOptions> = {},
): Promise<Site> {
  return Site.create(name, {
    ...plainSite,
    'astro.config.mjs': longDigestConfig(options),
    ...longDigest('2025-01-06', weeks),
  });
}

/** Its config. */
function longDigestConfig(options: Partial<DigestOptions> = {}): string {
  const digest = { title: 'Daily Papers', base: '/', topics: longDigestTopics, ...options };
  return `import { defineConfig } from 'astro/config';
    import digest from 'astro-digest';
    export default defineConfig({ site: 'https://example.org', integrations: [digest(${JSON.stringify(digest)})] });`;
}
