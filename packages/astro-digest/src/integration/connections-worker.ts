import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { writeSyncFile } from '../content/sync-files.ts';
import { learntFile } from '../kept/learnt-file.ts';
import { connectionsOf, keepConnections } from '../model/connections.ts';
import { readRecords, toConnectedPaper } from '../search/read-records.ts';
import type { ConnectionsReport, ConnectionsRequest } from './connections-thread.ts';

/** How often it is looked for the records, in milliseconds. */
const interval = 20;

// The thread in which `startConnections` has them found.
const {
  recordsFile,
  recordsFolder,
  connectionsFile,
  learntFile: file,
  options,
} = workerData as ConnectionsRequest;
const memory = learntFile(file);
while (!existsSync(recordsFile)) await setTimeout(interval);
const start = performance.now();
const papers = readRecords(recordsFile, recordsFolder).map(toConnectedPaper);
const found = keepConnections(connectionsOf(papers, options, memory));
writeSyncFile(connectionsFile, JSON.stringify(found));
const report: ConnectionsReport = {
  topics: found.topics.length,
  related: found.related.length,
  time: performance.now() - start,
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
parentPort?.postMessage(report);
memory.write();
