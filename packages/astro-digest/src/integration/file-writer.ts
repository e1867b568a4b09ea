import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { smallYoungGeneration } from './thread-memory.ts';

/** A file, and what is to be in it. */
export interface FileToWrite {
  file: string;
  content: Uint8Array<ArrayBuffer>;
}

/** What the thread tells of each batch of files. */
export interface FilesWritten {
  /** How many bytes they have together. */
  bytes: number;
  /** Why they, or some of them, could not be written. */
  error?: unknown;
}

/** Writes files beside other work. */
export interface FileWriter {
  /** Has a file written soon, with its folders; its content belongs to the writer from then on. */
  write(file: FileToWrite): void;
  /**
   * Hands over what is waiting, and waits where more files are under way than memory should hold.
   *
   * @throws the error of the file system when a file could not be written
   */
  flush(): Promise<void>;
  /**
   * Waits until all is written, and ends the thread.
   *
   * @throws the error of the file system when a file could not be written
   */
  end(): Promise<void>;
}

/** How many bytes may be under way. */
const most = 16_000_000;

/** Starts a thread that writes files: making thousands of them takes longer than handing them over. */
export function startFileWriter(): FileWriter {
  const worker = new Worker(new URL(`./file-writer-worker${extname(import.meta.url)}`, import.meta.url), {
    resourceLimits: smallYoungGeneration,
  });
  worker.unref();
  let waiting: FileToWrite[] = [];
  const state: { batches: number; bytes: number; failure?: { error: unknown } } = { batches: 0, bytes: 0 };
  worker.on('message', ({ bytes, ...told }: FilesWritten) => {
    state.batches -= 1;
    state.bytes -= bytes;
    if ('error' in told) state.failure ??= { error: told.error };
  });
  worker.on('error', (error) => (state.failure ??= { error }));
  const handOver = (): void => {
    state.batches += 1;
    state.bytes += bytesOf(waiting);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
    worker.postMessage(
      waiting,
      waiting.map(({ content }) => content.buffer),
    );
    waiting = [];
  };
  const waitUntil = async (isSettled: () => boolean): Promise<void> => {
    worker.ref();
    while (!isSettled() && !state.failure) await once(worker, 'message');
    worker.unref();
    if (state.failure) throw state.failure.error;
  };
  return {
    write: (file) => void waiting.push(file),
    async flush() {
      handOver();
      await waitUntil(() => state.bytes <= most);
    },
    async end() {
      handOver();
      await waitUntil(() => state.batches === 0);
      await worker.terminate();
    },
  };
}

/** How many bytes files have together. */
export function bytesOf(files: readonly FileToWrite[]): number {
  return files.reduce((sum, { content }) => sum + content.length, 0);
}
