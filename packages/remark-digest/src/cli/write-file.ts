import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './explain.ts';
import { lookAt } from './look.ts';
import { foldName } from './plan.ts';

/** What must be at a path before it is written. */
export interface Expected {
  /** Hash of the file that must be there; `undefined` when nothing must be. */
  over: string | undefined;
  /** Whether to keep that file beside the new one. */
  backup: boolean;
}

/** Whether a file was written, and under which name the old one is kept. */
export interface Written {
  done: boolean;
  backup?: string;
}

/** Name of a temporary file: it tells which process wrote it, so that the next one knows what was left behind. */
const temporary = /^\.remark-digest-(\d+)-\d+\.tmp$/;
let count = 0;

/**
 * Writes a file so that it is there whole or not at all: into a temporary file beside it, which then takes its name.
 *
 * It is not written when something else is there than was expected, so that a file that a person saves meanwhile is safe.
 *
 * @param folder real path of a folder
 */
export function writeAtomically(
  folder: string,
  name: string,
  bytes: Uint8Array,
  { over, backup }: Expected,
): Written {
  const target = join(folder, name);
  const draft = join(folder, `.remark-digest-${process.pid}-${++count}.tmp`);
  const descriptor = openSync(
    draft,
    constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0),
  );
  try {
    try {
      writeFileSync(descriptor, bytes);
      if (over !== undefined) keepMode(descriptor, target);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    // A folder that has become a link since would lead the file elsewhere.
    if (realpathSync(folder) !== folder || !isAsExpected(folder, name, over)) return { done: false };
    if (over === undefined) return { done: moveToFreeName(draft, target) };
    const kept = backup ? keepBeside(folder, name) : undefined;
    renameSync(draft, target);
    return kept === undefined ? { done: true } : { done: true, backup: kept };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a file, unless it is not the one that was expected. */
export function removeFile(folder: string, name: string, over: string): boolean {
  if (realpathSync(folder) !== folder || !isAsExpected(folder, name, over)) return false;
  unlinkSync(join(folder, name));
  return true;
}

/** Makes sure that what was done in a folder outlives a power cut, where the system can. */
export function syncFolder(folder: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(folder, constants.O_RDONLY);
    fsyncSync(descriptor);
  } catch {
    // Windows can't, and some network drives.
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Removes the temporary files that a process left behind when it was cut off. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const writer = temporary.exec(name)?.[1];
    if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(folder, name), { force: true });
  }
}

/** Name of the file in which the next backup of a file is kept, if nobody takes it before. */
export function backupName(folder: string | undefined, name: string): string {
  const names = new Set(folder === undefined ? [] : readdirSync(folder).map(foldName));
  let backup = `${name}.bak`;
  for (let number = 1; names.has(foldName(backup)); number++) backup = `${name}.bak${number}`;
  return backup;
}

/** Gives a file a second name that it keeps when another file takes the first; never a name that is taken. */
function keepBeside(folder: string, name: string): string {
  for (let attempt = 1; ; attempt++) {
    const backup = backupName(folder, name);
    try {
      linkOrCopy(join(folder, name), join(folder, backup));
      return backup;
    } catch (error) {
      // Somebody may have taken the name meanwhile, but not again and again.
      if (codeOf(error) !== 'EEXIST' || attempt === 10) throw error;
    }
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!lacksLinks(error)) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    const descriptor = openSync(to, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
  }
}

/** Gives a temporary file its name unless that is taken by now, which renaming alone would not notice. */
function moveToFreeName(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!lacksLinks(error)) throw error;
    renameSync(draft, target);
    return true;
  }
}

/** Whether the error says that the file system has no hard links. */
function lacksLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL', 'UNKNOWN'].includes(
    codeOf(error) ?? '',
  );
}

function isAsExpected(folder: string, name: string, over: string | undefined): boolean {
  const disk = lookAt(folder, name);
  return over === undefined ? disk.kind === 'nothing' : disk.kind === 'file' && disk.hash === over;
}

/** A file that is written anew may be read by whom it could be read before. */
function keepMode(descriptor: number, target: string): void {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats?.isFile()) fchmodSync(descriptor, stats.mode & 0o777);
}

/** Whether a process is there that may still be writing; this one has not begun to. */
function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    // Signal 0 only asks.
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
