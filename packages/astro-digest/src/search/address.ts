import { isDate } from './date-range.ts';
import { rangeFilters, valueFilters, type Filters, type Sort } from './filters.ts';
import { longestQuery } from './query.ts';

/** Names of the filters in addresses. */
export const filterNames = [...valueFilters, ...rangeFilters] as const;

/** What the search page shows. */
export interface SearchState {
  /** As typed. */
  text: string;
  filters: Filters;
  sort: Sort;
}

/** Reads what an address asks for; what it has besides is passed over. `year` is a range of dates. */
export function readAddress(search: string): SearchState {
  const params = new URLSearchParams(search);
  const dateOf = (name: string): string | undefined =>
    [params.get(name), params.get('year')].find((value) => value !== null && isDate(value)) ?? undefined;
  const values = valueFilters.map((name) => [name, params.get(name)] as const);
  const range = rangeFilters.map((name) => [name, dateOf(name)] as const);
  const sort = params.get('sort');
  return {
    text: params.get('q') ?? '',
    filters: Object.fromEntries([...values, ...range].filter(([, value]) => value)),
    sort: sort === 'newest' || sort === 'votes' ? sort : 'relevance',
  };
}

/** Writes the address that asks for it, on the page of that path. */
export function writeAddress(path: string, { text, filters, sort }: SearchState): string {
  const params = new URLSearchParams();
  // Browsers take no addresses of any length.
  const query = text.trim().slice(0, longestQuery.characters);
  if (query !== '') params.set('q', query);
  for (const name of filterNames) if (filters[name]) params.set(name, filters[name]);
  if (sort !== 'relevance') params.set('sort', sort);
  return params.size === 0 ? path : `${path}?${params}`;
}
