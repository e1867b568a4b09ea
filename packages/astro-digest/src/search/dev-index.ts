import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { startIndexThread, type IndexRequest } from './index-thread.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves the search index of the dev server: made from the collection as it is now, when it is first asked for and again
 * after the collection has changed.
 *
 * @param request what it is made of; the time of change of the records tells when the collection has changed
 * @param address that of the index, with a slash at its end
 * @param onError is told why no index could be made
 */
export function serveDevIndex(request: IndexRequest, address: string, onError: (error: Error) => void) {
  const { recordsFile, folder } = request;
  let state = '';
  let made: Promise<unknown> = Promise.resolve();

  async function bringUpToDate(): Promise<void> {
    const now = await stat(recordsFile).catch(() => undefined);
    const newest = now ? `${now.mtimeMs} ${now.size}` : '';
    if (newest !== state) {
      state = newest;
      // One after the other: two at a time would write into one folder.
      made = made
        .catch(() => {})
        .then(() => now && startIndexThread(request, { onIndexed: () => {} }).made());
    }
    await made;
  }

  async function contentOf(path: string): Promise<Buffer | undefined> {
    await bringUpToDate();
    const file = normalize(join(folder, path));
    return file.startsWith(folder + sep) ? readFile(file).catch(() => undefined) : undefined;
  }

  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!path.startsWith(address)) return next();
    contentOf(decodeURIComponent(path.slice(address.length))).then(
      (content) => {
        response.statusCode = content ? 200 : 404;
        response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
        response.setHeader('cache-control', 'no-store');
        response.end(content);
      },
      (error: Error) => {
        state = '';
        onError(error);
        response.statusCode = 500;
        response.end();
      },
    );
  };
}
