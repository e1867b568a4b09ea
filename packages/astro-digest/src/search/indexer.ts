import { rmSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { runPagefind } from './pagefind-program.ts';
import type { RecordOptions } from './record-pages.ts';
import { startRecordPages } from './start-record-pages.ts';

/** How an index is made. */
export interface IndexOptions extends RecordOptions {
  /** How many files may hold the texts of the results. Default: one a record. */
  maxFragments?: number | undefined;
  /** Is told now and then how many records are on their way to Pagefind. */
  onRecords?: (records: number) => void;
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
 * @param folder where the index goes; beside it stand the pages that Pagefind reads, for as long as it does
 * @returns how many records were indexed
 * @throws Error with Pagefind's own words when it fails
 */
export async function makeIndex(
  recordsFile: string,
  folder: string,
  { maxFragments, onRecords = () => {}, ...options }: IndexOptions,
): Promise<number> {
  const { language } = options;
  const pages = `${folder}-pages`;
  const work = startRecordPages({ recordsFile, folder: pages, options }, onRecords);
  await rm(folder, { recursive: true, force: true });
  const records = await work.written;
  // The program refuses to make an index of nothing; the service does it.
  if (records === 0) await makeEmptyIndex(folder);
  else
    await runPagefind({ site: pages, output: folder, language, includeCharacters, maxFragments, chunkSize });
  // Many times faster at once than by Node's threads.
  rmSync(pages, { recursive: true });
  for (const [path, text] of await work.dictionary) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
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
