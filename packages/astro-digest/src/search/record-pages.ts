import { makeAddresses, type AddressOptions } from '../model/addresses.ts';
import { pageName } from './page-name.ts';
import type { IndexedPage } from './pagefind-service.ts';
import type { ReadRecord } from './read-records.ts';
import { toRecordPage } from './record-page.ts';
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

/** The pages that Pagefind reads, one for each record, each made when it is asked for. */
export function* recordPages(
  records: readonly PlacedRecord[],
  { addresses, language }: RecordSite,
): Generator<IndexedPage> {
  const { paper } = makeAddresses(addresses);
  const hasVotes = records.some(({ record }) => record.votes !== undefined);
  for (const { record, place, number, topics } of records) {
    const address = paper(record.id) as string;
    const sorted = hasVotes ? place : undefined;
    const html = toRecordPage(toPagefindRecord(record, sorted, { address, topics, language }));
    yield { url: pageName(number), html };
  }
}
