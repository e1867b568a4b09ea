import { parentPort, workerData } from 'node:worker_threads';
import { drawEach } from './draw-each-image.ts';
import { drawMissingImages } from './draw-missing-images.ts';
import type { DrawingMessage, DrawingWork } from './image-drawing.ts';

// The thread in which `startDrawing` has pictures drawn.
const { contents, cacheFolder } = workerData as DrawingWork;
const onTheWay = (onTheWay: unknown, bytes: ArrayBuffer[] = []): void => tell({ onTheWay }, bytes);
if (cacheFolder === undefined)
  tell({ end: drawEach(contents, (image) => onTheWay(image, [image.png.buffer])) });
else tell({ end: await drawMissingImages(contents, cacheFolder, onTheWay) });

function tell(message: DrawingMessage, transfer: ArrayBuffer[] = []): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
  parentPort?.postMessage(message, transfer);
}
