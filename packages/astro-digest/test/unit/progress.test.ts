import { expect, test } from 'vitest';
import { startProgress, waitWithProgress } from '../../src/content/progress.ts';

/** A place for progress whose clock stands still until it is told. */
function place(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const clock = { time: 5000 };
  const output = { isTTY, columns, write: (text: string) => written.push(text) };
  return { written, clock, at: { output, now: () => clock.time } };
}

/** Shows a line every 50 milliseconds. */
function work(isTTY: boolean, milliseconds: number) {
  const { written, clock, at } = place(isTTY);
  const lines: string[] = [];
  const progress = startProgress((line) => lines.push(line), at);
  for (const end = clock.time + milliseconds; clock.time < end; clock.time += 50)
    progress.show(() => `at ${clock.time - 5000}`);
  progress.end();
  return { written, lines };
}

test.each([true, false])('nothing is shown of work that takes less than a second; terminal: %j', (isTTY) => {
  expect(work(isTTY, 1000)).toEqual({ written: [], lines: [] });
});

test('a terminal has one line, written again ten times a second at most and taken away at the end', () => {
  const { written, lines } = work(true, 1400);
  const clear = '\r\u001B[K';
  expect(written).toEqual([
    `${clear}at 1000\r`,
    `${clear}at 1100\r`,
    `${clear}at 1200\r`,
    `${clear}at 1300\r`,
    clear,
  ]);
  expect(lines).toEqual([]);
});

test('elsewhere there is a whole line every three seconds at most, and no control characters', () => {
  const { written, lines } = work(false, 10_000);
  expect(lines).toEqual(['at 3000', 'at 6000', 'at 9000']);
  expect(written).toEqual([]);
});

test('a line is never longer than the terminal is wide', () => {
  const { written, clock, at } = place(true, 10);
  const progress = startProgress(() => {}, at);
  clock.time += 2000;
  progress.show(() => 'a line that is too long');
  expect(written).toEqual(['\r\u001B[Ka line th\r']);
});

test('work that goes on elsewhere is waited for, and its line is taken away, also when it fails', async () => {
  const { written, at } = place(true);
  let clock = 0;
  const now = () => (clock += 600);
  const work = new Promise((resolve) => setTimeout(() => resolve('done'), 350));
  expect(
    await waitWithProgress(
      work,
      () => {},
      () => 'working',
      { ...at, now },
    ),
  ).toBe('done');
  expect(written.at(-1)).toBe('\r\u001B[K');
  expect(written.slice(0, -1).every((text) => text.endsWith('working\r'))).toBe(true);
  expect(written.length).toBeGreaterThan(1);
  await expect(
    waitWithProgress(
      Promise.reject(new Error('no')),
      () => {},
      () => '',
      at,
    ),
  ).rejects.toThrow('no');
});
