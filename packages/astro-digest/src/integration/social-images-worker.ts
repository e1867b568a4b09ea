import { parentPort, workerData } from 'node:worker_threads';
import type { SocialImageContent } from '../outputs/social-image.ts';
import { drawMissingImages, type CachedImages } from './draw-missing-images.ts';

// The thread in which `startSocialImages` draws.
const { contents, cacheFolder } = workerData as { contents: SocialImageContent[]; cacheFolder: string };
tell(await drawMissingImages(contents, cacheFolder, tell));

/** Sends how many pictures are done, and at the end what came of all. */
function tell(message: number | CachedImages): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
  parentPort?.postMessage(message);
}
