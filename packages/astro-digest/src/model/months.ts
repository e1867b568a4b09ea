/** What is of one month. */
export interface MonthOf<Entry> {
  /** Such as `2025-03`; none of what has no date. */
  month: string | undefined;
  entries: Entry[];
}

/**
 * Sorts what is in the order of its dates by months, which stay in that order.
 *
 * @param dateOf the day, such as `2025-03-12`, if it is known
 */
export function byMonth<Entry>(
  entries: readonly Entry[],
  dateOf: (entry: Entry) => string | undefined,
): MonthOf<Entry>[] {
  const months = Map.groupBy(entries, (entry) => dateOf(entry)?.slice(0, 7));
  return [...months].map(([month, own]) => ({ month, entries: own }));
}
