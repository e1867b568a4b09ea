import { spawn } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeTurn } from '../../src/kept/build-lock.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock '));
  file = join(folder, 'cache/building.txt');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a build tells that it runs until it has ended', async () => {
  const end = await takeTurn(file, () => expect.unreachable());
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  end();
  expect(existsSync(file)).toBe(false);
});

test('a build waits for another one that runs, and not for one that was killed', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  (await takeTurn(file, () => {}))();
  writeFileSync(file, String(other.pid));
  const waited: number[] = [];
  const ended = takeTurn(file, (pid) => {
    waited.push(pid);
    other.kill('SIGKILL');
  });
  (await ended)();
  expect(waited).toEqual([other.pid]);
});

test('a damaged file is no other build', async () => {
  (await takeTurn(file, () => {}))();
  for (const text of ['', 'nobody', '-1']) {
    writeFileSync(file, text);
    (await takeTurn(file, () => expect.unreachable()))();
  }
});

test('a process of the same number that no longer tells that it builds is not waited for', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  (await takeTurn(file, () => {}))();
  writeFileSync(file, String(other.pid));
  const longAgo = new Date(Date.now() - 600_000);
  utimesSync(file, longAgo, longAgo);
  (await takeTurn(file, () => expect.unreachable()))();
  other.kill('SIGKILL');
});
