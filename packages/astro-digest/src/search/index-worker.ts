import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { IndexTold, IndexWork } from './index-thread.ts';
import { readFronts } from '../content/sync-files.ts';
import { planIndexes, type IndexPlan } from './index-parts.ts';
import { makeIndex, removePages } from './indexer.ts';

/** How often it is looked for the records, in milliseconds. */
const interval = 20;

// The thread in which `startIndexThread` has an index made.
const { recordsFile, recordsFolder, frontsFile, folder, shard, cut, options, pid } = workerData as IndexWork;
while (!existsSync(recordsFile)) await setTimeout(interval);
const start = performance.now();
const { number = 1, count = 1 } = shard ?? {};
const plan = planIndexes(await readFronts(frontsFile), count)[number - 1] as IndexPlan;
const parts = cut ? plan.parts : 1;
const events = {
  onRecords: (indexed: number) => tell({ indexed }),
  onProcess: (process = 0) => void Atomics.store(pid, 0, process),
};
const records = await makeIndex(
  recordsFile,
  recordsFolder,
  folder,
  { ...options, issues: plan.issues, parts },
  events,
);
tell({ records, time: performance.now() - start });
if (parentPort) await once(parentPort, 'message');
removePages(folder);

function tell(message: IndexTold): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
  parentPort?.postMessage(message);
}
