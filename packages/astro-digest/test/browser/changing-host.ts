import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { types } from '../../../../scripts/static-server.ts';

/** How a request ends. */
export type Ending = 'whole' | 'broken off' | 'never';

/** A static host that goes away and comes back under one address, with another site when it likes. */
export class ChangingHost {
  /** Paths of all requests that it got. */
  readonly requests: string[] = [];
  /** Folder of the site. */
  folder: string;
  /** Milliseconds that pass before each answer. */
  delay = 0;
  /** Sent with every file. */
  headers: Record<string, string> = {};
  /** What it answers with where a file is missing, as hosts of apps with one page do; absent for 404. */
  fallback: string | undefined;
  /** Whether it has no file at a path, whatever its folder holds. */
  isMissing: (path: string) => boolean = () => false;
  /** How the answer to a path ends. */
  ending: (path: string) => Ending = () => 'whole';
  private server: Server | undefined;
  private port = 0;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async start(folder: string): Promise<ChangingHost> {
    const host = new ChangingHost(folder);
    await host.start();
    return host;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Comes back under the address that it had. */
  async start(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Goes away: nothing listens any more. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await new Promise<void>((resolve) => {
      if (!server) return resolve();
      server.closeAllConnections();
      server.close(() => resolve());
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    this.requests.push(path);
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const found = this.isMissing(path) ? undefined : await fileAt(join(this.folder, path));
    const file = found ?? (this.fallback === undefined ? undefined : join(this.folder, this.fallback));
    const content = file === undefined ? Buffer.from('Not found') : await readFile(file);
    const ending = this.ending(path);
    if (ending === 'never') return;
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader('content-type', types[extname(file ?? '')] ?? 'application/octet-stream');
    response.setHeader('content-length', content.length);
    for (const [name, value] of Object.entries(this.headers)) response.setHeader(name, value);
    if (ending === 'whole') return void response.end(content);
    response.write(content.subarray(0, content.length / 2), () => response.destroy());
  }
}

async function fileAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return fileAt(join(path, 'index.html'));
  return found ? path : undefined;
}
