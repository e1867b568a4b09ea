import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { planSaving } from '../../../src/offline/saving/plan-saving.ts';
import type { Catalogue } from '../../../src/offline/saved/catalogue.ts';
import { fromPart, toParts } from '../../../src/offline/saved/catalogue.ts';
import { packVersion, readEntry, readTable, type PackedVersion, type VersionFile } from './packed-version.ts';

const days = ['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04', '2025-03-05'];

/** Issues of so many days, the newest first, each a volume. */
function placesOf(count: number) {
  const newestFirst = days.slice(0, count).toReversed();
  const numbers = new Map(newestFirst.map((id, number) => [id, number]));
  return { issues: numbers, volumes: numbers };
}

/** The pages of so many days: each page of a paper names the newest issue that has a related one. */
function siteOf(count: number, related = days[count - 1] as string): VersionFile[] {
  return [
    { path: 'papers/index.html', role: 'shell', whole: `The latest is ${days[count - 1]}` },
    { path: 'papers/pagefind/pagefind.js', role: 'engine', whole: 'search()' },
    {
      path: 'papers/archive/index.html',
      role: 'moving',
      whole: `All until ${days[count - 1]}`,
      leadsTo: days[count - 1],
    },
    ...days.slice(0, count).flatMap((day, number): VersionFile[] =>
      ['one', 'two'].map((paper) => ({
        path: `papers/${day}/${paper}/index.html`,
        role: 'issue',
        whole: `Paper ${paper} of ${day}`,
        parts: number === 0 && paper === 'one' ? `Related: ${related}` : 'Nothing is related',
        home: day,
        leadsTo: number === 0 && paper === 'one' ? related : undefined,
      })),
    ),
  ];
}

const namesOf = ({ packs }: PackedVersion, kind: string): string[] =>
  packs.filter((pack) => pack.kind === kind).map(({ name }) => name);

describe('packs', () => {
  test('are the same in whatever order files are given', () => {
    const result = { role: 'fragment', whole: 'A result', home: '2025-03-02' } as const;
    const files: VersionFile[] = [
      ...siteOf(3),
      { ...result, path: 'papers/pagefind/fragment/en_1.pf_fragment', page: 'papers/2025-03-02' },
      { ...result, path: 'papers/pagefind/fragment/en_2.pf_fragment', page: 'papers/2025-03-02' },
    ];
    expect(packVersion(files.toReversed(), placesOf(3))).toEqual(packVersion(files, placesOf(3)));
  });

  test('of closed volumes never change by what comes later, though their pages do', () => {
    const [before, after] = [packVersion(siteOf(3), placesOf(3)), packVersion(siteOf(4), placesOf(4))];
    expect(namesOf(after, 'pages')).toEqual(expect.arrayContaining(namesOf(before, 'pages')));
    expect(namesOf(after, 'pages')).toHaveLength(4);
  });

  test('are written anew only where something differs', () => {
    const before = packVersion(siteOf(3), placesOf(3));
    const again = packVersion(siteOf(3), placesOf(3), before);
    expect(again.packs).toEqual(before.packs);
  });
});

describe('saving', () => {
  const save = (version: PackedVersion, held: Catalogue, stored: Map<string, Uint8Array>) => {
    const known = version.packs.map((pack) => ({ pack, table: readTable(pack, version.files) }));
    const plan = planSaving(known, held, new Set(stored.keys()));
    for (const { name } of plan.load) stored.set(name, version.files.get(name) as Uint8Array);
    return plan;
  };
  const expectWhole = (
    catalogue: Catalogue,
    files: readonly VersionFile[],
    stored: Map<string, Uint8Array>,
  ) => {
    expect([...catalogue.keys()].toSorted()).toEqual(files.map(({ path }) => path).toSorted());
    for (const { path, whole, parts } of files) {
      const place = catalogue.get(path);
      expect(place && readEntry(place.whole, stored)).toBe(whole);
      expect(place?.parts && readEntry(place.parts, stored)).toBe(parts);
    }
  };

  test('loads each pack once', () => {
    const stored = new Map<string, Uint8Array>();
    const version = packVersion(siteOf(3), placesOf(3));
    const { load, catalogue } = save(version, new Map(), stored);
    expect(load.map(({ name }) => name)).toEqual(version.packs.map(({ name }) => name));
    expect(save(version, catalogue, stored).load).toEqual([]);
  });

  test('of the next day loads the new volume and what leads to it', () => {
    const stored = new Map<string, Uint8Array>();
    const { catalogue } = save(packVersion(siteOf(3), placesOf(3)), new Map(), stored);
    const next = save(packVersion(siteOf(4), placesOf(4)), catalogue, stored);
    expect(next.load.map(({ kind }) => kind).toSorted()).toEqual(['later', 'pages', 'shell']);
    expectWhole(next.catalogue, siteOf(4), stored);
  });

  test('of any version after any other gives the files of that version', () => {
    const step = fc.record({
      count: fc.integer({ min: 1, max: 5 }),
      related: fc.constantFrom(...days),
      lost: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const stored = new Map<string, Uint8Array>();
        let held: Catalogue = new Map();
        for (const { count, related, lost } of steps) {
          const newest = days[count - 1] as string;
          const files = siteOf(count, related > newest ? newest : related);
          // A browser may have lost a pack.
          const [first] = stored.keys();
          if (lost && first !== undefined) stored.delete(first);
          const plan = save(packVersion(files, placesOf(count)), held, stored);
          expectWhole(plan.catalogue, files, stored);
          held = new Map(toParts(plan.catalogue).flatMap(fromPart));
          expect(held).toEqual(plan.catalogue);
          // What no version needs is taken away.
          for (const name of stored.keys()) if (!plan.packs.includes(name)) stored.delete(name);
        }
      }),
      { numRuns: 40 },
    );
  });
});
