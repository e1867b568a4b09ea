import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RecordOptions } from './record-pages.ts';

/** What the thread is given. */
export interface RecordPagesWork {
  /** One `SearchRecord` as JSON a line. */
  recordsFile: string;
  /** Where the pages go. */
  folder: string;
  options: RecordOptions;
}

/** What the thread tells, one after the other. */
export type RecordPagesTold =
  | { pages: number }
  | { written: number }
  | { dictionary: ReadonlyMap<string, string> };

/** Pages of records that are being written. */
export interface RecordPages {
  /** How many there are, once all are written. */
  written: Promise<number>;
  /** The files of the dictionary, by their paths within the folder of the index. */
  dictionary: Promise<ReadonlyMap<string, string>>;
}

/**
 * Starts writing the pages that Pagefind reads, and the dictionary, in a thread of its own.
 *
 * @param onPages is told now and then how many pages there are
 */
export function startRecordPages(work: RecordPagesWork, onPages: (pages: number) => void): RecordPages {
  const worker = new Worker(new URL(`./record-pages-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: work,
  });
  const written = Promise.withResolvers<number>();
  const dictionary = Promise.withResolvers<ReadonlyMap<string, string>>();
  const fail = (error: Error): void => {
    written.reject(error);
    dictionary.reject(error);
  };
  worker.on('message', (told: RecordPagesTold) => {
    if ('pages' in told) onPages(told.pages);
    else if ('written' in told) written.resolve(told.written);
    else dictionary.resolve(told.dictionary);
  });
  worker.once('error', fail);
  worker.once('exit', () => fail(new Error('The thread that writes what is searched ended too early.')));
  // Who waits for the one has not begun to wait for the other.
  dictionary.promise.catch(() => {});
  return { written: written.promise, dictionary: dictionary.promise };
}
