import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIssueRecords } from '../../src/content/issue-records.ts';
import type { RecordedIssue, SearchRecord } from '../../src/content/sync-files.ts';
import { astroEnvironment } from './astro-environment.ts';

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
const astro = join(packageRoot, 'node_modules', 'astro', 'bin', 'astro.mjs');

/** What an Astro command did. */
export interface Outcome {
  /** Exit status. */
  status: number;
  /** All it printed, without colours. */
  output: string;
}

/** The files of a site with one digest section and nothing else; a test adds its digests, or puts others in their place. */
export const plainSite: Record<string, string> = {
  'astro.config.mjs': `
    import { defineConfig } from 'astro/config';
    import digest from 'astro-digest';
    export default defineConfig({ site: 'https://example.org', integrations: [digest({ title: 'Daily Papers' })] });
  `,
  'src/content.config.ts': `
    import { digestCollections } from 'astro-digest/content';
    export const collections = { ...digestCollections() };
  `,
};

/** A digest of the header that pages have and some papers. */
export function digestText(
  date: string,
  papers: readonly (readonly [title: string, abstract: string])[],
): string {
  const header = [
    'new',
    'Get trending papers in your email inbox!',
    'Subscribe',
    'byAK and the research community',
    date,
  ];
  return `${[...header, ...papers.flat()].join('\n\n')}\n`;
}

/** A site in a folder of its own, with this package as its dependency. */
export class Site {
  /** Folder of the site. */
  readonly root: string;
  /** The program of Astro that it is built with. */
  private readonly program: string;

  private constructor(root: string, program = astro) {
    this.root = root;
    this.program = program;
  }

  /**
   * Takes a folder that is there for a site.
   *
   * @param program the program of Astro that it has; that of this package otherwise
   */
  static open(root: string, program?: string): Site {
    return new Site(root, program);
  }

  /**
   * Makes a new site, in place of an earlier one of that name.
   *
   * @param name name of its folder; each test file needs names of its own
   * @param files texts by path
   */
  static async create(name: string, files: Record<string, string | Uint8Array>): Promise<Site> {
    const site = new Site(join(packageRoot, '.artifacts', 'sites', name));
    await rm(site.root, { recursive: true, force: true });
    await site.write('package.json', JSON.stringify({ name, private: true, type: 'module' }));
    await mkdir(join(site.root, 'node_modules'));
    await symlink(packageRoot, join(site.root, 'node_modules', 'astro-digest'), 'dir');
    for (const [path, text] of Object.entries(files)) await site.write(path, text);
    return site;
  }

  async write(path: string, text: string | Uint8Array): Promise<void> {
    const file = join(this.root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** What a build wrote down of its papers for the search, those included that an issue before has, too. */
  async records(): Promise<SearchRecord[]> {
    const folder = 'node_modules/.astro/astro-digest/build';
    const issues = JSON.parse(await this.read(`${folder}/records.json`)) as RecordedIssue[];
    return issues.flatMap(
      ({ contentHash }) => readIssueRecords(join(this.root, folder, 'records'), contentHash) ?? [],
    );
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.root, path), { recursive: true });
  }

  /** Runs an Astro command to its end. */
  async astro(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const child = this.start(args, env);
    const output = collect(child);
    const status = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
    return { status, output: output() };
  }

  /**
   * Starts an Astro server and waits until it prints its address.
   *
   * @throws Error with all it printed, when it ends before
   */
  async serve(command: 'dev' | 'preview', args: readonly string[] = []): Promise<Server> {
    const child = this.start([command, '--host', '127.0.0.1', '--port', '0', ...args], {});
    const output = collect(child);
    const address = await new Promise<string>((resolve, reject) => {
      child.on('exit', () => reject(new Error(`astro ${command} ended: ${output()}`)));
      child.stdout?.on('data', () => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output());
        if (found) resolve(found[0]);
      });
    });
    return {
      address,
      output,
      stop: () =>
        new Promise((resolve) => {
          child.removeAllListeners('exit').on('exit', () => resolve());
          child.kill();
        }),
    };
  }

  private start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    return spawn(process.execPath, [this.program, ...args], {
      cwd: this.root,
      env: astroEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Text of a file, by its path from the site's folder. */
  read(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8');
  }

  /** All files of a folder, sorted, by their paths from it. */
  async list(folder: string): Promise<string[]> {
    const whole = join(this.root, folder);
    const entries = await readdir(whole, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(whole, join(entry.parentPath, entry.name)))
      .sort();
  }
}

/** An Astro server that runs. */
export interface Server {
  /** Such as `http://127.0.0.1:4321`. */
  address: string;
  /** All it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

function collect(child: ChildProcess): () => string {
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  return () => output;
}

/** Calls a function until it gives a value that is not `undefined`. */
export async function eventually<Value>(
  probe: () => Promise<Value | undefined>,
  milliseconds = 20_000,
): Promise<Value> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`Nothing came of it in ${milliseconds} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
