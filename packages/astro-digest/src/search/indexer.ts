import { readFile } from 'node:fs/promises';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { SearchRecord } from '../content/sync-files.ts';
import { DictionaryWriter } from './dictionary.ts';
import { toPagefindRecord, type RecordOptions } from './records.ts';
import { topicNames } from './topic-names.ts';

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
  /** Files that lie beside Pagefind's, by their paths. */
  ownFiles: Map<string, string>;
}

/** Characters that are part of words, besides letters and digits: `C++`, `C#`. */
const includeCharacters = '+#';

/**
 * How much Pagefind puts into one file of its index. A quarter of what it does by itself: a query loads a file for each of
 * its words, and all but the most frequent words fill only a small part of one.
 */
const chunkSize = '5000';

/**
 * Indexes the records of a file, and hands the index over; Pagefind's process ends in any case.
 *
 * @param recordsFile one `SearchRecord` as JSON a line
 * @throws Error with Pagefind's own words when it refuses a record
 */
export async function withIndex<Result>(
  recordsFile: string,
  { maxFragments, isOwn = () => true, onRecord, ...options }: IndexOptions,
  use: (built: BuiltIndex) => Promise<Result>,
): Promise<Result> {
  try {
    // Pagefind takes this from the environment of its process only, which begins here.
    process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= chunkSize;
    const { index, errors } = await createIndex({
      forceLanguage: options.language,
      includeCharacters,
      ...(maxFragments === undefined ? {} : { maxFragments }),
    });
    if (!index) throw pagefindError(errors);
    const dictionary = new DictionaryWriter();
    let sent: Promise<unknown>[] = [];
    const flush = async (): Promise<void> => {
      const answers = await Promise.all(sent);
      sent = [];
      for (const { errors } of answers as { errors: string[] }[]) {
        if (errors.length > 0) throw pagefindError(errors);
      }
    };
    const lines = (await readFile(recordsFile, 'utf8')).split('\n').filter(Boolean);
    const all = lines
      .map((line) => JSON.parse(line) as SearchRecord)
      .filter(({ repeats }) => repeats !== true);
    const topics = topicNames(all, options.topics);
    let records = 0;
    for (const [place, record] of all.entries()) {
      if (!isOwn(record.issue)) continue;
      records++;
      sent.push(index.addCustomRecord(toPagefindRecord(record, place, topics.get(record.id) ?? [], options)));
      dictionary.add([record.title, record.text, ...(record.authors ?? [])]);
      onRecord?.();
      // Pagefind works through what it is sent one by one; a bound keeps what waits for it small.
      if (sent.length === 128) await flush();
    }
    await flush();
    return await use({ records, index, ownFiles: dictionary.files() });
  } finally {
    await close();
  }
}

/** The error for what Pagefind answered. */
export function pagefindError(errors: readonly string[]): Error {
  return new Error(`Pagefind could not make the search index: ${errors.join('; ')}`);
}
