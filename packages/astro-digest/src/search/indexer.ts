import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { SearchRecord } from '../content/sync-files.ts';
import { toPagefindRecord, type RecordOptions } from './records.ts';

/** How an index is made. */
export interface IndexOptions extends RecordOptions {
  /** How many files may hold the texts of the results. Default: one a record. */
  maxFragments?: number | undefined;
  /** Whether the papers of an issue, by its id, are indexed. Default: those of all. */
  isOwn?: (issue: string) => boolean;
  /** Is told of each record that is on its way to Pagefind. */
  onRecord?: () => void;
}

/** A search index that Pagefind holds in its own process. */
export interface BuiltIndex {
  /** How many records it has. */
  records: number;
  index: PagefindIndex;
}

/**
 * Indexes the records of a file, and hands the index over; Pagefind's process ends in any case.
 *
 * @param recordsFile one `SearchRecord` as JSON a line
 * @throws Error with Pagefind's own words when it refuses a record
 */
export async function withIndex<Result>(
  recordsFile: string,
  { maxFragments, isOwn, onRecord, ...options }: IndexOptions,
  use: (built: BuiltIndex) => Promise<Result>,
): Promise<Result> {
  try {
    const { index, errors } = await createIndex({
      forceLanguage: options.language,
      ...(maxFragments === undefined ? {} : { maxFragments }),
    });
    if (!index) throw pagefindError(errors);
    let records = 0;
    let sent: Promise<unknown>[] = [];
    const flush = async (): Promise<void> => {
      const answers = await Promise.all(sent);
      sent = [];
      for (const { errors } of answers as { errors: string[] }[]) {
        if (errors.length > 0) throw pagefindError(errors);
      }
    };
    const lines = createInterface({ input: createReadStream(recordsFile), crlfDelay: Infinity });
    for await (const line of lines) {
      const record = JSON.parse(line) as SearchRecord;
      if (isOwn && !isOwn(record.issue)) continue;
      records++;
      sent.push(index.addCustomRecord(toPagefindRecord(record, options)));
      onRecord?.();
      // Pagefind works through what it is sent one by one; a bound keeps what waits for it small.
      if (sent.length === 128) await flush();
    }
    await flush();
    return await use({ records, index });
  } finally {
    await close();
  }
}

/** The error for what Pagefind answered. */
export function pagefindError(errors: readonly string[]): Error {
  return new Error(`Pagefind could not make the search index: ${errors.join('; ')}`);
}
