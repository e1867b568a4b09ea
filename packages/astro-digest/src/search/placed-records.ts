import { makeAddresses, type AddressOptions } from '../model/addresses.ts';
import type { CustomRecord } from 'pagefind';
import { pageName } from './page-name.ts';
import type { ReadRecord } from './read-records.ts';
import { toPagefindRecord } from './records.ts';

/** A record at its place in its volume. */
export interface PlacedRecord {
  record: ReadRecord;
  /** Its place in the order of the site, from 0: the latest issue comes first. */
  place: number;
  /** Its number, from 0: the earliest issue comes first, so that later ones change no number. */
  number: number;
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

/** What Pagefind indexes of records, each made when it is asked for. */
export function* pagefindRecords(
  records: readonly PlacedRecord[],
  { addresses, language }: RecordSite,
): Generator<CustomRecord> {
  const { paper } = makeAddresses(addresses);
  const hasVotes = records.some(({ record }) => record.votes !== undefined);
  for (const { record, place, number } of records) {
    const address = paper(record.id) as string;
    const sorted = hasVotes ? place : undefined;
    yield toPagefindRecord(record, sorted, { name: pageName(number), address, language });
  }
}
