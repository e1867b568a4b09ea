import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSource, type FoundIssues } from '../../src/content/source.ts';
import { anyChange, DigestFolder } from './digest-folder.ts';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return { ...fs, readFileSync: vi.fn<typeof fs.readFileSync>(fs.readFileSync) };
});

let folder: DigestFolder;
let list: string;
const add = (path: string): void =>
  folder.apply({ kind: 'write', path, text: 'Mar 12\n\nOwls\n\nThey fly.\n' });
const makeSource = (year?: number) => createSource({ base: folder.base, year, inline: undefined });
const scan = (source = makeSource(), hashes = list) => source.scan(folder.root, hashes, 'issues', false);
/** Finds the same with nothing known before. */
const scanAnew = () => {
  const none = join(folder.root, 'none.txt');
  rmSync(none, { force: true });
  return scan(makeSource(), none);
};
const readAll = ({ issues }: FoundIssues) => Promise.all(issues.map((issue) => issue.read()));
const later = (): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
};

beforeEach(() => {
  folder = new DigestFolder();
  list = join(folder.root, 'hashes.txt');
  add('2025-03-12.txt');
});
afterEach(() => {
  vi.useRealTimers();
  folder.remove();
});

describe('what is in the folder', () => {
  test('is looked at once for the two loaders of a build, and again for the next build', async () => {
    const source = makeSource();
    const found = await source.scan(folder.root, list, 'issues', true);
    expect(found.issues.map(({ id }) => id)).toEqual(['2025-03-12']);
    expect(await source.scan(folder.root, list, 'papers', true)).toBe(found);
    add('2025-03-13.txt');
    for (const loader of ['papers', 'issues'])
      expect((await source.scan(folder.root, list, loader, true)).issues).toHaveLength(2);
  });

  test('is looked at again when the same loader asks again', async () => {
    const source = makeSource();
    await source.scan(folder.root, list, 'papers', true);
    add('2025-03-13.txt');
    expect((await source.scan(folder.root, list, 'papers', true)).issues).toHaveLength(2);
    expect((await source.scan(folder.root, list, 'issues', true)).issues).toHaveLength(2);
  });

  test('is looked at by each loader of the dev server', async () => {
    const source = makeSource();
    await source.scan(folder.root, list, 'issues', false);
    add('2025-03-13.txt');
    expect((await source.scan(folder.root, list, 'papers', false)).issues).toHaveLength(2);
  });

  test('is nothing where there is no folder', async () => {
    expect(await scan(createSource({ base: 'none', year: undefined, inline: undefined }))).toEqual({
      exists: false,
      issues: [],
      clashes: [],
    });
  });
});

describe('a file that has not changed', () => {
  /** Which digests a task reads. */
  const readBy = async (task: () => Promise<unknown>): Promise<string[]> => {
    vi.mocked(readFileSync).mockClear();
    await task();
    return vi
      .mocked(readFileSync)
      .mock.calls.map(([path]) => String(path))
      .filter((path) => path.endsWith('.txt') && path !== list);
  };

  test('is not read by the next build, until its issue is', async () => {
    later();
    const place = folder.place('2025-03-12.txt');
    expect(await readBy(() => scan())).toEqual([place]);
    expect(await readBy(() => scan())).toEqual([]);
    expect(await readBy(async () => (await scan()).issues[0]?.read())).toEqual([place]);
    expect(await readBy(() => scan(makeSource(2024)))).toEqual([place]);
  });

  test('is read again while its last change is fresh', async () => {
    for (let build = 0; build < 2; build++) expect(await readBy(() => scan())).toHaveLength(1);
  });
});

test('changes that follow at once are all seen, even those of one size in one tick of the clock', async () => {
  for (let round = 0; round < 200; round++) {
    const text = round % 2 ? 'Owls\n\nThey fly.\n' : 'Cats\n\nThey run.\n';
    folder.apply({ kind: 'write quietly', path: '2025-03-12.txt', text });
    const [issue] = (await scan()).issues;
    const [fresh] = (await scanAnew()).issues;
    expect(issue?.contentHash).toBe(fresh?.contentHash);
  }
});

test('an issue whose files change after they were found has the hash of what was read', async () => {
  later();
  await scan();
  const [issue] = (await scan()).issues;
  const before = issue?.contentHash;
  folder.waitForTick();
  folder.apply({ kind: 'write', path: '2025-03-12.txt', text: 'Mar 12\n\nCats\n\nThey run.\n' });
  expect((await issue?.read())?.papers.map(({ id }) => id)).toEqual(['2025-03-12/cats']);
  expect(issue?.contentHash).not.toBe(before);
  expect(issue?.contentHash).toBe((await scan()).issues[0]?.contentHash);
});

test('with the hashes of earlier builds the same is found as without, whatever has happened', async () => {
  later();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
      for (const changes of rounds) {
        folder.waitForTick();
        for (const change of changes) folder.apply(change);
        const found = await scan();
        const fresh = await scanAnew();
        expect(found.clashes).toEqual(fresh.clashes);
        expect(found.issues.map(({ id, contentHash }) => [id, contentHash])).toEqual(
          fresh.issues.map(({ id, contentHash }) => [id, contentHash]),
        );
        expect(await readAll(found)).toEqual(await readAll(fresh));
      }
    }),
    { seed: 20250312, numRuns: 60 },
  );
});
