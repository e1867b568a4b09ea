/** How results are sorted. */
export type Sort = 'relevance' | 'newest' | 'votes';

/** An order in which papers stand whatever is looked for. */
export type FixedOrder = Exclude<Sort, 'relevance'>;

/** Filters of which papers have values, in addresses and in the files of facets. */
export const valueFilters = ['topic', 'category', 'dialect', 'code'] as const;

/** Both ends of a range of dates. */
export const rangeFilters = ['from', 'to'] as const;

export type ValueFilter = (typeof valueFilters)[number];
export type RangeFilter = (typeof rangeFilters)[number];

/**
 * What narrows the papers that a text finds: one value of each filter. `from` and `to` are a year, a month or a day, such as `2025-03`, and
 * both belong to the range.
 */
export type Filters = Readonly<Partial<Record<ValueFilter | RangeFilter, string>>>;

/** How many papers would be shown with each value of each filter, as the others are chosen. */
export interface FilterCounts extends Readonly<Record<ValueFilter, ReadonlyMap<string, number>>> {
  /** The same of each month, such as `2025-03`, whatever range of dates is chosen; the earliest first. */
  months: ReadonlyMap<string, number>;
}
