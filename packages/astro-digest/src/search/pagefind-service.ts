import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import type { CustomRecord } from 'pagefind';

/** What Pagefind is told. See https://pagefind.app/docs/config-options/ */
export interface PagefindOptions {
  /** ISO 639-1 code of the texts. */
  language: string;
  /** Characters that are part of words, besides letters and digits. */
  includeCharacters: string;
  /** How many files may hold the texts of the results. Default: one a page. */
  maxFragments?: number | undefined;
  /** How much goes into one file of the index, in places of words. */
  chunkSize: number;
}

/** Why Pagefind made no index, as a sentence. */
export class PagefindProblem extends Error {
  constructor(reason: string) {
    super(`Pagefind could not make the search index: ${reason}`);
  }
}

/** What is told while an index is made. */
export interface PagefindEvents {
  /** Is told the number of the process while it runs, so that it can be ended. */
  onProcess(pid: number | undefined): void;
  /** Pagefind has all records, and needs no more of this thread until it has written its files. */
  onSent(): void;
}

/** How many records are sent before the first of them is answered: enough that neither side waits, and few enough to take no memory. */
const recordsAtOnce = 200;

/**
 * Makes an index of records. Pagefind numbers them in the order in which it gets them, so the same records give the same files on any machine;
 * its program that reads a folder takes the order in which the file system lists that.
 *
 * @param output folder for the index
 * @throws PagefindProblem with Pagefind's own words when it fails
 */
export async function indexRecords(
  records: Iterable<CustomRecord>,
  output: string,
  { language, includeCharacters, maxFragments, chunkSize }: PagefindOptions,
  { onProcess, onSent }: PagefindEvents,
): Promise<void> {
  const service = await startService(chunkSize);
  onProcess(service.pid);
  try {
    const config = {
      force_language: language,
      include_characters: includeCharacters,
      max_fragments: maxFragments,
    };
    const { index_id } = await service.ask({ type: 'NewIndex', config });
    let asked: Promise<unknown>[] = [];
    for (const record of records) {
      asked.push(service.ask({ type: 'AddRecord', index_id, ...record }));
      if (asked.length < recordsAtOnce) continue;
      await Promise.all(asked);
      asked = [];
    }
    await Promise.all(asked);
    const written = service.ask({ type: 'WriteFiles', index_id, output_path: output });
    onSent();
    await written;
  } finally {
    service.end();
    onProcess(undefined);
  }
}

/** Pagefind's program as a service. */
interface Service {
  pid: number | undefined;
  /** @throws PagefindProblem when it answers with an error, or not at all */
  ask(payload: object): Promise<Answer>;
  end(): void;
}

interface Answer {
  type: string;
  index_id?: number;
  message?: string;
}

/**
 * Starts Pagefind's service, which takes and gives JSON in base64, each message with a comma behind it.
 *
 * @see https://github.com/Pagefind/pagefind/tree/main/pagefind/src/service
 */
async function startService(chunkSize: number): Promise<Service> {
  const { resolveBinaryPath } = (await import(
    new URL('./resolveBinary.js', import.meta.resolve('pagefind')).href
  )) as { resolveBinaryPath(names: string[]): string };
  const child = spawn(resolveBinaryPath(['pagefind_extended', 'pagefind']), ['--service'], {
    env: { ...process.env, PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: String(chunkSize) },
    windowsHide: true,
  });
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let asked = 0;
  readAnswers(child, (id, answer) => {
    const { type, message = '' } = answer;
    if (type === 'Error') waiting.get(id)?.reject(new PagefindProblem(message));
    else waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  const ended = whyEnded(child);
  void ended.then((reason) => {
    for (const { reject } of waiting.values()) reject(new PagefindProblem(reason));
    waiting.clear();
  });
  // Who waits for an answer is told that there is none.
  child.stdin.on('error', () => {});
  return {
    pid: child.pid,
    ask(payload) {
      const id = ++asked;
      const answer = Promise.withResolvers<Answer>();
      waiting.set(id, answer);
      const message = Buffer.from(JSON.stringify({ message_id: id, payload })).toString('base64');
      if (child.exitCode === null && child.signalCode === null) child.stdin.write(`${message},`);
      else void ended.then((reason) => answer.reject(new PagefindProblem(reason)));
      return answer.promise;
    },
    end: () => void child.kill(),
  };
}

function readAnswers(
  { stdout }: ChildProcessWithoutNullStreams,
  onAnswer: (id: number, answer: Answer) => void,
) {
  let rest = '';
  stdout.setEncoding('latin1').on('data', (text: string) => {
    const messages = (rest + text).split(',');
    rest = messages.pop() as string;
    for (const message of messages) {
      const { message_id, payload } = JSON.parse(Buffer.from(message, 'base64').toString()) as {
        message_id?: number;
        payload: Answer;
      };
      if (message_id !== undefined) onAnswer(message_id, payload);
    }
  });
}

/** Waits for the end of the program and says why it ended, as a part of a sentence. */
async function whyEnded(child: ChildProcessWithoutNullStreams): Promise<string> {
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  try {
    const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
    return signal === null ? told.trim() || `it ended with status ${status}.` : tellSignal(signal);
  } catch (error) {
    return (error as Error).message;
  }
}

/** Systems end a program by `SIGKILL` when memory runs out. */
function tellSignal(signal: string): string {
  return signal === 'SIGKILL'
    ? 'the system ended it, most likely because memory ran out: give the build more memory, or build the site in shards.'
    : `it was ended by ${signal}.`;
}
