import { describe, expect, it } from 'vitest';
import { createProgress, noProgress } from '../../src/cli/progress.ts';

/** What is printed by a run of some seconds that shows its progress ten times a second. */
function printed(screen: boolean, seconds: number): string[] {
  const lines: string[] = [];
  let now = 1_000;
  const progress = createProgress({
    out: () => {},
    err: (text) => lines.push(text),
    screen,
    now: () => now,
  });
  for (let step = 0; step < seconds * 10; step++, now += 100) progress.show('Read', step, 250);
  progress.clear();
  progress.clear();
  return lines;
}

describe('progress', () => {
  it('is not shown for what is done at once', () => {
    expect(printed(true, 0.5)).toEqual([]);
    expect(printed(false, 9)).toEqual([]);
  });

  it('is one line on a screen, written over and over, then cleared', () => {
    expect(printed(true, 0.8)).toEqual([
      '\rRead: 5 of 250\u001B[K',
      '\rRead: 6 of 250\u001B[K',
      '\rRead: 7 of 250\u001B[K',
      '\r\u001B[K',
    ]);
  });

  it('is a line now and then elsewhere', () => {
    expect(printed(false, 25)).toEqual(['Read: 100 of 250\n', 'Read: 200 of 250\n']);
  });

  it('can be off', () => {
    expect(() => {
      noProgress.show('Read', 1, 2);
      noProgress.clear();
    }).not.toThrow();
  });
});
