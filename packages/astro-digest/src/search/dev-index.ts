import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pagefindError, withIndex, type IndexOptions } from './indexer.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves the search index of the dev server: made from the collection as it is now, when it is first asked for and again
 * after the collection has changed, and kept in memory.
 *
 * @param recordsFile one `SearchRecord` as JSON a line; its time of change tells when the collection has changed
 * @param folder address of the index, with a slash at its end
 * @param onError is told why no index could be made
 */
export function serveDevIndex(
  recordsFile: string,
  folder: string,
  options: IndexOptions,
  onError: (error: Error) => void,
) {
  let state = '';
  let files: Promise<Map<string, Uint8Array>> = Promise.resolve(new Map());

  async function current(): Promise<Map<string, Uint8Array>> {
    const now = await stat(recordsFile).catch(() => undefined);
    const newest = now ? `${now.mtimeMs} ${now.size}` : '';
    if (newest !== state) {
      state = newest;
      files = now
        ? withIndex(recordsFile, options, async ({ index, ownFiles }) => {
            const { errors, files } = await index.getFiles();
            if (errors.length > 0) throw pagefindError(errors);
            const own = [...ownFiles].map(([path, text]) => [path, Buffer.from(text)] as const);
            return new Map<string, Uint8Array>([
              ...files.map(({ path, content }) => [path, content] as const),
              ...own,
            ]);
          })
        : Promise.resolve(new Map());
    }
    return files;
  }

  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!path.startsWith(folder)) return next();
    current().then(
      (files) => {
        const content = files.get(decodeURIComponent(path.slice(folder.length)));
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
