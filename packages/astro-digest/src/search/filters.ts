/** How results are sorted. */
export type Sort = 'relevance' | 'newest' | 'votes';

/** What narrows a search: one value for each filter. */
export type Filters = Readonly<Record<string, string>>;
