import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** How often it is looked whether the other build has ended, in milliseconds. */
const interval = 100;

/** How often a build tells that it still runs, in milliseconds. */
const renewal = 5000;

/**
 * After how many milliseconds without that a build is taken for killed, although a process of its number runs, which may be any other one. No
 * build is busy for so long without a pause.
 */
const mostSilent = 300_000;

/**
 * Lets one build of a site run at a time, since two would write into the same folders. Waits for another one to end; one that was killed is
 * not waited for.
 *
 * @param file tells which process builds the site
 * @param onWait is told the number of the process that is waited for
 * @returns ends the turn of this build; the end of the process does, too
 */
export async function takeTurn(file: string, onWait: (pid: number) => void): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  let isTold = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = ownerOf(file);
    if (pid === undefined || pid === process.pid || !isRunning(pid) || isSilent(file)) {
      // Of this process it is a build that failed.
      rmSync(file, { force: true });
      continue;
    }
    if (!isTold) onWait(pid);
    isTold = true;
    await setTimeout(interval);
  }
  const renewing = setInterval(() => {
    if (ownerOf(file) === process.pid) utimesSync(file, new Date(), new Date());
  }, renewal).unref();
  const end = (): void => {
    clearInterval(renewing);
    process.off('exit', end);
    if (ownerOf(file) === process.pid) rmSync(file, { force: true });
  };
  process.once('exit', end);
  return end;
}

/** Number of the process that builds the site; undefined where the file has none. */
function ownerOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isSilent(file: string): boolean {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written > mostSilent;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's is running, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
