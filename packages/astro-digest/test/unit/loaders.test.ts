import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeIssuesLoader, makePapersLoader } from '../../src/content/loaders.ts';
import { createSource } from '../../src/content/source.ts';
import { syncFiles, type SyncFiles } from '../../src/content/sync-files.ts';
import { forgetLiveDigest, liveDigest, liveKeyOfBuild } from '../../src/model/live-entries.ts';
import { fillCollection } from '../../src/seams/filled-store.ts';
import { anyChange, DigestFolder } from './digest-folder.ts';

type DataEntry = NonNullable<ReturnType<LoaderContext['store']['get']>>;

/** What Astro keeps of a site's collections, in memory, and the cache folder beside it. */
class Site {
  readonly collections = new Map<string, Map<string, DataEntry>>();
  readonly meta = new Map<string, string>();
  readonly cache: URL;
  readonly folder: DigestFolder;
  /** Integrations that the site has. */
  integrations = [{ name: '@astrojs/mdx' }];

  constructor(folder: DigestFolder, cache: string) {
    this.folder = folder;
    this.cache = pathToFileURL(join(folder.root, cache));
  }

  get files(): SyncFiles {
    return syncFiles(this.cache, 'build');
  }

  /** Loads both collections as a build does. */
  async sync(): Promise<void> {
    const source = createSource({ base: this.folder.base, year: undefined, inline: undefined });
    await Promise.all([
      makeIssuesLoader(source).load(this.#context('issues')),
      makePapersLoader(source).load(this.#context('papers')),
    ]);
  }

  /** All that a build goes on with. */
  get content(): unknown {
    const { files } = this;
    return {
      issues: this.#entries('issues'),
      papers: this.#entries('papers'),
      ids: [...(this.collections.get('papers')?.keys() ?? [])].sort(),
      order: JSON.parse(readFileSync(files.records, 'utf8')),
      fronts: readFileSync(files.fronts, 'utf8'),
      records: readdirSync(files.recordsFolder)
        .sort()
        .map((name) => [name, readFileSync(join(files.recordsFolder, name), 'utf8')]),
      count: this.report.papers,
    };
  }

  get report(): { papers: number; read: number } {
    return JSON.parse(readFileSync(this.files.papers, 'utf8'));
  }

  #entries(collection: string): DataEntry[] {
    const entries = fillCollection(this.collections.get(collection) ?? new Map(), fileURLToPath(this.cache));
    return ([...entries.values()] as DataEntry[]).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #context(collection: string): LoaderContext {
    const entries = this.collections.get(collection) ?? new Map<string, DataEntry>();
    this.collections.set(collection, entries);
    const log = (): void => {};
    const store = {
      get: (id: string) => entries.get(id),
      keys: () => [...entries.keys()],
      values: () => [...entries.values()],
      delete: (id: string) => entries.delete(id),
      addModuleImport: log,
      // Astro leaves an entry alone that has the same digest.
      set: (entry: DataEntry) =>
        entries.get(entry.id)?.digest !== entry.digest && Boolean(entries.set(entry.id, entry)),
    };
    return {
      collection,
      store,
      meta: {
        get: (key: string) => this.meta.get(key),
        set: (key: string, value: string) => this.meta.set(key, value),
      },
      logger: { info: log, warn: log, error: log },
      config: {
        root: pathToFileURL(`${this.folder.root}/`),
        cacheDir: this.cache,
        integrations: this.integrations,
      },
      parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
    } as unknown as LoaderContext;
  }
}

let folder: DigestFolder;
beforeEach(() => {
  folder = new DigestFolder();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
});
afterEach(() => {
  vi.useRealTimers();
  folder.remove();
});

const write = (path: string, title: string): void =>
  folder.apply({ kind: 'write', path, text: `Mar 12\n\n${title}\n\nThey fly.\n` });

describe.each([
  ['stand-ins of papers', true],
  ['whole papers', false],
])('with %s in the store of Astro', (_, isFilled) => {
  beforeEach(() => {
    forgetLiveDigest(liveKeyOfBuild());
    liveDigest(liveKeyOfBuild()).fillsStore = isFilled;
  });

  test('builds one after the other end with what a build from nothing has, whatever has happened to the files', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
        const site = new Site(folder, `cache-${run++}`);
        for (const changes of rounds) {
          folder.waitForTick();
          for (const change of changes) folder.apply(change);
          await site.sync();
          const fresh = new Site(folder, `cache-${run++}`);
          await fresh.sync();
          expect(site.content).toEqual(fresh.content);
        }
      }),
      { seed: 20250312, numRuns: 40 },
    );
  });

  test('a second build reads only what has changed', async () => {
    const site = new Site(folder, 'cache');
    write('2025-03-11.txt', 'Owls');
    write('2025-03-12.txt', 'Cats');
    const read: number[] = [];
    for (const change of [() => {}, () => {}, () => write('2025-03-12.txt', 'Dogs'), () => {}]) {
      folder.waitForTick();
      change();
      await site.sync();
      read.push(site.report.read);
    }
    expect(read).toEqual([2, 0, 1, 0]);
  });

  test('papers and records that got lost come back', async () => {
    const site = new Site(folder, 'cache');
    write('2025-03-11.txt', 'Owls');
    write('2025-03-12.txt', 'Cats');
    await site.sync();
    const whole = site.content;

    rmSync(site.files.recordsFolder, { recursive: true });
    await site.sync();
    expect(site.content).toEqual(whole);
    expect(site.report.read).toBe(0);

    rmSync(site.files.keptIssues, { recursive: true });
    await site.sync();
    expect(site.content).toEqual(whole);
    expect(site.report.read).toBe(2);

    site.collections.get('papers')?.delete('2025-03-12/cats');
    await site.sync();
    expect(site.content).toEqual(whole);

    for (const entries of site.collections.values()) entries.clear();
    site.meta.clear();
    await site.sync();
    expect(site.content).toEqual(whole);
  });

  test('what is kept of issues is made anew where it is damaged', async () => {
    const site = new Site(folder, 'cache');
    write('2025-03-11.txt', 'Owls');
    write('2025-03-12.txt', 'Cats');
    await site.sync();
    const whole = site.content;
    const { hashes, recordsFolder, keptIssues } = site.files;
    const kept = [
      hashes,
      ...[recordsFolder, keptIssues].flatMap((folder) =>
        readdirSync(folder).map((name) => join(folder, name)),
      ),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kept),
        fc.oneof(fc.record({ bit: fc.nat() }), fc.record({ end: fc.nat() })),
        async (file, damage) => {
          const bytes = readFileSync(file);
          if ('bit' in damage) {
            const at = damage.bit % (8 * bytes.length);
            bytes[at >> 3] = (bytes[at >> 3] as number) ^ (1 << (at & 7));
          }
          writeFileSync(file, 'end' in damage ? bytes.subarray(0, damage.end % bytes.length) : bytes);
          await site.sync();
          expect(site.content).toEqual(whole);
          expect(site.report.read).toBe(file.startsWith(keptIssues) ? 1 : 0);
        },
      ),
      { seed: 20250312, numRuns: 60 },
    );
  });

  test('a paper with code names itself where the site has no MDX, in later builds, too', async () => {
    const site = new Site(folder, 'cache');
    write('2025-03-12.txt', 'Owls');
    folder.apply({ kind: 'write', path: '2025-03-12/owls.mdx', text: '{6 * 7} owls.\n' });
    await site.sync();
    site.integrations = [];
    const says =
      /2025-03-12\/owls\.mdx:1:1 This paper has code in it, .*: add it with `npx astro add mdx`\.$/;
    await expect(site.sync()).rejects.toThrow(says);
    await expect(new Site(folder, 'other').sync()).resolves.toBeUndefined();
    const without = new Site(folder, 'without');
    without.integrations = [];
    await expect(without.sync()).rejects.toThrow(says);
  });

  test.each(['issues', 'papers'])(
    'an entry of the %s whose text was damaged in the store is read anew',
    async (collection) => {
      const site = new Site(folder, 'cache');
      write('2025-03-11.txt', 'Owls');
      write('2025-03-12.txt', 'Cats');
      await site.sync();
      const before = structuredClone(site.content);
      const entries = site.collections.get(collection);
      for (const [id, entry] of entries ?? []) {
        if (id.startsWith('2025-03-12'))
          entries?.set(id, JSON.parse(JSON.stringify(entry).replaceAll(/cats/gi, 'bats')) as DataEntry);
      }
      const hasText = JSON.stringify(site.content) !== JSON.stringify(before);
      // What stands for a paper has none of its text.
      expect(hasText).toBe(collection === 'issues' || !isFilled);
      await site.sync();
      expect(site.content).toEqual(before);
    },
  );

  test('what a build of the other kind has left in the store is replaced', async () => {
    const site = new Site(folder, 'cache');
    write('2025-03-11.txt', 'Owls');
    write('2025-03-12.txt', 'Cats');
    await site.sync();
    const whole = structuredClone(site.content);
    const size = JSON.stringify([...(site.collections.get('papers') ?? [])]).length;
    liveDigest(liveKeyOfBuild()).fillsStore = !isFilled;
    await site.sync();
    expect(site.content).toEqual(whole);
    expect(JSON.stringify([...(site.collections.get('papers') ?? [])]).length > size).toBe(isFilled);
    liveDigest(liveKeyOfBuild()).fillsStore = isFilled;
    await site.sync();
    expect(site.content).toEqual(whole);
    expect(JSON.stringify([...(site.collections.get('papers') ?? [])]).length).toBe(size);
  });
});
