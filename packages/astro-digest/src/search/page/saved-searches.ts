/** A search that a reader has saved. */
export interface SavedSearch {
  /** What stands behind the path of the search page, such as `?q=owls&topic=Birds`. */
  query: string;
  /** How many papers had everything when it was last looked at; nothing where that is not known. */
  seen?: number | undefined;
}

/** More are not kept: each is searched for when the page is opened. */
const mostSaved = 50;

/** Reads searches that were kept. Whatever in them has another shape is left out. */
export function parseSaved(text: string | null): SavedSearch[] {
  try {
    // `null` reads as itself.
    const value = JSON.parse(text as string) as { version?: unknown; searches?: unknown } | null;
    return value?.version === 1 && Array.isArray(value.searches) ? value.searches.flatMap(toSaved) : [];
  } catch {
    return [];
  }
}

/** Writes searches as JSON, as `parseSaved` reads them. */
export function serializeSaved(searches: readonly SavedSearch[]): string {
  return JSON.stringify({ version: 1, searches });
}

/** The searches with one more, the newest first, or with what was seen of it told anew. */
export function withSearch(searches: readonly SavedSearch[], search: SavedSearch): SavedSearch[] {
  return searches.some(({ query }) => query === search.query)
    ? searches.map((known) => (known.query === search.query ? search : known))
    : [search, ...searches].slice(0, mostSaved);
}

/** The searches without one. */
export function withoutSearch(searches: readonly SavedSearch[], query: string): SavedSearch[] {
  return searches.filter((known) => known.query !== query);
}

function toSaved(value: unknown): SavedSearch[] {
  const { query, seen } = (value ?? {}) as { [Key in keyof SavedSearch]?: unknown };
  if (typeof query !== 'string' || !/^\?.{1,5000}$/s.test(query)) return [];
  return [{ query, ...(Number.isSafeInteger(seen) && { seen: seen as number }) }];
}
