import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFileWriter } from '../../src/integration/file-writer.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file writer '));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const text = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(content));

test('all files are there at the end, with their folders and whole', async () => {
  const writer = startFileWriter();
  for (let number = 0; number < 300; number++) {
    writer.write({ file: join(folder, `all/${number % 7}/ä ${number}.txt`), content: text(`No. ${number}`) });
    if (number % 32 === 0) await writer.flush();
  }
  writer.write({ file: join(folder, 'all/large'), content: new Uint8Array(20_000_000).fill(7) });
  await writer.flush();
  writer.write({ file: join(folder, 'all/empty'), content: text('') });
  await writer.end();
  expect(await readFile(join(folder, 'all/5/ä 299.txt'), 'utf8')).toBe('No. 299');
  expect((await readFile(join(folder, 'all/large'))).length).toBe(20_000_000);
  const entries = await readdir(join(folder, 'all'), { recursive: true, withFileTypes: true });
  expect(entries.filter((entry) => entry.isFile()).length).toBe(302);
});

test('a file that can not be written stops the build with what the file system says', async () => {
  await writeFile(join(folder, 'file'), '');
  const writer = startFileWriter();
  writer.write({ file: join(folder, 'file/within'), content: text('') });
  await expect(writer.end()).rejects.toThrow('EEXIST');
});
