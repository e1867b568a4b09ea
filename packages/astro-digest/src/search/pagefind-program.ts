import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What Pagefind's program is told. See https://pagefind.app/docs/config-options/ */
export interface PagefindProgramOptions {
  /** Folder of the pages. */
  site: string;
  /** Folder for the index. */
  output: string;
  /** ISO 639-1 code of the texts. */
  language: string;
  /** Characters that are part of words, besides letters and digits. */
  includeCharacters: string;
  /** How many files may hold the texts of the results. Default: one a page. */
  maxFragments?: number | undefined;
  /** How much goes into one file of the index, in places of words. */
  chunkSize: number;
  /** Is told the number of the process while it runs, so that it can be ended. */
  onProcess(pid: number | undefined): void;
}

/** Why Pagefind made no index, as a sentence. */
export class PagefindProblem extends Error {
  constructor(reason: string) {
    super(`Pagefind could not make the search index: ${reason}`);
  }
}

/**
 * Makes an index of a folder of pages.
 *
 * @throws PagefindProblem with Pagefind's own words when it fails
 */
export async function runPagefind({
  site,
  output,
  language,
  includeCharacters,
  maxFragments,
  chunkSize,
  onProcess,
}: PagefindProgramOptions): Promise<void> {
  const { resolveBinaryPath } = (await import(
    new URL('./resolveBinary.js', import.meta.resolve('pagefind')).href
  )) as { resolveBinaryPath(names: string[]): string };
  const args = [
    '--site',
    site,
    '--output-path',
    output,
    '--force-language',
    language,
    '--include-characters',
    includeCharacters,
  ];
  if (maxFragments !== undefined) args.push('--max-fragments', String(maxFragments));
  const child = spawn(resolveBinaryPath(['pagefind_extended', 'pagefind']), [...args, '--silent'], {
    env: { ...process.env, PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: String(chunkSize) },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  onProcess(child.pid);
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (told += text));
  try {
    const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (status !== 0)
      throw new PagefindProblem(
        signal === null ? told.trim() || `it ended with status ${status}.` : tellSignal(signal),
      );
  } finally {
    onProcess(undefined);
  }
}

/** Systems end a program by `SIGKILL` when memory runs out. */
function tellSignal(signal: string): string {
  return signal === 'SIGKILL'
    ? 'the system ended it, most likely because memory ran out: give the build more memory, or build the site in shards.'
    : `it was ended by ${signal}.`;
}
