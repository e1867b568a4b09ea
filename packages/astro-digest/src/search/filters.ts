/** How results are sorted. */
export type Sort = 'relevance' | 'newest' | 'votes';

/** An order in which papers stand whatever is looked for. */
export type FixedOrder = Exclude<Sort, 'relevance'>;

/** What narrows a search: one value for each filter. */
export type Filters = Readonly<Record<string, string>>;
