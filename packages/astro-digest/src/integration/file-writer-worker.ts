import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { bytesOf, type FileToWrite, type FilesWritten } from './file-writer.ts';

// The thread in which `startFileWriter` writes.
parentPort?.on('message', (files: readonly FileToWrite[]) => {
  const bytes = bytesOf(files);
  let told: FilesWritten = { bytes };
  try {
    for (const { file, content } of files) write(file, content);
  } catch (error) {
    told = { bytes, error };
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
  parentPort?.postMessage(told);
});

/** Small files are written many times faster at once than by Node's threads, and a folder whose parent is there by its name. */
function write(file: string, content: Uint8Array): void {
  try {
    mkdirSync(dirname(file));
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  writeFileSync(file, content);
}
