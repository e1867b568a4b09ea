import { once } from '../../model/once.ts';
import { isWithin } from '../date-range.ts';
import { valueFilters, type FilterCounts, type Filters, type ValueFilter } from '../filters.ts';
import { facetFile, facetNames, readFacets, type FacetName, type VolumeFacets } from './facet-file.ts';

/** What the papers of the indexes can be narrowed by. */
export interface Facets {
  /** Tells which papers, by their ids, have all values that are chosen, and a date in the range. Nothing is read where no filter is. */
  allowing(filters: Filters): Promise<Allows>;
  /** Counts papers, by their ids. */
  count(ids: readonly string[], filters: Filters): Promise<FilterCounts>;
  /** Reads the facets of all papers. */
  read(): Promise<ReadFacets>;
}

/** Whether a paper may be shown, by its id. */
export type Allows = (id: string) => boolean;

/** The facets of all papers, by their ids. */
export interface ReadFacets {
  dates: ReadonlyMap<string, string>;
  values: Readonly<Record<FacetName, ReadonlyMap<string, ReadonlySet<string>>>>;
}

/**
 * Opens the facets of the indexes, which are read when they are first asked for.
 *
 * @param folders of the indexes, each with a slash at its end
 * @param idsOf gives the ids of all papers of each index, in the order of the site
 * @param loadText gives the text at an address; the empty text where there is none
 */
export function openFacets(
  folders: readonly string[],
  idsOf: () => Promise<string[][]>,
  loadText: (address: string) => Promise<string>,
): Facets {
  const read = once(async () => {
    const [ids, ...texts] = await Promise.all([
      idsOf(),
      ...folders.map((folder) => loadText(folder + facetFile)),
    ]);
    return byIds(ids, texts.map(readFacets));
  });
  return {
    async allowing(filters) {
      const chosen = Object.values(filters).some(Boolean);
      return chosen ? allowing(await read(), filters) : () => true;
    },
    count: async (ids, filters) => counted(await read(), ids, filters),
    read,
  };
}

function byIds(ids: readonly string[][], volumes: readonly VolumeFacets[]): ReadFacets {
  const dates = new Map<string, string>();
  const values = Object.fromEntries(
    facetNames.map((name) => [name, new Map<string, Set<string>>()]),
  ) as Record<FacetName, Map<string, Set<string>>>;
  for (const [index, volume] of volumes.entries()) {
    const own = ids[index] ?? [];
    for (const [place, date] of volume.dates.entries()) dates.set(own[place] ?? '', date);
    for (const name of facetNames) {
      for (const [value, places] of volume.places[name]) {
        const having = values[name].get(value) ?? new Set();
        values[name].set(value, having);
        for (const place of places) having.add(own[place] ?? '');
      }
    }
  }
  return { dates, values };
}

/** The papers of each value of a filter. */
function valuesOf({ values }: ReadFacets, filter: ValueFilter): ReadonlyMap<string, ReadonlySet<string>> {
  return filter === 'code' ? new Map([['yes', values.has.get('code') ?? new Set()]]) : values[filter];
}

/** @param but a filter that is left out of account; `range` for that of the dates */
function allowing(facets: ReadFacets, filters: Filters, but?: ValueFilter | 'range'): Allows {
  const { from = '', to = '' } = filters;
  const sets = valueFilters
    .filter((filter) => filter !== but && filters[filter])
    .map((filter) => valuesOf(facets, filter).get(filters[filter] as string));
  const hasRange = but !== 'range' && from + to !== '';
  return (id) =>
    sets.every((set) => set?.has(id)) && (!hasRange || isWithin(facets.dates.get(id) ?? '', from, to));
}

function counted(facets: ReadFacets, ids: readonly string[], filters: Filters): FilterCounts {
  const countsOf = (filter: ValueFilter): ReadonlyMap<string, number> => {
    const papers = new Set(ids.filter(allowing(facets, filters, filter)));
    const counts = [...valuesOf(facets, filter)].map(
      ([value, having]) => [value, [...having].filter((id) => papers.has(id)).length] as const,
    );
    return new Map(counts.filter(([, count]) => count > 0));
  };
  const months = new Map<string, number>();
  const dates = ids.filter(allowing(facets, filters, 'range')).map((id) => facets.dates.get(id) ?? '');
  for (const date of dates.filter(Boolean).sort()) {
    const month = date.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  return {
    topic: countsOf('topic'),
    category: countsOf('category'),
    dialect: countsOf('dialect'),
    code: countsOf('code'),
    months,
  };
}
