import { parentPort, workerData } from 'node:worker_threads';
import { dictionaryOf, writeRecordPages } from './record-pages.ts';
import type { RecordPagesTold, RecordPagesWork } from './start-record-pages.ts';

// The thread in which `startRecordPages` works.
const { recordsFile, folder, options } = workerData as RecordPagesWork;
const records = writeRecordPages(recordsFile, folder, options, (pages) => tell({ pages }));
tell({ written: records.length });
tell({ dictionary: dictionaryOf(records) });

function tell(message: RecordPagesTold): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
  parentPort?.postMessage(message);
}
