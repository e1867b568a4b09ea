import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { RunningHost } from './host.ts';

/** What a host answers. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Path of the file that it sends. */
  file?: string;
  /** What it sends, where that is no file. */
  body?: Buffer;
}

/** Types that every host knows by the endings of files. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/** The type that hosts give a file whose type nobody has set. */
export function usualType(path: string): string {
  return types[extname(path)] ?? 'application/octet-stream';
}

/** Finds a file by an address in a folder; undefined where there is none, or a folder. */
export async function findFile(folder: string, path: string): Promise<string | undefined> {
  const file = join(folder, path);
  const found = path.endsWith('/') ? undefined : await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}

/** An answer that sends the reader to another address. */
export function redirect(status: number, location: string): Answer {
  return { status, headers: new Headers({ location }) };
}

/** Serves what a function answers to the path of an address, on the loopback address. */
export async function serveAnswers(answer: (path: string) => Promise<Answer>): Promise<RunningHost> {
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const { status, headers, file, body } = await answer(pathname);
      const sent = file === undefined ? body : await readFile(file);
      response.writeHead(status, Object.fromEntries(headers)).end(sent);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
