import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Topic } from '../model/topics.ts';
import { DictionaryWriter } from './dictionary.ts';
import { cutIntoParts, lanes, partFolders } from './index-parts.ts';
import { indexPages } from './pagefind-service.ts';
import type { ReadRecord } from './read-records.ts';
import { recordPages, type PlacedRecord, type RecordSite } from './record-pages.ts';
import { topicNames } from './topic-names.ts';

/** How an index is made. */
export interface IndexOptions extends RecordSite {
  /** Topics that papers can be filtered by. */
  topics: readonly Topic[];
  /** Ids of the issues whose papers are indexed. Default: all. */
  issues?: readonly string[] | undefined;
  /** In how many parts it is made. Default: 1. */
  parts?: number | undefined;
  /** How many files may hold the texts of the results. Default: one a record. */
  maxFragments?: number | undefined;
}

/** What is told while an index is made. */
export interface IndexEvents {
  /** So many records are indexed. */
  onRecords(records: number): void;
  /**
   * Pagefind's program runs in a process of that number; none once it has ended.
   *
   * @param lane from 0 to one less than `lanes`
   */
  onProcess(pid: number | undefined, lane: number): void;
}

/** Characters that are part of words, besides letters and digits: `C++`, `C#`. */
const includeCharacters = '+#';

/**
 * How much Pagefind puts into one file of all parts of an index together. A quarter of what it does by itself: a query loads
 * a file for each of its words, and all but the most frequent words fill only a small part of one.
 */
const chunkSize = 5000;

/**
 * Indexes records: Pagefind's files and the dictionary.
 *
 * @param all the records of the whole site, in its order
 * @param folder where the index goes
 * @param alone is kept when the machine has nothing else to do: until then one part is made at a time
 * @returns how many records were indexed
 * @throws PagefindProblem with Pagefind's own words when it fails
 */
export async function makeIndex(
  all: readonly ReadRecord[],
  folder: string,
  { topics, issues, parts = 1, maxFragments, ...recordSite }: IndexOptions,
  { onRecords, onProcess }: IndexEvents,
  alone: Promise<void> = Promise.resolve(),
): Promise<number> {
  const records = placedRecords(all, topics, issues);
  const cut = cutIntoParts(records, parts);
  const perPart = maxFragments === undefined ? undefined : Math.max(1, Math.floor(maxFragments / parts));
  const made = (part: number): string => (part === 0 ? folder : `${folder}-part-${part + 1}`);
  let indexed = 0;

  async function makePart(part: number, lane: number): Promise<void> {
    const own = cut[part] as PlacedRecord[];
    const output = made(part);
    rmSync(output, { recursive: true, force: true });
    const options = {
      language: recordSite.language,
      includeCharacters,
      maxFragments: perPart,
      chunkSize: Math.ceil((chunkSize * own.length) / Math.max(1, records.length)),
    };
    await indexPages(recordPages(own, recordSite), output, options, (pid) => onProcess(pid, lane));
    onRecords((indexed += own.length));
  }

  let next = 0;
  const makeNextParts = async (lane: number): Promise<void> => {
    while (next < parts) await makePart(next++, lane);
  };
  const work = Promise.all([
    makeNextParts(0),
    ...Array.from({ length: lanes - 1 }, async (_, lane) => {
      await alone;
      await makeNextParts(lane + 1);
    }),
  ]);
  // What is done meanwhile costs Pagefind nothing; what it may say against it is told below.
  work.catch(() => {});
  const dictionary = new DictionaryWriter();
  for (const { record } of records) dictionary.add([record.title, record.text, ...(record.authors ?? [])]);
  const words = dictionary.files();
  await work;

  for (const [path, text] of words) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const [part, place] of partFolders(folder, parts).entries()) {
    if (part === 0) continue;
    dropSharedFiles(made(part));
    renameSync(made(part), place);
  }
  return records.length;
}

function placedRecords(
  all: readonly ReadRecord[],
  topics: readonly Topic[],
  issues: readonly string[] | undefined,
): PlacedRecord[] {
  const names = topicNames(topics);
  const own = issues && new Set(issues);
  return all
    .map((record, place) => ({ record, place, topics: names.get(record.id) ?? [] }))
    .filter(({ record }) => own === undefined || own.has(record.issue));
}

/** Takes away what the first index has for all: Pagefind's scripts, its styles and its engine. */
function dropSharedFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && /\.(?:js|css|pagefind)$/.test(entry.name)) rmSync(join(folder, entry.name));
  }
}
