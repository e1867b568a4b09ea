/** What the index calls a record, by its number in its volume: the path of a page, as Pagefind has it. */
export function pageName(number: number): string {
  return `/${number}.html`;
}

/** A paper's number in its volume, by what the index calls its record. */
export function numberOf(page: string): number {
  return Number(/(\d+)\.html$/.exec(page)?.[1] ?? Number.MAX_SAFE_INTEGER);
}
