import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openKeptHashes, stampOf } from '../../src/content/kept-hashes.ts';
import { DigestFolder, type Change } from './digest-folder.ts';

let folder: DigestFolder;
let list: string;
const path = '2025-03-12.txt';
const stamp = () =>
  stampOf(folder.root, {
    id: '2025-03-12',
    digest: { path: `digests/${path}`, bytes: new Uint8Array() },
    papers: [],
  });
const keep = (): void => {
  const kept = openKeptHashes(list, 'v1');
  kept.keep(stamp(), 'hash', ['2025-03-12']);
  kept.save();
};
const kept = (readBy = 'v1') => openKeptHashes(list, readBy).get(stamp());
const later = (): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
};

beforeEach(() => {
  folder = new DigestFolder();
  list = join(folder.root, 'cache', 'hashes.txt');
  folder.apply({ kind: 'write', path, text: 'Owls' });
});
afterEach(() => {
  vi.useRealTimers();
  folder.remove();
});

describe('a hash', () => {
  test('is kept for files that have been left alone for some time', () => {
    later();
    expect(kept()).toBeUndefined();
    keep();
    expect(kept()).toBe('hash');
  });

  test('is not kept for files that have just been changed: the next change may get the same time', () => {
    keep();
    expect(kept()).toBeUndefined();
  });

  test('is not kept for files with a time to come', () => {
    const time = new Date(Date.now() + 3_600_000);
    utimesSync(folder.place(path), time, time);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7_200_000 });
    keep();
    expect(kept()).toBeUndefined();
  });

  test('is forgotten when the files are read in another way', () => {
    later();
    keep();
    expect(kept('v2')).toBeUndefined();
  });

  test('is forgotten when it was not kept again', () => {
    later();
    keep();
    openKeptHashes(list, 'v1').save();
    expect(kept()).toBeUndefined();
  });

  const other = '2025-03-11.txt';
  const changes: [string, Change[]][] = [
    ['a change of its text', [{ kind: 'write', path, text: 'Owls and cats' }]],
    ['a change that keeps size and time', [{ kind: 'write quietly', path, text: 'Cats' }]],
    ['a touch', [{ kind: 'touch', path }]],
    ['a copy over it', [{ kind: 'copy quietly', path: other, to: path }]],
    ['a rename over it', [{ kind: 'rename', path: other, to: path }]],
    [
      'a removal and the same text again',
      [
        { kind: 'remove', path },
        { kind: 'write', path, text: 'Owls' },
      ],
    ],
  ];
  test.each(changes)('does not survive %s', (_, todo) => {
    folder.apply({ kind: 'write', path: other, text: 'Cats' });
    const { mtime } = statSync(folder.place(path));
    utimesSync(folder.place(other), mtime, mtime);
    later();
    keep();
    folder.waitForTick();
    for (const change of todo) folder.apply(change);
    expect(kept()).toBeUndefined();
  });
});

describe('a list', () => {
  test('that is damaged is as good as none, and is written anew', () => {
    later();
    keep();
    const good = readFileSync(list);
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (at, flip, cut) => {
          const bad = cut ? good.subarray(0, at) : Buffer.from(good);
          if (!cut) bad[at] = (bad[at] as number) ^ flip;
          writeFileSync(list, bad);
          expect(kept()).toBeUndefined();
          keep();
          expect(readFileSync(list)).toEqual(good);
        },
      ),
      { seed: 20250312 },
    );
  });

  test('that is something else is as good as none', () => {
    later();
    mkdirSync(join(folder.root, 'cache'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        writeFileSync(list, text);
        expect(kept()).toBeUndefined();
      }),
      { seed: 20250312 },
    );
  });

  test('is not written again when it stays the same', () => {
    later();
    keep();
    const before = statSync(list, { bigint: true }).ino;
    keep();
    expect(statSync(list, { bigint: true }).ino).toBe(before);
    rmSync(list);
    keep();
    expect(kept()).toBe('hash');
  });
});
