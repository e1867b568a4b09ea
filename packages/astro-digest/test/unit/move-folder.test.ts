import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { moveFolder } from '../../src/search/move-folder.ts';

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));

async function newFolder(under = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(under, 'move-folder-'));
  made.push(folder);
  return folder;
}

async function fill(folder: string): Promise<void> {
  await mkdir(join(folder, 'inner'), { recursive: true });
  await writeFile(join(folder, 'inner', 'file.txt'), 'moved');
}

test('a folder moves with all that is in it, and takes the place of what was there', async () => {
  const folder = await newFolder();
  await fill(join(folder, 'from'));
  await mkdir(join(folder, 'to'));
  await writeFile(join(folder, 'to', 'old.txt'), 'old');
  await moveFolder(join(folder, 'from'), join(folder, 'to'));
  expect(await readFile(join(folder, 'to', 'inner', 'file.txt'), 'utf8')).toBe('moved');
  expect(existsSync(join(folder, 'to', 'old.txt'))).toBe(false);
  expect(existsSync(join(folder, 'from'))).toBe(false);
});

// Memory that Linux shows as a file system is always another one than that of the other folder.
test.runIf(existsSync('/dev/shm'))('a folder moves from one file system to another', async () => {
  const [from, to] = [await newFolder('/dev/shm'), await newFolder(import.meta.dirname)];
  await fill(from);
  await moveFolder(from, join(to, 'there'));
  expect(await readFile(join(to, 'there', 'inner', 'file.txt'), 'utf8')).toBe('moved');
  expect(existsSync(from)).toBe(false);
  await mkdir(from);
});
