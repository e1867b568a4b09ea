import type { Remembered } from './plan.ts';

/** What we remember of the files in a folder: for each path in it, with `/` between folder and name, what we wrote. */
export type State = ReadonlyMap<string, Remembered>;

const version = 1;
const note =
  'remark-digest convert remembers here what it wrote, to leave alone what you edit or delete. Keep it with the files.';

const safePath = /^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*\.mdx$/;
const safeHash = /^[0-9a-f]{64}$/;

/** Whether a path is one that this command could have written: one folder, one name, ASCII. */
export function isSafePath(path: string): boolean {
  return safePath.test(path);
}

/** Writes a state: the same state gives the same bytes, whatever the order in which it came about. */
export function serializeState(state: State): string {
  const files: Record<string, string> = {};
  const unfinished: Record<string, string | null> = {};
  for (const path of [...state.keys()].sort()) {
    const remembered = state.get(path) ?? {};
    if (remembered.written !== undefined) files[path] = remembered.written;
    if (remembered.unfinished !== undefined) unfinished[path] = remembered.unfinished;
  }
  const value = {
    note,
    version,
    files,
    ...(Object.keys(unfinished).length > 0 ? { unfinished } : {}),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Reads a state; `undefined` when the text is none that this version wrote, in which case nothing of it counts. */
export function parseState(text: string): State | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value['version'] !== version || !isRecord(value['files'])) return undefined;
  const { unfinished = {} } = value;
  if (!isRecord(unfinished)) return undefined;
  const state = new Map<string, Remembered>();
  for (const [path, hash] of Object.entries(value['files'])) {
    if (!isSafePath(path) || !isHash(hash)) return undefined;
    state.set(path, { written: hash });
  }
  for (const [path, hash] of Object.entries(unfinished)) {
    if (!isSafePath(path) || !(hash === null || isHash(hash))) return undefined;
    state.set(path, { ...state.get(path), unfinished: hash });
  }
  return state;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && safeHash.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
