import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { IndexTold, IndexWork } from './index-thread.ts';
import { readFronts } from '../content/sync-files.ts';
import { connectionsOf, type KeptConnections } from '../model/connections.ts';
import type { Topic } from '../model/topics.ts';
import type { Volume } from '../model/volumes.ts';
import { indexedVolumes } from './index-plan.ts';
import { makeIndex, type IndexedVolume } from './indexer.ts';
import { PagefindProblem } from './pagefind-service.ts';
import { readRecords, toConnectedPaper, type ReadRecord } from './read-records.ts';
import { topicNames } from './topic-names.ts';

/** How often it is looked for the records, in milliseconds. */
const interval = 20;

// The thread in which `startIndexThread` has an index made.
const { recordsFile, recordsFolder, frontsFile, folder, shard, cut, pids, ...rest } = workerData as IndexWork;
while (!existsSync(recordsFile)) await setTimeout(interval);
const start = performance.now();
const records = readRecords(recordsFile, recordsFolder);
const volumes = indexedVolumes(await readFronts(frontsFile), shard);
try {
  const indexed = toIndexed(cut ? volumes : joined(volumes));
  await makeIndex(
    indexed,
    folder,
    rest.options,
    {
      onRecords: (indexed) => tell({ indexed }),
      onProcess: (process = 0, lane) => void Atomics.store(pids, lane, process),
    },
    alone(),
  );
  tell({
    records: indexed.reduce((sum, { records }) => sum + records.length, 0),
    time: performance.now() - start,
  });
} catch (error) {
  if (!(error instanceof PagefindProblem)) throw error;
  tell({ problem: error.message });
}

/** The volumes with their records. */
function toIndexed(volumes: readonly Pick<Volume, 'id' | 'issues' | 'isClosed'>[]): IndexedVolume[] {
  const byIssue = Map.groupBy(records, ({ issue }) => issue);
  const names = topicNames(topicsOf(records));
  return volumes.map(({ id, issues, isClosed }) => ({
    id,
    isClosed,
    records: issues
      .flatMap((issue) => byIssue.get(issue) ?? [])
      .map((record, place) => ({ record, place, topics: names.get(record.id) ?? [] })),
  }));
}

function joined(volumes: readonly Volume[]) {
  return [{ id: 'all', issues: volumes.flatMap(({ issues }) => issues), isClosed: false }];
}

/** The topics that others have looked for, or that the records have. */
function topicsOf(records: readonly ReadRecord[]): readonly Topic[] {
  const { connections, connectionsFile } = rest;
  if (connectionsFile !== undefined)
    return (JSON.parse(readFileSync(connectionsFile, 'utf8')) as KeptConnections).topics;
  return connectionsOf(records.map(toConnectedPaper), connections).topics;
}

/** Waits until this thread is told that nothing else is being done. */
async function alone(): Promise<void> {
  await once(parentPort as MessagePort, 'message');
}

function tell(message: IndexTold): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
  parentPort?.postMessage(message);
}
