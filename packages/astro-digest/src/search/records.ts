import type { CustomRecord } from 'pagefind';
import type { SearchRecord } from '../content/sync-files.ts';

/** What records depend on besides the paper. */
export interface RecordOptions {
  /** Address of a paper by its id, as it stands in the search results. */
  addressOf: (paper: string) => string;
  /** ISO 639-1 code of the texts. */
  language: string;
}

/** Writes what Pagefind indexes of one paper. */
export function toPagefindRecord(record: SearchRecord, { addressOf, language }: RecordOptions): CustomRecord {
  const { id, title, text, issue, date } = record;
  return {
    url: addressOf(id),
    // A paper without an abstract is found by its title alone; Pagefind wants some content.
    content: text === '' ? title : text,
    language,
    meta: { title, issue, ...(date === undefined ? {} : { date }) },
  };
}
