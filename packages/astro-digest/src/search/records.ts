import type { CustomRecord } from 'pagefind';
import type { SearchRecord } from '../content/sync-files.ts';

/** Writes what Pagefind indexes of one paper. */
export function toPagefindRecord(
  record: SearchRecord,
  addressOf: (paper: string) => string,
  language: string,
): CustomRecord {
  const { id, title, text, issue, date } = record;
  return {
    url: addressOf(id),
    // A paper without an abstract is found by its title alone; Pagefind wants some content.
    content: text === '' ? title : text,
    language,
    meta: { title, issue, ...(date === undefined ? {} : { date }) },
  };
}
