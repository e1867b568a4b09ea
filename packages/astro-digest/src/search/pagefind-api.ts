/** What of Pagefind's browser API is used here. See https://pagefind.app/docs/api/ */
export interface Pagefind {
  options(options: PagefindOptions): Promise<void>;
  init(): Promise<void>;
  mergeIndex(folder: string, options: PagefindOptions): Promise<void>;
  search(
    query: string | null,
    options: { filters?: object; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<PagefindAnswer>;
}

/** See https://pagefind.app/docs/search-config/ and https://pagefind.app/docs/multisite/ */
export interface PagefindOptions {
  baseUrl?: string;
  /** A filter that is added to all results of one index. */
  mergeFilter?: Record<string, string>;
  ranking?: PagefindRanking;
}

/** See https://pagefind.app/docs/ranking/ */
export interface PagefindRanking {
  termFrequency?: number;
  termSimilarity?: number;
  termSaturation?: number;
  pageLength?: number;
  diacriticSimilarity?: number;
  metaWeights?: Record<string, number>;
}

interface PagefindAnswer {
  results: PagefindResult[];
}

/** One paper that was found, before anything of it is loaded. */
export interface PagefindResult {
  id: string;
  score: number;
  /** Places in the content of the words that were found. */
  words: number[];
  matchedMetaFields?: string[];
  data(): Promise<PagefindData>;
}

/** What the index holds of a paper. */
export interface PagefindData {
  /** What the index calls the record; see `pageName`. */
  url: string;
  /** The whole text. */
  content: string;
  meta: Partial<Record<MetaField, string>>;
}

/** Fields of a record besides its content. */
export type MetaField =
  | 'title'
  | 'key'
  | 'issue'
  | 'date'
  | 'authors'
  | 'url'
  | 'slugs'
  | 'id'
  | 'doi'
  | 'votes'
  | 'links'
  | 'forms';

/** Stands between the names of authors: a control character, which no name has, between the blanks that part words. */
export const betweenNames = ' \u001F ';
