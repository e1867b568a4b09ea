import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Random } from '../../../../benchmarks/archive/random.ts';
import { configText } from './sources.ts';
import type { AuthoredSite } from './steps.ts';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
const program = join(packageFolder, 'node_modules/astro/bin/astro.mjs');
const kept = 'node_modules/.astro';

/** A site in a folder, which is built again and again. */
export class BuiltSite {
  readonly root: string;

  /** Makes an empty site in a folder. */
  constructor(root: string) {
    this.root = root;
    rmSync(root, { recursive: true, force: true });
    mkdirSync(join(root, 'node_modules/@astrojs'), { recursive: true });
    // Astro compiles components of packages only where these are in the site.
    const copy = join(root, 'node_modules/astro-digest');
    for (const part of ['package.json', 'dist', 'components', 'routes', 'styles'])
      cpSync(join(packageFolder, part), join(copy, part), { recursive: true });
    symlinkSync(join(packageFolder, 'node_modules'), join(copy, 'node_modules'), 'dir');
    for (const name of ['astro', '@astrojs/mdx'])
      symlinkSync(join(packageFolder, 'node_modules', name), join(root, 'node_modules', name), 'dir');
  }

  /** Has the files of a site, and no others that its author writes. */
  write({ sources, options }: AuthoredSite): void {
    for (const name of readdirSync(this.root)) {
      if (name !== 'node_modules' && name !== 'dist')
        rmSync(join(this.root, name), { recursive: true, force: true });
    }
    for (const [path, text] of [...sources, ['astro.config.mjs', configText(options)] as const]) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  /** Builds it to the end. */
  async build(env: NodeJS.ProcessEnv = {}): Promise<{ status: number; output: string }> {
    const { child, output } = this.start(env);
    const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
    return { status, output: output() };
  }

  /** Starts a build and ends it, with all that it started, after a while. */
  async kill(milliseconds: number): Promise<void> {
    const { child } = this.start({});
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
    try {
      process.kill(-(child.pid as number), 'SIGKILL');
    } catch {
      // It has ended before.
    }
    await ended;
  }

  /** Damages files that are kept from build to build, and says which. */
  damage(random: Random): string {
    const files = filesOf(join(this.root, kept));
    const done = Array.from({ length: random.between(1, 3) }, () => {
      const path = random.pick([...files.keys()]);
      const file = join(this.root, kept, path);
      if (!existsSync(file)) return '';
      const { size } = statSync(file);
      const kind = random.pick(['flipped', 'cut', 'emptied', 'removed', 'removed the folder of']);
      if (kind === 'flipped' && size > 0) flip(file, random.between(0, size - 1));
      if (kind === 'cut') truncateSync(file, Math.floor(size / 2));
      if (kind === 'emptied') truncateSync(file, 0);
      if (kind === 'removed') rmSync(file);
      if (kind === 'removed the folder of') rmSync(dirname(file), { recursive: true, force: true });
      return `${kind} ${path}`;
    });
    return done.join(', ');
  }

  /** Changes files of the built site in place, as another tool may do. */
  touchBuilt(random: Random): void {
    const files = [...filesOf(join(this.root, 'dist')).keys()];
    for (let count = 0; count < 5 && files.length > 0; count++) {
      const file = join(this.root, 'dist', random.pick(files));
      if (random.chance(0.5)) rmSync(file, { force: true });
      else if (existsSync(file)) writeFileSync(file, 'somebody else was here', { flag: 'r+' });
    }
  }

  /** Its built files. */
  built(): Map<string, Buffer> {
    return filesOf(join(this.root, 'dist'));
  }

  /** Takes the state of another folder, what is kept included. */
  restore(from: string): void {
    rmSync(this.root, { recursive: true, force: true });
    cpSync(from, this.root, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  }

  private start(env: NodeJS.ProcessEnv): { child: ChildProcess; output: () => string } {
    const child = spawn(process.execPath, [program, 'build'], {
      cwd: this.root,
      detached: true,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (more: string) => (text += more));
    return { child, output: () => text };
  }
}

function flip(file: string, place: number): void {
  const whole = readFileSync(file);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.from([(whole[place] as number) ^ 4]), 0, 1, place);
  closeSync(handle);
}

function filesOf(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}
