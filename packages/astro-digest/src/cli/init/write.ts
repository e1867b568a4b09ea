import { mkdir, open, readFile, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Write } from './change.ts';
import { writeAdvice } from './write-advice.ts';

/** Why nothing was written, in one sentence that says how to mend it. */
export class WriteProblem extends Error {}

/** A file that lies ready under a temporary name. */
interface Ready {
  /** Where it goes: behind a link, where there is one. */
  file: string;
  temporary: string;
  /** What was there; undefined when the file is new. */
  before: string | undefined;
  mode: number | undefined;
  isInPlace: boolean;
}

/** What has been done so far, to be undone. */
interface Work {
  files: Ready[];
  /** Folders that were made, each before those in it. */
  folders: string[];
}

/**
 * Writes files of the site, all of them or none: each is first written under another name beside its place, then all get their names.
 * When anything fails, what was done is undone. A file that is another one than it was when the changes were worked out is left alone,
 * and so are the others then.
 *
 * @throws WriteProblem when nothing was written
 */
export async function writeAll(root: string, writes: readonly Write[]): Promise<void> {
  const work: Work = { files: [], folders: [] };
  for (const write of writes) await orUndo(work, write, () => makeReady(root, write, work));
  for (const [index, ready] of work.files.entries()) {
    await orUndo(work, writes[index] as Write, async () => {
      await rename(ready.temporary, ready.file);
      ready.isInPlace = true;
    });
  }
}

async function orUndo(work: Work, { path }: Write, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    await undo(work);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new WriteProblem(
      `${path} can't be written (${code}), so nothing was: ${writeAdvice(code)} and run this again.`,
    );
  }
}

async function makeReady(root: string, { path, before, after }: Write, work: Work): Promise<void> {
  const place = join(root, path);
  await makeFolder(dirname(place), work);
  // A link stays one: the file that it leads to is written.
  const file = before === undefined ? place : await realpath(place);
  if ((await readIfThere(file)) !== before)
    throw new WriteProblem(`${path} was changed meanwhile, so nothing was written: run this again.`);
  const mode = before === undefined ? undefined : (await stat(file)).mode & 0o777;
  const temporary = `${file}.${process.pid}.tmp`;
  work.files.push({ file, temporary, before, mode, isInPlace: false });
  await writeWhole(temporary, after, mode);
}

/** Makes a folder with those above it, and remembers which were not there. */
async function makeFolder(folder: string, work: Work): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const made: string[] = [];
  for (let each = folder; each !== dirname(first); each = dirname(each)) made.unshift(each);
  work.folders.push(...made);
}

async function writeWhole(file: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text);
    if (mode !== undefined) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings everything back to what it was, as far as that goes: one file that resists keeps none of the others from it. */
async function undo({ files, folders }: Work): Promise<void> {
  for (const { file, temporary, before, mode, isInPlace } of files.toReversed()) {
    try {
      if (isInPlace && before === undefined) await rm(file);
      else if (isInPlace) {
        await writeWhole(temporary, before as string, mode);
        await rename(temporary, file);
      } else await rm(temporary, { force: true });
    } catch {
      // The message tells of the file that failed first.
    }
  }
  for (const folder of folders.toReversed()) {
    try {
      await rmdir(folder);
    } catch {
      // Somebody has put something into it.
    }
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
