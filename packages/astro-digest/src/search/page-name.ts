/** What the index calls the page of a record, by the record's number in its volume. */
export function pageName(number: number): string {
  return `/${number}.html`;
}

/** A paper's number in its volume, by the page that its record was read from. */
export function numberOf(page: string): number {
  return Number(/(\d+)\.html$/.exec(page)?.[1] ?? Number.MAX_SAFE_INTEGER);
}
