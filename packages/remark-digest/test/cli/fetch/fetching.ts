import { readArguments } from '../../../src/cli/arguments.ts';
import type { FetchCommand, FetchIdsCommand } from '../../../src/cli/fetch-arguments.ts';
import { fetchDigest } from '../../../src/cli/fetch/fetch-digest.ts';
import { fetchIds } from '../../../src/cli/fetch/ids/fetch-ids.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import type { Limits, Surroundings } from '../../../src/cli/fetch/surroundings.ts';
import type { Ran, TestFolder } from '../in-folder.ts';

/** What a fetch printed, its status, and how long it waited between its requests. */
export interface Fetched extends Ran {
  /** Milliseconds; nobody waited in truth. */
  waits: number[];
}

/** What a test has otherwise around a fetch. */
export interface Around {
  /** Environment; where services are. */
  env?: Record<string, string>;
  limits?: Partial<Limits>;
  node?: string;
  /** Folder to write to, in the test's own. Default: `digests`. */
  out?: string;
  /** The moment that it is at the beginning; waiting moves it on. */
  now?: string;
}

const limits: Limits = {
  connect: 30_000,
  answer: 30_000,
  pause: 30_000,
  total: 60_000,
  size: 64 * 1024 * 1024,
  redirects: 5,
  attempts: 4,
};

/** Runs `remark-digest fetch … --out FOLDER`, by default `digests`, in a folder whose cache it has, too. */
export function fetchInto(folder: TestFolder, line: string, around: Around = {}): Promise<Fetched> {
  const command = readArguments(['fetch', ...line.split(' '), '--out', folder.at(around.out ?? 'digests')]);
  return runIn(folder, around, (terminal, surroundings) =>
    fetchDigest(command as FetchCommand, terminal, surroundings),
  );
}

/** Runs `remark-digest fetch ids FOLDER …`, by default of `digests`, in the same way. */
export function fetchIdsIn(folder: TestFolder, line = '', around: Around = {}): Promise<Fetched> {
  const words = line.split(' ').filter(Boolean);
  const command = readArguments(['fetch', 'ids', folder.at(around.out ?? 'digests'), ...words]);
  return runIn(folder, around, (terminal, surroundings) =>
    fetchIds(command as FetchIdsCommand, terminal, surroundings),
  );
}

async function runIn(
  folder: TestFolder,
  around: Around,
  run: (terminal: Terminal, surroundings: Surroundings) => Promise<number>,
): Promise<Fetched> {
  const printed = { out: '', err: '' };
  const waits: number[] = [];
  let moment = Date.parse(around.now ?? '2025-03-12T12:00:00Z');
  const surroundings: Surroundings = {
    env: { XDG_CACHE_HOME: folder.at('cache'), ...around.env },
    limits: { ...limits, ...around.limits },
    node: around.node ?? process.versions.node,
    now: () => new Date(moment),
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      moment += milliseconds;
      return Promise.resolve();
    },
  };
  const terminal: Terminal = {
    out: (text: string) => (printed.out += text),
    err: (text: string) => (printed.err += text),
    screen: false,
    now: () => 0,
  };
  const status = await run(terminal, surroundings);
  const [out = '', err = ''] = [printed.out, printed.err].map((text) =>
    text.replaceAll(`${folder.path}/`, '').replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://here'),
  );
  return { status, out, err, waits };
}
