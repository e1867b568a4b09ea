import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchRecord } from '../content/sync-files.ts';
import { makeAddresses, type AddressOptions } from '../model/addresses.ts';
import { DictionaryWriter } from './dictionary.ts';
import { pageName } from './page-name.ts';
import { toRecordPage } from './record-page.ts';
import { toPagefindRecord } from './records.ts';
import { topicNames, type TopicNameOptions } from './topic-names.ts';

/** What decides which records are indexed and how they are written. */
export interface RecordOptions {
  /** What the addresses of papers depend on. */
  addresses: AddressOptions;
  /** ISO 639-1 code of the texts. */
  language: string;
  /** How the site wants its topics. */
  topics: TopicNameOptions;
  /** Ids of the issues whose papers are indexed. Default: all. */
  issues?: readonly string[] | undefined;
}

/** How many pages are written before that is told. */
const turn = 64;

/**
 * Writes the pages that Pagefind reads: one for each record of a file.
 *
 * @param recordsFile one `SearchRecord` as JSON a line
 * @param folder where the pages go; what is there goes
 * @param onPages is told now and then how many there are
 * @returns the records that have a page
 */
export function writeRecordPages(
  recordsFile: string,
  folder: string,
  { addresses, language, topics, issues }: RecordOptions,
  onPages: (pages: number) => void,
): SearchRecord[] {
  const all = readFileSync(recordsFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SearchRecord)
    .filter(({ repeats }) => repeats !== true);
  const names = topicNames(all, topics);
  const { paper } = makeAddresses(addresses);
  const own = issues && new Set(issues);
  const written: SearchRecord[] = [];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [place, record] of all.entries()) {
    if (own && !own.has(record.issue)) continue;
    const options = { address: paper(record.id) as string, topics: names.get(record.id) ?? [], language };
    // Small files are written many times faster at once than by Node's threads.
    writeFileSync(join(folder, pageName(place)), toRecordPage(toPagefindRecord(record, place, options)));
    written.push(record);
    if (written.length % turn === 0) onPages(written.length);
  }
  onPages(written.length);
  return written;
}

/** The files of the dictionary of the records, by their paths within the folder of the index. */
export function dictionaryOf(records: readonly SearchRecord[]): Map<string, string> {
  const dictionary = new DictionaryWriter();
  for (const { title, text, authors = [] } of records) dictionary.add([title, text, ...authors]);
  return dictionary.files();
}
