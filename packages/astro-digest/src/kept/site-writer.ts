import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { smallYoungGeneration } from '../threads/thread-memory.ts';
import type { FinishedFiles, SitePlaces, UnitFile, UnitKey } from './site-files.ts';

/** A file to write, whose bytes stand among those of others. */
export interface SentFile extends UnitKey {
  path: string;
  /** Where its bytes begin and end. */
  start: number;
  end: number;
}

/** What the thread is told to do. */
export type SiteOrder =
  | { do: 'keep'; units: readonly UnitKey[] }
  | { do: 'write'; files: readonly SentFile[]; bytes: Uint8Array }
  | { do: 'adopt'; unit: UnitKey; from: string; to: string }
  | { do: 'leave'; paths: readonly string[] }
  | { do: 'finish' };

/** What the thread answers to an order. */
export interface SiteAnswer {
  /** Number of the order, from 0. */
  order: number;
  /** Names of the units that can't be kept. */
  missing?: string[] | undefined;
  /** At the end: what is known of the files. */
  finished?: FinishedFiles | undefined;
  /** Why it could not be done. */
  error?: unknown;
}

/** Writes the files of a site beside other work; see `SiteFiles`. What is told is done in order. */
export interface SiteWriter {
  /** Puts units into the site that were made of the same before; gives the names of those that have to be made. */
  keep(units: readonly UnitKey[]): Promise<ReadonlySet<string>>;
  /** Has a file written soon; nobody changes its content any more. */
  write(file: UnitFile): void;
  /**
   * Hands over what is waiting, and waits where more files are under way than memory should hold.
   *
   * @throws the error of the file system when a file could not be written
   */
  flush(): Promise<void>;
  /** Moves all files of a folder to a place in the site; they are a unit. */
  adopt(unit: UnitKey, from: string, to: string): Promise<void>;
  /** Leaves paths to whoever writes them. */
  leave(paths: readonly string[]): Promise<void>;
  /** Waits until all is written and kept, and ends the thread. */
  finish(): Promise<FinishedFiles>;
}

/** How many bytes may be under way. */
const most = 16_000_000;

/** Starts a thread that writes files: making thousands of them takes longer than handing them over. */
export function startSiteWriter(places: SitePlaces): SiteWriter {
  const worker = new Worker(new URL(`./site-writer-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: places,
    resourceLimits: smallYoungGeneration,
  });
  worker.unref();
  const answers = new Map<number, PromiseWithResolvers<SiteAnswer>>();
  let orders = 0;
  let waiting: UnitFile[] = [];
  const state: { bytes: number; failure?: { error: unknown } } = { bytes: 0 };
  const fail = (error: unknown): void => {
    state.failure ??= { error };
    for (const { reject } of answers.values()) reject(error);
    answers.clear();
  };
  worker.on('message', (answer: SiteAnswer) => {
    if ('error' in answer) fail(answer.error);
    answers.get(answer.order)?.resolve(answer);
    answers.delete(answer.order);
  });
  worker.on('error', fail);

  /** Gives an order; the answer may be waited for. */
  function order(order: SiteOrder, transfer: ArrayBuffer[] = []): Promise<SiteAnswer> {
    const answer = Promise.withResolvers<SiteAnswer>();
    // Who waits for it is told what failed; so is whoever gives the next order.
    answer.promise.catch(() => {});
    if (state.failure) answer.reject(state.failure.error);
    else answers.set(orders, answer);
    orders += 1;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
    worker.postMessage(order, transfer);
    return answer.promise;
  }

  function handOver(): void {
    if (waiting.length === 0) return;
    // To hand over the bytes of each file by themselves takes longer than to put them together.
    const bytes = Buffer.concat(waiting.map(({ content }) => content));
    let end = 0;
    const files = waiting.map(({ unit, key, path, content }): SentFile => {
      const start = end;
      end += content.length;
      return { unit, key, path, start, end };
    });
    waiting = [];
    const { length } = bytes;
    state.bytes += length;
    const done = order({ do: 'write', files, bytes }, isOwn(bytes) ? [bytes.buffer] : []);
    done.then(
      () => (state.bytes -= length),
      () => {},
    );
  }

  async function waitFor<Value>(promise: Promise<Value>): Promise<Value> {
    worker.ref();
    try {
      return await promise;
    } finally {
      worker.unref();
    }
  }

  async function done(what: SiteOrder): Promise<SiteAnswer> {
    handOver();
    return waitFor(order(what));
  }

  return {
    keep: async (units) => new Set((await done({ do: 'keep', units })).missing),
    write: (file) => void waiting.push(file),
    async flush() {
      handOver();
      while (state.bytes > most && !state.failure)
        await waitFor(Promise.race([...answers.values()].map(({ promise }) => promise)));
      if (state.failure) throw state.failure.error;
    },
    adopt: async (unit, from, to) => void (await done({ do: 'adopt', unit, from, to })),
    leave: async (paths) => void (await done({ do: 'leave', paths })),
    async finish() {
      const { finished = { same: [] } } = await done({ do: 'finish' });
      await worker.terminate();
      return finished;
    },
  };
}

/** Whether bytes have a place of their own, which can be handed over; few bytes share one with others. */
function isOwn(bytes: Buffer): bytes is Buffer<ArrayBuffer> {
  return bytes.length === bytes.buffer.byteLength;
}
