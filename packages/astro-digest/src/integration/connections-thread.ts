import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ConnectionOptions } from '../model/connection-options.ts';

/** What is needed to find the connections of a site's papers. */
export interface ConnectionsRequest {
  /** The issues, as JSON. As long as it is not there, it is waited for. */
  recordsFile: string;
  /** Where the records of the issues are. */
  recordsFolder: string;
  /** Where the connections go, as JSON: `KeptConnections`. */
  connectionsFile: string;
  /** Where what was learnt is kept for the next build. */
  learntFile: string;
  options: ConnectionOptions;
}

/** What the connections came to. */
export interface ConnectionsReport {
  topics: number;
  /** How many papers have related ones. */
  related: number;
  /** Milliseconds, from the moment at which the records were there. */
  time: number;
}

/** A thread in which connections are looked for. */
export interface ConnectionsThread {
  /** Is kept as soon as the connections are in their file; it holds no process up. */
  found: Promise<ConnectionsReport>;
  /**
   * Waits until the connections are in their file.
   *
   * @throws Error when they could not be found
   */
  wait(): Promise<ConnectionsReport>;
  /** Waits until what was learnt is kept, too. */
  finish(): Promise<void>;
}

/**
 * Starts finding what connects the papers of a build, as soon as their records are there and in a thread of its own: the
 * pages are bundled meanwhile, and the memory that it takes is free again before the index is made. The thread holds no process
 * up.
 */
export function startConnections(request: ConnectionsRequest): ConnectionsThread {
  const worker = new Worker(new URL(`./connections-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: request,
  });
  worker.unref();
  const found = new Promise<ConnectionsReport>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () =>
      reject(new Error('The thread that looks for topics and related papers ended too early.')),
    );
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  // Until somebody waits for it nobody listens, and a failure would end the process with a stack trace.
  found.catch(() => {});
  return {
    found,
    wait() {
      worker.ref();
      return found;
    },
    finish() {
      worker.ref();
      return ended;
    },
  };
}
