import { createHash } from 'node:crypto';
import { renameSync } from 'node:fs';
import { fromDigest, toMdx } from '../../src/index.ts';
import type { TestFolder } from './in-folder.ts';
import type { Random } from './random.ts';

const issue = 'out/2025-03-12';
const stateFile = 'out/.remark-digest.json';

/** A digest, the folder that it is converted to, and a person who works on both. */
export class Desk {
  readonly log: string[] = [];
  readonly #folder: TestFolder;
  readonly #random: Random;
  /** Titles of the digest, each with the number of its text. */
  #papers = new Map<string, number>();
  /** What a person wrote that no run has ever written in that place, by file. */
  readonly #mine = new Map<string, string>();
  /** Files that we wrote and a person deleted. */
  readonly #deleted = new Set<string>();
  /** Every document that was ever to be in a place. */
  readonly #documents = new Map<string, Set<string>>();
  #count = 0;

  constructor(folder: TestFolder, random: Random) {
    this.#folder = folder;
    this.#random = random;
  }

  /** Does one thing by chance. */
  async step(): Promise<void> {
    const action = this.#random.chance(0.03)
      ? this.#random.pick(['lose state', 'spoil state', 'empty digest'] as const)
      : this.#random.pick(actions);
    this.log.push(action);
    if (action === 'regenerate' || action === 'regenerate by force') {
      return this.regenerate(action === 'regenerate by force');
    }
    if (action === 'lose state' || action === 'spoil state') return this.#spoilState(action);
    const files = this.#files();
    if (action === 'new file') {
      this.#save(this.#anyName(), `Mine ${++this.#count}.\n`);
    } else if (action.endsWith('file') && files.length > 0) {
      this.#changeFile(action, this.#random.pick(files));
    } else {
      this.#changeDigest(action);
    }
  }

  /** Runs the command, and throws when something of the person is lost, or something of the digest. */
  async regenerate(force: boolean): Promise<void> {
    const before = this.#contents();
    const wanted = this.#wanted();
    for (const [file, content] of wanted) {
      this.#documents.set(file, (this.#documents.get(file) ?? new Set()).add(content));
    }
    const args = ['convert', '@/2025-03-12.txt', '--out', '@/out'];
    const { err } = await this.#folder.run(...args, ...(force ? ['--force'] : []));
    this.log.push(err);
    const after = this.#contents();

    for (const [file, content] of new Map(this.#mine)) {
      if (after.get(file) === content) continue;
      if (!force || !wanted.has(file)) throw new Error(`${file} is lost`);
      const backup = [...after].find(
        ([name, text]) => name.startsWith(`${file}.bak`) && text === content && !before.has(name),
      );
      if (!backup) throw new Error(`${file} is lost, in spite of its backup`);
      this.#mine.delete(file);
      this.#mine.set(backup[0], content);
    }
    for (const file of this.#deleted) {
      if (!after.has(file)) continue;
      if (!force || !wanted.has(file)) throw new Error(`${file} was deleted and is back`);
      this.#deleted.delete(file);
    }
    for (const file of wanted.keys()) {
      if (!after.has(file) && !this.#deleted.has(file)) throw new Error(`${file} is missing`);
    }
    const remembered = this.#remembered();
    for (const [file, content] of after) {
      if (file.includes('.bak') || this.#mine.has(file)) continue;
      if (!this.#documents.get(file)?.has(content)) throw new Error(`${file} is torn`);
      const ours = remembered[file.slice('out/'.length)] === sha256(content);
      if (ours && wanted.size > 0 && wanted.get(file) !== content) throw new Error(`${file} is out of date`);
    }

    const still = [...this.#folder.snapshot('out')].join('\n');
    await this.#folder.run(...args);
    if ([...this.#folder.snapshot('out')].join('\n') !== still) throw new Error('The second run writes');
  }

  /** How many files of the person there are. */
  get mine(): number {
    return this.#mine.size;
  }

  #changeFile(action: string, file: string): void {
    const content = this.#folder.read(file);
    if (action === 'edit file') {
      this.#save(file, `${content}\nEdit ${++this.#count}.\n`);
    } else if (action === 'take back file') {
      // What the digest says now, or said at another time.
      this.#save(file, this.#random.pick([...(this.#documents.get(file) ?? [content])]));
    } else if (action === 'delete file') {
      this.#leave(file);
      this.#folder.remove(file);
    } else {
      const name = this.#anyName();
      if (this.#folder.has(name)) return;
      this.#leave(file);
      renameSync(this.#folder.at(file), this.#folder.at(name));
      this.#own(name, content);
    }
  }

  #changeDigest(action: string): void {
    const titles = [...this.#papers.keys()];
    const title = titles.length > 0 ? this.#random.pick(titles) : undefined;
    const free = `Paper ${this.#random.below(6)}`;
    if (action === 'empty digest') this.#papers.clear();
    else if (action === 'add paper' || title === undefined) this.#papers.set(free, ++this.#count);
    else if (action === 'change paper') this.#papers.set(title, ++this.#count);
    else if (action === 'delete paper') this.#papers.delete(title);
    else if (action === 'reorder papers') this.#papers = new Map([...this.#papers].toReversed());
    else if (action === 'rename paper' && !this.#papers.has(free)) {
      this.#papers.set(free, this.#papers.get(title) as number);
      this.#papers.delete(title);
    }
  }

  #spoilState(action: 'lose state' | 'spoil state'): void {
    if (!this.#folder.has(stateFile)) return;
    if (action === 'lose state') this.#folder.remove(stateFile);
    else this.#folder.write(stateFile, this.#folder.read(stateFile).slice(0, -9));
    // Nobody knows any more what was there.
    this.#deleted.clear();
  }

  #save(file: string, content: string): void {
    this.#folder.write(file, content);
    this.#own(file, content);
  }

  #own(file: string, content: string): void {
    this.#deleted.delete(file);
    if (this.#documents.get(file)?.has(content)) this.#mine.delete(file);
    else this.#mine.set(file, content);
  }

  #leave(file: string): void {
    this.#mine.delete(file);
    if (this.#remembered()[file.slice('out/'.length)] !== undefined) this.#deleted.add(file);
  }

  #anyName(): string {
    return `${issue}/paper-${this.#random.below(8)}.mdx`;
  }

  #wanted(): Map<string, string> {
    const papers = [...this.#papers].map(([title, text]) => `${title}\n\nText ${text}. It is text.\n`);
    const text = `Mar 12\n\n${papers.join('\n')}`;
    this.#folder.write('2025-03-12.txt', text);
    const entries = fromDigest(text).children.filter((node) => node.type === 'digestEntry');
    return new Map(entries.map((entry) => [`${issue}/${entry.slug}.mdx`, toMdx(entry)]));
  }

  #files(): string[] {
    return this.#folder.files(issue).map((file) => `${issue}/${file}`);
  }

  #contents(): Map<string, string> {
    return new Map(this.#files().map((file) => [file, this.#folder.read(file)]));
  }

  #remembered(): Record<string, string> {
    if (!this.#folder.has(stateFile)) return {};
    try {
      return JSON.parse(this.#folder.read(stateFile)).files;
    } catch {
      return {};
    }
  }
}

const actions = [
  'regenerate',
  'regenerate',
  'regenerate',
  'regenerate',
  'regenerate by force',
  'edit file',
  'edit file',
  'edit file',
  'take back file',
  'rename file',
  'delete file',
  'new file',
  'add paper',
  'add paper',
  'change paper',
  'rename paper',
  'delete paper',
  'reorder papers',
] as const;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
