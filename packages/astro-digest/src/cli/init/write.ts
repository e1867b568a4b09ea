import { mkdir, open, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { putWhole } from '../../integration/put-whole.ts';
import type { Change } from './changes.ts';

/** Why a file was not written, in one sentence that says how to mend it. */
export class WriteProblem extends Error {}

/**
 * Writes a file of the site, so that it is there whole or as it was. A file that is another one than it was when the change was
 * worked out is left alone.
 *
 * @throws WriteProblem when it was not written
 */
export async function writeChange(root: string, change: Change & { kind: 'write' }): Promise<void> {
  const { path, before, after } = change;
  try {
    await mkdir(dirname(join(root, path)), { recursive: true });
    // A link stays one: the file that it leads to is written.
    const file = before === undefined ? join(root, path) : await realpath(join(root, path));
    if ((await readIfThere(file)) !== before)
      throw new WriteProblem(`${path} was changed meanwhile: run this again.`);
    const mode = before === undefined ? undefined : (await stat(file)).mode;
    await putWhole(file, async (temporary) => {
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(after);
        if (mode !== undefined) await handle.chmod(mode & 0o777);
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new WriteProblem(
      `${path} can't be written (${code}): make its folder writable and run this again.`,
    );
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
