import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, lookAt } from './look.ts';
import { parseState, serializeState, type State } from './state.ts';
import { writeAtomically } from './write-file.ts';

/** Name of the file in the folder of `--out` in which the state is. */
export const stateName = '.remark-digest.json';

/** The state of a folder, and how to write it again. */
export interface StateFile {
  state: State;
  /** Whether there is a file that is no state of ours. */
  foreign: boolean;
  /** Hash of the file; `undefined` when there is none. */
  hash: string | undefined;
}

/**
 * Reads the state of a folder; a folder without one has an empty one.
 *
 * @throws an error of the system when it can't be read, or is a symbolic link
 */
export function readStateFile(root: string | undefined): StateFile {
  if (root === undefined) return { state: new Map(), foreign: false, hash: undefined };
  const disk = lookAt(root, stateName);
  if (disk.kind === 'nothing') return { state: new Map(), foreign: false, hash: undefined };
  if (disk.kind !== 'file')
    throw Object.assign(new Error(), { code: disk.kind === 'link' ? 'ELOOP' : 'EISDIR' });
  const bytes = readFileSync(join(root, stateName));
  const state = parseState(bytes.toString('utf8'));
  return { state: state ?? new Map(), foreign: state === undefined, hash: hashOf(bytes) };
}

/** Writes the state of a folder, unless the file says it already, or there is neither. A foreign file is kept beside it. */
export function writeStateFile(root: string, file: StateFile, state: State): StateFile & { backup?: string } {
  const bytes = Buffer.from(serializeState(state));
  const hash = hashOf(bytes);
  if (hash === file.hash || (state.size === 0 && file.hash === undefined)) return { ...file, state };
  const written = writeAtomically(root, stateName, bytes, { over: file.hash, backup: file.foreign });
  if (!written.done) throw Object.assign(new Error(), { code: 'EBUSY' });
  const result = { state, foreign: false, hash };
  return written.backup === undefined ? result : { ...result, backup: written.backup };
}
