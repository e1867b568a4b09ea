import { parentPort, workerData } from 'node:worker_threads';
import type { SocialImageContent } from '../outputs/social-image.ts';
import { drawMissingImages } from './draw-missing-images.ts';

// The thread in which `startSocialImages` draws.
const { contents, cacheFolder } = workerData as { contents: SocialImageContent[]; cacheFolder: string };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
parentPort?.postMessage(await drawMissingImages(contents, cacheFolder));
