import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAddresses, type AddressOptions } from '../model/addresses.ts';
import { pageName } from './page-name.ts';
import type { ReadRecord } from './read-records.ts';
import { toRecordPage } from './record-page.ts';
import { toPagefindRecord } from './records.ts';

/** A record at its place in the order of the site, from 0. */
export interface PlacedRecord {
  record: ReadRecord;
  place: number;
  /** Names of the topics that it can be filtered by. */
  topics: readonly string[];
}

/** What all records share. */
export interface RecordSite {
  /** What the addresses of papers depend on. */
  addresses: AddressOptions;
  /** ISO 639-1 code of the texts. */
  language: string;
}

/**
 * Writes the pages that Pagefind reads, one for each record.
 *
 * @param folder where the pages go; what is there goes
 */
export function writeRecordPages(
  records: readonly PlacedRecord[],
  folder: string,
  { addresses, language }: RecordSite,
): void {
  const { paper } = makeAddresses(addresses);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { record, place, topics } of records) {
    const address = paper(record.id) as string;
    const page = toRecordPage(toPagefindRecord(record, place, { address, topics, language }));
    // Small files are written many times faster at once than by Node's threads.
    writeFileSync(join(folder, pageName(place)), page);
  }
}
