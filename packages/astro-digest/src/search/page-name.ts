/** What the index calls the page of a record, by the record's place in its volume. */
export function pageName(place: number): string {
  return `/${place}.html`;
}

/** A paper's place in its volume, by the page that its record was read from. */
export function placeOf(page: string): number {
  return Number(/(\d+)\.html$/.exec(page)?.[1] ?? Number.MAX_SAFE_INTEGER);
}
