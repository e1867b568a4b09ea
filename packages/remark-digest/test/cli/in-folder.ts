import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Verify } from '../../src/cli/prepare.ts';
import { run } from '../../src/cli/run.ts';

/** What a command printed, and its exit status. */
export interface Ran {
  status: number;
  out: string;
  err: string;
}

/** A folder of its own for one test, which goes when the test ends. */
export interface TestFolder {
  path: string;
  /** Writes a file, with the folders above it; the path is in this folder. */
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  has(path: string): boolean;
  remove(path: string): void;
  /** Paths of all files below a folder, with `/`, sorted. */
  files(path?: string): string[];
  /** Everything below a folder that a write would change: names, bytes, and when each was last written. */
  snapshot(path?: string): Map<string, string>;
  /** Full path. */
  at(path: string): string;
  /** Runs a command in this process; arguments that begin with `@/` are paths in this folder. */
  run(...args: string[]): Promise<Ran>;
  runWith(verify: Verify | undefined, ...args: string[]): Promise<Ran>;
}

/** A check that lets every document through, for tests that are not about the documents. */
export const anything: Verify = () => Promise.resolve(undefined);

/** A disk in memory, where there is one: waiting for a real one would take most of the time of the tests. */
const fastest = process.platform === 'linux' && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Makes a folder for the test that runs. */
export function testFolder(above = fastest): TestFolder {
  const path = mkdtempSync(join(above, 'remark-digest-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const at = (name: string): string => join(path, name);
  const below = (name: string): string[] =>
    existsSync(at(name))
      ? readdirSync(at(name), { recursive: true, encoding: 'utf8' })
          .map((file) => file.replaceAll('\\', '/'))
          .sort()
      : [];
  const folder: TestFolder = {
    path,
    at,
    write(name, content) {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
    },
    read: (name) => readFileSync(at(name), 'utf8'),
    has: (name) => existsSync(at(name)),
    remove: (name) => rmSync(at(name), { recursive: true }),
    files: (name = '.') => below(name).filter((file) => statSync(at(join(name, file))).isFile()),
    snapshot: (name = '.') =>
      new Map(
        below(name).map((file) => {
          const stats = statSync(at(join(name, file)), { bigint: true });
          const content = stats.isFile() ? readFileSync(at(join(name, file)), 'latin1') : '';
          return [file, `${stats.ino} ${stats.mtimeNs} ${content}`];
        }),
      ),
    run: (...args) => folder.runWith(anything, ...args),
    async runWith(verify, ...args) {
      const printed = { out: '', err: '' };
      const status = await run(
        args.map((arg) => (arg.startsWith('@/') ? at(arg.slice(2)) : arg)),
        {
          out: (text) => (printed.out += text),
          err: (text) => (printed.err += text),
          screen: false,
          now: () => 0,
        },
        verify,
      );
      // What is printed must not depend on where the folder is.
      const [out = '', err = ''] = [printed.out, printed.err].map((text) =>
        text.replaceAll(`${path}/`, '').replaceAll(path, '.'),
      );
      return { status, out, err };
    },
  };
  return folder;
}

/** The text of a digest of these papers. */
export function digestOf(papers: Readonly<Record<string, string>>, date = 'Mar 12'): string {
  const blocks = Object.entries(papers).map(([title, abstract]) => `${title}\n\n${abstract}\n`);
  return `${date}\n\n${blocks.join('\n')}`;
}
