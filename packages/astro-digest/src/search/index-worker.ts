import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { IndexOrder, IndexTold, IndexWork, PiecesAsked } from './index-thread.ts';
import { codeHash } from '../content/code-hash.ts';
import { readFronts } from '../content/sync-files.ts';
import { connectionsOf, type KeptConnections } from '../model/connections.ts';
import type { Topic } from '../model/topics.ts';
import type { Volume } from '../model/volumes.ts';
import { indexedVolumes, planIndex, type IndexedVolume } from './index-plan.ts';
import { makePieces, placePieces } from './indexer.ts';
import { PagefindProblem } from './pagefind-service.ts';
import { readRecords, toConnectedPaper, type ReadRecord } from './read-records.ts';
import { topicNames } from './topic-names.ts';

/** How often it is looked for the records, in milliseconds. */
const interval = 20;

// The thread in which `startIndexThread` has an index made.
const alone = told((order) => order === 'alone').then(() => {});
const asked = told((order): order is PiecesAsked => order !== 'alone');
const { recordsFile, recordsFolder, frontsFile, folder, shard, cut, pids, ...rest } = workerData as IndexWork;
while (!existsSync(recordsFile)) await setTimeout(interval);
const start = performance.now();
const records = readRecords(recordsFile, recordsFolder);
const volumes = indexedVolumes(await readFronts(frontsFile), shard);
try {
  const plan = planIndex(
    toIndexed(cut ? volumes : joined(volumes)),
    JSON.stringify([codeHash(), rest.options]),
  );
  tell({ planned: [...plan.volumes, ...plan.dictionaries].map(({ unit, key }) => ({ unit, key })) });
  const { kept, isPlaced } = await asked;
  const isKept = new Set(kept);
  const made = await makePieces(
    plan,
    ({ unit }) => isKept.has(unit),
    `${folder}-pieces`,
    rest.options,
    {
      onRecords: (indexed) => tell({ indexed }),
      onPiece: ({ unit, key, to }, from) => tell({ piece: { unit, key, to, from } }),
      onProcess: (process = 0, lane) => void Atomics.store(pids, lane, process),
    },
    alone,
  );
  if (isPlaced) placePieces(plan, made, folder);
  tell({ made: { records: plan.records, time: performance.now() - start, list: plan.list } });
} catch (error) {
  if (!(error instanceof PagefindProblem)) throw error;
  tell({ problem: error.message });
}

/** The volumes with their records. */
function toIndexed(volumes: readonly Pick<Volume, 'id' | 'issues' | 'isClosed'>[]): IndexedVolume[] {
  const byIssue = Map.groupBy(records, ({ issue }) => issue);
  const names = topicNames(topicsOf(records));
  return volumes.map(({ id, issues, isClosed }) => {
    const latestFirst = issues.map((issue) => byIssue.get(issue) ?? []);
    const numbers = new Map(
      latestFirst
        .toReversed()
        .flat()
        .map((record, number) => [record, number]),
    );
    return {
      id,
      isClosed,
      records: latestFirst.flat().map((record, place) => ({
        record,
        place,
        number: numbers.get(record) as number,
        topics: names.get(record.id) ?? [],
      })),
    };
  });
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

/** Waits for an order. */
function told<Order extends IndexOrder>(is: (order: IndexOrder) => order is Order): Promise<Order> {
  return new Promise((resolve) => {
    parentPort?.on('message', function listen(order: IndexOrder) {
      if (!is(order)) return;
      // As long as anybody listens, the thread goes on.
      parentPort?.off('message', listen);
      resolve(order);
    });
  });
}

function tell(message: IndexTold): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
  parentPort?.postMessage(message);
}
