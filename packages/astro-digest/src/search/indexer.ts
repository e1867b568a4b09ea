import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../content/sync-files.ts';
import { DictionaryWriter } from './dictionary.ts';
import { cutIntoParts, partFolders } from './index-parts.ts';
import { runPagefind } from './pagefind-program.ts';
import { writeRecordPages, type PlacedRecord, type RecordSite } from './record-pages.ts';
import { topicNames, type TopicNameOptions } from './topic-names.ts';

/** How an index is made. */
export interface IndexOptions extends RecordSite {
  /** How the site wants its topics. */
  topics: TopicNameOptions;
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
  /** Pagefind's program runs in a process of that number; none once it has ended. */
  onProcess(pid: number | undefined): void;
}

/** Characters that are part of words, besides letters and digits: `C++`, `C#`. */
const includeCharacters = '+#';

/**
 * How much Pagefind puts into one file of its index. A quarter of what it does by itself: a query loads a file for each of
 * its words, and all but the most frequent words fill only a small part of one.
 */
const chunkSize = 5000;

/**
 * Indexes the records of a file: Pagefind's files and the dictionary.
 *
 * @param recordsFile one `SearchRecord` as JSON a line
 * @param folder where the index goes; beside it stand the pages that Pagefind reads
 * @returns how many records were indexed
 * @throws Error with Pagefind's own words when it fails
 */
export async function makeIndex(
  recordsFile: string,
  folder: string,
  { topics, issues, parts = 1, maxFragments, ...site }: IndexOptions,
  { onRecords, onProcess }: IndexEvents,
): Promise<number> {
  const records = placedRecords(recordsFile, topics, issues);
  const perPart = maxFragments === undefined ? undefined : Math.max(1, Math.floor(maxFragments / parts));
  const cut = cutIntoParts(records, parts);
  const pages = (part: number): string => `${folder}-pages-${part + 1}`;
  const made = (part: number): string => (part === 0 ? folder : `${folder}-part-${part + 1}`);
  const write = (part: number): void => {
    if (part < parts) writeRecordPages(cut[part] as PlacedRecord[], pages(part), site);
  };
  const dictionary = new DictionaryWriter();
  let indexed = 0;
  write(0);
  for (const [part, own] of cut.entries()) {
    rmSync(made(part), { recursive: true, force: true });
    const index = own.length === 0 ? makeEmptyIndex(made(part)) : runPart(part);
    // What is done meanwhile costs Pagefind nothing.
    index.catch(() => {});
    for (const { record } of own) dictionary.add([record.title, record.text, ...(record.authors ?? [])]);
    if (part > 0) rmSync(pages(part - 1), { recursive: true });
    write(part + 1);
    await index;
    onRecords((indexed += own.length));
  }
  for (const [path, text] of dictionary.files()) {
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

  function runPart(part: number): Promise<void> {
    return runPagefind({
      site: pages(part),
      output: made(part),
      language: site.language,
      includeCharacters,
      maxFragments: perPart,
      chunkSize,
      onProcess,
    });
  }
}

/** Takes the pages away that the last part was made of. */
export function removePages(folder: string, parts = 1): void {
  rmSync(`${folder}-pages-${parts}`, { recursive: true, force: true });
}

function placedRecords(
  recordsFile: string,
  topics: TopicNameOptions,
  issues: readonly string[] | undefined,
): PlacedRecord[] {
  const all = readFileSync(recordsFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SearchRecord)
    .filter(({ repeats }) => repeats !== true);
  const names = topicNames(all, topics);
  const own = issues && new Set(issues);
  return all
    .map((record, place) => ({ record, place, topics: names.get(record.id) ?? [] }))
    .filter(({ record }) => own === undefined || own.has(record.issue));
}

/** Pagefind's program refuses to make an index of nothing; its service does it. */
async function makeEmptyIndex(folder: string): Promise<void> {
  try {
    const { index } = await createIndex();
    const { errors } = (await index?.writeFiles({ outputPath: folder })) ?? { errors: [] };
    if (errors.length > 0) throw new Error(`Pagefind could not make the search index: ${errors.join('; ')}`);
  } finally {
    await close();
  }
}

/** Takes away what the first index has for all: Pagefind's scripts, its styles and its engine. */
function dropSharedFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && /\.(?:js|css|pagefind)$/.test(entry.name)) rmSync(join(folder, entry.name));
  }
}
