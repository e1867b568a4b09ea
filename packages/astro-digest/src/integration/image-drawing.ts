import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SocialImageContent } from '../outputs/social-image.ts';
import { smallYoungGeneration } from '../threads/thread-memory.ts';

/** What is to be drawn. */
export interface DrawingWork {
  contents: readonly SocialImageContent[];
  /** Where pictures are kept from build to build; absent where they are sent as they are drawn. */
  cacheFolder?: string | undefined;
}

/** What the thread sends: something on the way, or what came of it all. */
export type DrawingMessage = { onTheWay: unknown } | { end: unknown };

/** A thread that draws. It holds nothing up until somebody waits for it. */
export interface ImageDrawing {
  /**
   * Waits for the end, and gives what came of it.
   *
   * @param onTheWay is told what the thread sends before
   */
  ended<End>(onTheWay: (message: unknown) => void): Promise<End>;
  /** From now on the process does not end before the thread. */
  hold(): void;
}

/** Starts a thread that draws pictures. */
export function startDrawing(work: DrawingWork): ImageDrawing {
  const worker = new Worker(new URL(`./social-images-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: work,
    resourceLimits: smallYoungGeneration,
  });
  worker.unref();
  return {
    ended: <End>(onTheWay: (message: unknown) => void) =>
      new Promise<End>((resolve, reject) => {
        worker.on('message', (message: DrawingMessage) => {
          if ('onTheWay' in message) onTheWay(message.onTheWay);
          else resolve(message.end as End);
        });
        worker.once('error', reject);
        worker.once('exit', () =>
          reject(new Error('The thread that draws the pictures of the issues ended too early.')),
        );
      }),
    hold: () => worker.ref(),
  };
}
