import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { siteError } from '../content/site-error.ts';
import type { ConnectionOptions } from '../model/connection-options.ts';
import type { Shard } from '../model/shard.ts';
import { smallYoungGeneration } from '../threads/thread-memory.ts';
import { lanes, type IndexPiece } from './index-plan.ts';
import type { IndexOptions } from './indexer.ts';

/** What an index is made of and how. */
export interface IndexRequest {
  /** The issues, as JSON. As long as it is not there, it is waited for. */
  recordsFile: string;
  /** Where the records of the issues are. */
  recordsFolder: string;
  /** One `IssueFront` as JSON a line. */
  frontsFile: string;
  /** Which topics there are, which are filters of the search. */
  connections: ConnectionOptions;
  /** Where the topics are already, as JSON: `KeptConnections`. Default: nowhere, and they are looked for first. */
  connectionsFile?: string | undefined;
  /** Where the index goes. */
  folder: string;
  /** Which part of the issues is indexed. Default: all. */
  shard?: Shard | undefined;
  /** Whether the volumes are indexed each by itself, or as one. */
  cut: boolean;
  options: IndexOptions;
}

/** What the thread is given. */
export interface IndexWork extends IndexRequest {
  /** The numbers of the processes of Pagefind's program, where they run. */
  pids: Int32Array<SharedArrayBuffer>;
}

/** What the thread tells. */
export type IndexTold =
  | { indexed: number }
  | { problem: string }
  | { planned: IndexPieceKey[] }
  | { piece: MadePiece }
  | { made: MadeIndex };

/** What the thread is told: that nothing else is being done, or which pieces it need not make. */
export type IndexOrder = 'alone' | PiecesAsked;

/** A piece of an index, and the hash of all that it is made of. */
export type IndexPieceKey = Pick<IndexPiece, 'unit' | 'key'>;

/** Which pieces of an index are asked for. */
export interface PiecesAsked {
  /** Names of those that are there already. */
  kept: readonly string[];
  /** Whether the pieces are put together in the folder of the index. */
  isPlaced: boolean;
}

/** What an index came to. */
export interface IndexReport {
  records: number;
  /** Milliseconds, from the moment at which the records were there. */
  time: number;
}

/** A piece of an index in a folder of its own. */
export interface MadePiece extends IndexPiece {
  from: string;
}

/** An index whose pieces are made. */
export interface MadeIndex extends IndexReport {
  /** Text of the list of its volumes. */
  list: string;
}

/** What an index is made with. */
export interface IndexWatch {
  /** Is told how many records are indexed. */
  onIndexed(records: number): void;
  /** Is told of each piece as soon as it is made. */
  onPiece?(piece: MadePiece): void;
  /** Says which pieces are asked for. Default: all, put together. */
  ask?(planned: readonly IndexPieceKey[]): Promise<PiecesAsked>;
}

/** An index that is being made. */
export interface IndexThread {
  /**
   * Waits until it is made, with all cores, since nothing else is done meanwhile.
   *
   * @throws AstroError with Pagefind's own words when it fails
   */
  made(): Promise<MadeIndex>;
}

/**
 * Starts making an index in a thread of its own. The thread holds no process up; Pagefind's programs end with this one.
 *
 */
export function startIndexThread(
  request: IndexRequest,
  { onIndexed, onPiece, ask }: IndexWatch,
): IndexThread {
  const pids = new Int32Array(new SharedArrayBuffer(lanes * Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(new URL(`./index-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: { ...request, pids } satisfies IndexWork,
    resourceLimits: smallYoungGeneration,
  });
  worker.unref();
  const endPrograms = (): void => {
    for (let lane = 0; lane < lanes; lane++) {
      const running = Atomics.load(pids, lane);
      if (running !== 0) process.kill(running);
    }
  };
  process.once('exit', endPrograms);
  const give = (order: IndexOrder): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
    worker.postMessage(order);
  };
  const made = Promise.withResolvers<MadeIndex>();
  worker.on('message', (told: IndexTold) => {
    if ('indexed' in told) onIndexed(told.indexed);
    else if ('piece' in told) onPiece?.(told.piece);
    else if ('problem' in told) made.reject(siteError(told.problem));
    else if ('made' in told) made.resolve(told.made);
    else (ask?.(told.planned) ?? Promise.resolve({ kept: [], isPlaced: true })).then(give, made.reject);
  });
  worker.once('error', made.reject);
  worker.once('exit', () => {
    process.removeListener('exit', endPrograms);
    made.reject(new Error('The thread that makes the search index ended too early.'));
  });
  // Until somebody waits for it nobody listens, and a failure would end the process with a stack trace.
  made.promise.catch(() => {});
  return {
    made() {
      worker.ref();
      give('alone');
      return made.promise;
    },
  };
}
