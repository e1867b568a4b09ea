import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, stopsEverything } from './explain.ts';
import * as findings from './findings.ts';
import { lookAtFolder } from './look.ts';
import { aboutFile, type Message } from './messages.ts';
import { rememberAfter, rememberDuring, type Remembered } from './plan.ts';
import type { PlannedFile, PreparedIssue } from './prepare.ts';
import { stateName, writeStateFile, type StateFile } from './state-file.ts';
import type { State } from './state.ts';
import { removeFile, removeLeftovers, syncFolder, writeAtomically } from './write-file.ts';

/** What was done, and what is to be told of it. */
export interface Applied {
  written: number;
  removed: number;
  /** Files that should have been written or removed, and were not. */
  failed: number;
  messages: Message[];
}

/**
 * Carries out what was prepared.
 *
 * The state is written before the files, saying what will be, and after them, saying what is. A run that is cut off at any
 * moment can so be told by the next one from what a person did.
 *
 * @param root real path of the folder
 * @param out what the user calls it
 * @param show is told after each file how many are done
 */
export function applyIssues(
  root: string,
  out: string,
  stateFile: StateFile,
  issues: readonly PreparedIssue[],
  show: (done: number) => void,
): Applied {
  const applied: Applied = { written: 0, removed: 0, failed: 0, messages: [] };
  const all = issues.flatMap(({ files }) => files);
  const todo = all.filter(({ step }) => step.do === 'write' || step.do === 'remove');
  const finished = new Set<PlannedFile>(all.filter(({ step }) => step.do === 'remember'));
  let file = stateFile;
  const write = (remember: (file: PlannedFile) => Remembered): void => {
    const { backup, ...written } = writeStateFile(root, file, withFiles(stateFile.state, all, remember));
    file = written;
    if (backup !== undefined) {
      applied.messages.push(aboutFile(join(out, stateName), findings.backupKept(backup)));
    }
  };
  try {
    removeLeftovers(root);
    if (todo.length > 0) {
      write(({ step }) => rememberDuring(step));
      syncFolder(root);
    }
  } catch (error) {
    applied.failed = todo.length;
    applied.messages.push(aboutFile(join(out, stateName), findings.unusableState(error)));
    return applied;
  }

  try {
    for (const issue of issues) applyIssue(root, out, issue, applied, finished, show);
  } catch (error) {
    // The same would befall every file that is left.
    if (!(error instanceof Stopped)) throw error;
    applied.failed = todo.length - applied.written - applied.removed;
    applied.messages.push(
      aboutFile(join(out, error.file.path), findings.unwritableFile(error.cause, applied.failed - 1)),
    );
  }

  try {
    // Nothing is written where there was nothing to do: what could not be read stays as it is.
    if (todo.length > 0 || finished.size > 0 || !stateFile.foreign) {
      write((file) => rememberAfter(file.step, finished.has(file)));
      if (todo.length > 0) syncFolder(root);
    }
  } catch (error) {
    applied.messages.push(aboutFile(join(out, stateName), findings.unwritableFile(error)));
  }
  return applied;
}

/** An error of the system that would befall every file. */
class Stopped extends Error {
  readonly file: PlannedFile;

  constructor(file: PlannedFile, cause: unknown) {
    super('', { cause });
    this.file = file;
  }
}

function applyIssue(
  root: string,
  out: string,
  { issue, files, refused }: PreparedIssue,
  applied: Applied,
  finished: Set<PlannedFile>,
  show: (done: number) => void,
): void {
  const folder = join(root, issue);
  const before = applied.written + applied.removed;
  let allWritten = refused === 0;
  const attempt = (file: PlannedFile, act: () => boolean): void => {
    try {
      if (act()) {
        finished.add(file);
      } else {
        applied.failed++;
        applied.messages.push(aboutFile(join(out, file.path), findings.changedMeanwhile()));
      }
    } catch (error) {
      if (stopsEverything(error)) throw new Stopped(file, error);
      applied.failed++;
      applied.messages.push(aboutFile(join(out, file.path), findings.unwritableFile(error)));
    }
    show(applied.written + applied.removed + applied.failed);
  };

  if (lookAtFolder(root, issue).kind === 'folder') removeLeftovers(folder);
  for (const file of files) {
    const { step, bytes, name, path } = file;
    if (step.do !== 'write' || bytes === undefined) continue;
    attempt(file, () => {
      makeFolder(root, issue);
      const { done, backup } = writeAtomically(folder, name, bytes, step);
      if (done) applied.written++;
      if (backup !== undefined) {
        applied.messages.push(aboutFile(join(out, path), findings.backupKept(backup)));
      }
      return done;
    });
    if (!finished.has(file)) allWritten = false;
  }
  for (const file of files) {
    const { step, name, path } = file;
    if (step.do !== 'remove') continue;
    // It may be the old file of a paper whose new one is missing.
    if (!allWritten) {
      applied.messages.push(aboutFile(join(out, path), findings.heldBackRemoval()));
      continue;
    }
    attempt(file, () => {
      const done = removeFile(folder, name, step.over);
      if (done) applied.removed++;
      return done;
    });
  }
  if (applied.written + applied.removed > before) syncFolder(folder);
}

function makeFolder(root: string, issue: string): void {
  try {
    mkdirSync(join(root, issue));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  if (lookAtFolder(root, issue).kind === 'folder') return;
  throw Object.assign(new Error(), { code: 'ELOOP' });
}

function withFiles(
  state: State,
  files: readonly PlannedFile[],
  remember: (file: PlannedFile) => Remembered,
): State {
  const next = new Map(state);
  for (const file of files) {
    const remembered = remember(file);
    if (remembered.written === undefined && remembered.unfinished === undefined) next.delete(file.path);
    else next.set(file.path, remembered);
  }
  return next;
}
