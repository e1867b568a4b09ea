import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { astroEnvironment } from '../site/astro-environment.ts';
import type { AuthoredSite, PackageEdit } from './authored-site.ts';
import { filesOf, pathsOf, type BuiltFiles } from './files-of.ts';
import { configText } from './site-config.ts';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
const packageParts = ['package.json', 'dist', 'components', 'routes', 'styles', 'thesaurus'];
const program = join(packageFolder, 'node_modules/astro/bin/astro.mjs');

/** All files have this time, as those of an archive that was unpacked: it tells nothing of what has changed. */
const fileTime = new Date('2025-01-01T00:00:00Z');

/** How a program ended, and all it printed. */
export interface Ended {
  status: number;
  output: string;
}

/** A site in a folder, which is built again and again. */
export class BuiltSite {
  readonly root: string;
  /** The package that the site has, a copy, because Astro compiles components of packages only where these are in the site. */
  private readonly package: string;
  /** The version that the copy is of. */
  private version: readonly PackageEdit[] = [];

  /** Makes an empty site in a folder. */
  constructor(root: string) {
    this.root = root;
    this.package = join(root, 'node_modules/astro-digest');
    rmSync(root, { recursive: true, force: true });
    mkdirSync(join(root, 'node_modules/@astrojs'), { recursive: true });
    for (const part of packageParts)
      cpSync(join(packageFolder, part), join(this.package, part), { recursive: true });
    symlinkSync(join(packageFolder, 'node_modules'), join(this.package, 'node_modules'), 'dir');
    for (const name of ['astro', '@astrojs/mdx'])
      symlinkSync(join(packageFolder, 'node_modules', name), join(root, 'node_modules', name), 'dir');
  }

  /** Folder of what is kept from build to build. */
  get kept(): string {
    return join(this.root, 'node_modules/.astro');
  }

  /** Has the files of a site, and no others that its author writes; those that have not changed are left alone. */
  write({ sources, options, version }: AuthoredSite): void {
    const files = new Map([...sources, ['astro.config.mjs', configText(options)] as const]);
    for (const entry of readdirSync(this.root, { withFileTypes: true })) {
      const { name } = entry;
      if (/^(?:node_modules|\.astro|dist.*)$/.test(name)) continue;
      const paths = entry.isFile() ? [name] : pathsOf(join(this.root, name)).map((path) => `${name}/${path}`);
      for (const path of paths) if (!files.has(path)) rmSync(join(this.root, path));
    }
    for (const [path, text] of files) put(join(this.root, path), text);
    for (const { path } of this.version) cpSync(join(packageFolder, path), join(this.package, path));
    for (const edit of version) this.edit(edit);
    this.version = version;
  }

  private edit({ path, find, put }: PackageEdit): void {
    const file = join(this.package, path);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(find)) throw new Error(`${path} has no “${find}” any more.`);
    writeFileSync(file, find === '' ? `${text}${put}` : text.replace(find, () => put));
  }

  /** Builds it to the end. */
  build(env: NodeJS.ProcessEnv = {}, args: readonly string[] = []): Promise<Ended> {
    return ended(this.start([program, 'build', ...args], env));
  }

  /** Puts its shards together. */
  merge(folders: readonly string[], out: string): Promise<Ended> {
    const command = join(this.package, 'dist/cli/main.js');
    return ended(this.start([command, 'merge', ...folders, '--out', out], {}));
  }

  /** Starts a build and ends it, with all that it started, after a while. */
  async kill(milliseconds: number): Promise<void> {
    const child = this.start([program, 'build'], {});
    const end = ended(child);
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
    try {
      process.kill(-(child.pid as number), 'SIGKILL');
    } catch {
      // It has ended before.
    }
    await end;
  }

  /** Its built files. */
  built(folder = 'dist'): BuiltFiles {
    return filesOf(join(this.root, folder));
  }

  /** Puts a copy of what is kept aside. */
  saveKept(): void {
    rmSync(`${this.kept}-saved`, { recursive: true, force: true });
    if (existsSync(this.kept)) cpSync(this.kept, `${this.kept}-saved`, { recursive: true });
  }

  /** Has what was put aside in the place of what is kept. */
  returnKept(): void {
    rmSync(this.kept, { recursive: true, force: true });
    if (existsSync(`${this.kept}-saved`)) cpSync(`${this.kept}-saved`, this.kept, { recursive: true });
  }

  /** Moves it to another folder. */
  moveTo(root: string): void {
    rmSync(root, { recursive: true, force: true });
    renameSync(this.root, root);
  }

  private start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    return spawn(process.execPath, args, {
      cwd: this.root,
      // So that all that it starts can be ended with it.
      detached: true,
      env: astroEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

function put(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, fileTime, fileTime);
}

async function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (more: string) => (output += more));
  const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  return { status, output };
}
