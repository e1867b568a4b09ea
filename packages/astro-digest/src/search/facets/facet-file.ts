/** Name of the file, in the folder of a volume, with what its papers can be narrowed by. */
export const facetFile = 'facets.txt';

/** What papers have values of. `has` tells kinds of links: `code`, `model`, `data`, `video` and `project`. */
export const facetNames = ['topic', 'category', 'dialect', 'has'] as const;

export type FacetName = (typeof facetNames)[number];

/** What a paper can be narrowed by. */
export interface PaperFacets extends Readonly<Record<FacetName, readonly string[]>> {
  /** Day of its issue, `YYYY-MM-DD`. */
  date?: string | undefined;
}

/** What the papers of a volume can be narrowed by. */
export interface VolumeFacets {
  /** Date of each paper, in the order of the volume; the empty text where none is known. */
  dates: readonly string[];
  /** Places of the papers that have a value, by the values of each facet. */
  places: Readonly<Record<FacetName, ReadonlyMap<string, readonly number[]>>>;
}

/**
 * Writes the facets of a volume, one a line: a date with how many papers in turn have it, or a facet, a value and the places of the papers
 * that have it, each as what comes to the place before.
 *
 * @param papers in the order of the volume
 */
export function writeFacets(papers: readonly PaperFacets[]): string {
  const runs: { date: string; count: number }[] = [];
  for (const { date = '' } of papers) {
    const last = runs.at(-1);
    if (last?.date === date) last.count++;
    else runs.push({ date, count: 1 });
  }
  const lines = runs.map(({ date, count }) => `${date}\t${count.toString(36)}`);
  for (const facet of facetNames) {
    const places = new Map<string, number[]>();
    for (const [place, paper] of papers.entries()) {
      for (const value of new Set(paper[facet])) {
        const own = places.get(value);
        if (own) own.push(place);
        else places.set(value, [place]);
      }
    }
    for (const [value, own] of [...places].sort(([a], [b]) => (a < b ? -1 : 1)))
      lines.push(`${facet}\t${value.replaceAll(/\s+/g, ' ')}\t${writePlaces(own)}`);
  }
  return lines.join('\n');
}

function writePlaces(places: readonly number[]): string {
  return places.map((place, index) => (place - (places[index - 1] ?? 0)).toString(36)).join(' ');
}

/** Reads what `writeFacets` has written. */
export function readFacets(text: string): VolumeFacets {
  const dates: string[] = [];
  const places = {
    topic: new Map<string, number[]>(),
    category: new Map<string, number[]>(),
    dialect: new Map<string, number[]>(),
    has: new Map<string, number[]>(),
  };
  for (const line of text === '' ? [] : text.split('\n')) {
    const [name = '', value = '', steps] = line.split('\t');
    if (steps === undefined) {
      const count = Number.parseInt(value, 36);
      for (let index = 0; index < count; index++) dates.push(name);
    } else places[name as FacetName].set(value, readPlaces(steps));
  }
  return { dates, places };
}

function readPlaces(steps: string): number[] {
  let place = 0;
  return steps.split(' ').map((step) => (place += Number.parseInt(step, 36)));
}
