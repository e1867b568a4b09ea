/** A query that the site watches, and what it finds. */
export interface Watch {
  /** What it is called. */
  name: string;
  /** Name in addresses, each once. */
  slug: string;
  /** As readers type it into the search. */
  query: string;
  /** Ids of the papers that have everything it asks for, the latest first. */
  papers: string[];
}

/** A query that the site watches. */
export type WatchedQuery = Omit<Watch, 'papers'>;
