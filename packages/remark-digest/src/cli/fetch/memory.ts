import {
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../explain.ts';
import { hashOf } from '../look.ts';
import type { Surroundings } from './surroundings.ts';

/** An answer that became a file: what the server calls this version of it, and the file. */
export interface RememberedAnswer {
  etag?: string;
  lastModified?: string;
  /** Name of the file in its folder. */
  name: string;
  /** Hash of its bytes. */
  hash: string;
}

interface State {
  version: 1;
  /** When each service was asked last, or will be by a command that waits for its turn: milliseconds since 1970. */
  asked: Record<string, number>;
  /** Answers by {@link keyOf}, the latest last. */
  answers: Record<string, RememberedAnswer>;
  /** When a catalogue said that it has no paper of a title, by {@link hashOfText}: milliseconds since 1970, the latest last. */
  unfound?: Record<string, number>;
}

const kept = 500;

/** So many titles that were not found are remembered, for so many milliseconds. */
const keptTitles = 20_000;
const staleTitle = 7 * 24 * 60 * 60_000;

/** A turn further away than this was not taken by a command, but by a clock that was wrong. */
const farthestTurn = 10 * 60_000;

/** A lock older than this was left behind by a command that was cut off. */
const staleLock = 10_000;

/**
 * What is remembered from one fetch to the next, in a file of the user's cache folder. Without it, or without a folder for it,
 * a digest is fetched whole, and a service that wants a pause gets it before each request; nothing else changes.
 */
export class Memory {
  readonly #surroundings: Surroundings;
  readonly #folder: string;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#folder = join(cacheFolder(surroundings.env), 'remark-digest');
  }

  /** Waits until a service may be asked again, in turn with all other commands of this user. */
  async turn(service: string, pause: number): Promise<void> {
    if (pause === 0) return;
    const now = this.#surroundings.now().getTime();
    const at = await this.#change((state) => {
      const next = (state.asked[service] ?? -Infinity) + pause;
      const turn = next > now && next < now + farthestTurn ? next : now;
      state.asked[service] = turn;
      return turn;
    });
    const wait = at === undefined ? pause : at - now;
    if (wait > 0) await this.#surroundings.sleep(wait);
  }

  /** What is remembered of an address and the place of its file; `undefined` when nothing is. */
  answer(address: URL, place: string): RememberedAnswer | undefined {
    return this.#read()?.answers[keyOf(address, place)];
  }

  async keepAnswer(address: URL, place: string, answer: RememberedAnswer): Promise<void> {
    if (answer.etag === undefined && answer.lastModified === undefined) return;
    await this.#change(({ answers }) => {
      const key = keyOf(address, place);
      delete answers[key];
      answers[key] = answer;
      for (const old of Object.keys(answers).slice(0, -kept)) delete answers[old];
    });
  }

  /** Those of some titles that a catalogue had no paper of a short while ago. */
  unfound(catalogue: string, titles: readonly string[]): Set<string> {
    const { unfound = {} } = this.#read() ?? {};
    const now = this.#surroundings.now().getTime();
    const isFresh = (asked = -Infinity): boolean => asked <= now && now - asked < staleTitle;
    return new Set(titles.filter((title) => isFresh(unfound[hashOfText(`${catalogue}\n${title}`)])));
  }

  async keepUnfound(catalogue: string, titles: readonly string[]): Promise<void> {
    if (titles.length === 0) return;
    await this.#change((state) => {
      const unfound = { ...state.unfound };
      for (const title of titles) {
        const key = hashOfText(`${catalogue}\n${title}`);
        delete unfound[key];
        unfound[key] = this.#surroundings.now().getTime();
      }
      state.unfound = Object.fromEntries(Object.entries(unfound).slice(-keptTitles));
    });
  }

  get #file(): string {
    return join(this.#folder, 'fetch.json');
  }

  /** The state; an empty one when there is no file, `undefined` when there is one that can't be read. */
  #read(): State | undefined {
    try {
      const state = JSON.parse(readFileSync(this.#file, 'utf8')) as State;
      return isState(state) ? state : undefined;
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? { version: 1, asked: {}, answers: {} } : undefined;
    }
  }

  /** Changes the state while no other command does; `undefined` when it can't be kept, or what was there is lost. */
  async #change<Result>(change: (state: State) => Result): Promise<Result | undefined> {
    const lock = `${this.#file}.lock`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      if (!(await this.#take(lock))) return undefined;
      try {
        const before = this.#read();
        const state = before ?? { version: 1, asked: {}, answers: {} };
        const result = change(state);
        writeFileSync(`${this.#file}.new`, `${JSON.stringify(state)}\n`);
        renameSync(`${this.#file}.new`, this.#file);
        return before === undefined ? undefined : result;
      } finally {
        rmSync(lock, { force: true });
      }
    } catch {
      return undefined;
    }
  }

  async #take(lock: string): Promise<boolean> {
    for (let attempt = 0; attempt < 40; attempt++) {
      try {
        closeSync(openSync(lock, 'wx'));
        return true;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
        const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
        if (age > staleLock) rmSync(lock, { force: true });
        else await new Promise((resolve) => setTimeout(resolve, 25));
      }
    }
    return false;
  }
}

/** An address may hold a password, which has no place in a file. */
function keyOf(address: URL, place: string): string {
  return hashOfText(`${address.href}\n${place}`);
}

function hashOfText(text: string): string {
  return hashOf(Buffer.from(text));
}

function isState(value: unknown): value is State {
  const { version, asked, answers, unfound = {} } = (value ?? {}) as Partial<State>;
  return (
    version === 1 &&
    typeof asked === 'object' &&
    asked !== null &&
    Object.values(asked).every((moment) => typeof moment === 'number') &&
    typeof unfound === 'object' &&
    unfound !== null &&
    typeof answers === 'object' &&
    answers !== null &&
    Object.values(answers).every(
      (answer) =>
        typeof answer === 'object' && typeof answer?.name === 'string' && typeof answer.hash === 'string',
    )
  );
}

/** The folder in which programs of this user keep what they can do without. */
function cacheFolder(env: Surroundings['env']): string {
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  if (process.platform === 'win32' && env['LOCALAPPDATA']) return env['LOCALAPPDATA'];
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
