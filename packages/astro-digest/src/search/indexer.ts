import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../content/sync-files.ts';
import { DictionaryWriter } from './dictionary.ts';
import { runPagefind } from './pagefind-program.ts';
import { toRecordPage } from './record-page.ts';
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

/** Characters that are part of words, besides letters and digits: `C++`, `C#`. */
const includeCharacters = '+#';

/**
 * How much Pagefind puts into one file of its index. A quarter of what it does by itself: a query loads a file for each of
 * its words, and all but the most frequent words fill only a small part of one.
 */
const chunkSize = 5000;

/** How many records are written before other work gets its turn. */
const turn = 64;

/**
 * Indexes the records of a file: Pagefind's files and the dictionary.
 *
 * @param recordsFile one `SearchRecord` as JSON a line
 * @param folder where the index goes; beside it stand the pages that Pagefind reads, for as long as it does
 * @returns how many records were indexed
 * @throws Error with Pagefind's own words when it fails
 */
export async function makeIndex(
  recordsFile: string,
  folder: string,
  { maxFragments, isOwn = () => true, onRecord, ...options }: IndexOptions,
): Promise<number> {
  const lines = (await readFile(recordsFile, 'utf8')).split('\n').filter(Boolean);
  const all = lines.map((line) => JSON.parse(line) as SearchRecord).filter(({ repeats }) => repeats !== true);
  const topics = topicNames(all, options.topics);
  const dictionary = new DictionaryWriter();
  const pages = `${folder}-pages`;
  await rm(pages, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
  await mkdir(pages, { recursive: true });
  let records = 0;
  for (const [place, record] of all.entries()) {
    if (!isOwn(record.issue)) continue;
    const page = toRecordPage(toPagefindRecord(record, place, topics.get(record.id) ?? [], options), place);
    write(join(pages, page.path), page.html);
    dictionary.add([record.title, record.text, ...(record.authors ?? [])]);
    onRecord?.();
    records += 1;
    if (records % turn === 0) await setImmediate();
  }
  const { language } = options;
  // The program refuses to make an index of nothing; the service does it.
  if (records === 0) await makeEmptyIndex(folder);
  else
    await runPagefind({ site: pages, output: folder, language, includeCharacters, maxFragments, chunkSize });
  await rm(pages, { recursive: true });
  for (const [path, text] of dictionary.files()) write(join(folder, path), text);
  return records;
}

async function makeEmptyIndex(folder: string): Promise<void> {
  try {
    const { index } = await createIndex();
    const { errors } = (await index?.writeFiles({ outputPath: folder })) ?? { errors: [] };
    if (errors.length > 0) throw new Error(`Pagefind could not make the search index: ${errors.join('; ')}`);
  } finally {
    await close();
  }
}

/** Small files are written many times faster at once than by Node's threads. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
