import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { learntFile } from '../../src/kept/learnt-file.ts';
import { hasConnections, type ConnectionOptions } from '../../src/model/connection-options.ts';
import { connectionsOf, keepConnections, keptConnections } from '../../src/model/connections.ts';
import type { Learnt } from '../../src/model/learnt.ts';
import { memoryOf, type LearntMemory } from '../../src/model/learnt-memory.ts';
import { manyPapers } from './many-papers.ts';

const papersOf = (count: number) =>
  manyPapers(count, 4).map((paper, position) => ({
    ...paper,
    data: { ...paper.data, position, issue: { collection: 'issues' as const, id: 'one' } },
  }));

const all: ConnectionOptions = { topics: true, named: {}, found: true, related: 5 };

test('connections come back from their file as they were', () => {
  const found = connectionsOf(papersOf(200), all);
  expect(found.topics.length).toBeGreaterThan(0);
  expect(found.related.size).toBe(200);
  const { topics, related } = keptConnections(
    JSON.parse(JSON.stringify(keepConnections(found))) as ReturnType<typeof keepConnections>,
  );
  expect(topics).toEqual(found.topics);
  expect([...related]).toEqual([...found.related]);
});

/** Papers of issues with so many papers each, by their days. */
const papersByDay = (sizes: Readonly<Record<string, number>>) => {
  const days = Object.entries(sizes).flatMap(([day, size]) => Array.from({ length: size }, () => day));
  return papersOf(days.length).map((paper, index) => {
    const day = days[index] as string;
    return {
      ...paper,
      data: { ...paper.data, issueDate: day, issue: { collection: 'issues' as const, id: day } },
    };
  });
};

test.each([
  { '2023-03-01': 600, '2025-03-10': 500 },
  { '2022-03-01': 10, '2023-03-01': 1100, '2025-03-10': 30 },
  { '2023-03-01': 1100, '2025-03-10': 30, '2025-03-11': 30 },
])('papers are connected whatever the sizes of their issues: %j', (sizes) => {
  const { topics, related } = connectionsOf(papersByDay(sizes), all);
  const connected = [...related.values()].filter((others) => others.length > 0);
  expect(topics.length).toBeGreaterThan(0);
  expect(connected.length).toBeGreaterThan(related.size / 2);
});

test('a day more changes nothing of older papers but that they name one of its papers', () => {
  const earlier = { '2023-03-01': 1100, '2025-03-10': 30 };
  const before = connectionsOf(papersByDay(earlier), all);
  const after = connectionsOf(papersByDay({ ...earlier, '2025-03-11': 30 }), all);
  const isOld = (id: string): boolean => before.related.has(id);
  const namesOld = [...before.related.keys()].filter((id) =>
    (after.related.get(id) ?? []).every((other) => isOld(other.id)),
  );
  expect(namesOld.map((id) => after.related.get(id))).toEqual(namesOld.map((id) => before.related.get(id)));
  const old = after.topics.map((topic) => ({ ...topic, papers: topic.papers.filter(isOld) }));
  expect(old).toEqual(before.topics);
});

describe('only what is asked for is looked for', () => {
  test.each([
    [all, true],
    [{ ...all, topics: false }, true],
    [{ ...all, related: 0 }, true],
    [{ ...all, related: 0, topics: false }, false],
    [{ ...all, related: 0, found: false }, false],
    [{ ...all, related: 0, found: false, named: { Birds: ['owl'] } }, true],
    [{ ...all, related: 0, topics: false, named: { Birds: ['owl'] } }, false],
  ])('%j: %s', (options, expected) => {
    expect(hasConnections(options)).toBe(expected);
    const { topics, related } = connectionsOf(papersOf(60), options);
    expect(related.size > 0).toBe(options.related > 0);
    expect(topics.length > 0).toBe(options.topics && options.found);
  });
});

describe('what was learnt is remembered', () => {
  const earlier = { '2023-03-01': 1100, '2025-03-10': 30 };
  const later = { ...earlier, '2025-03-11': 30 };
  const named = { ...all, named: { 'A subject': ['subject'] } };
  const told = (sizes: Readonly<Record<string, number>>, memory?: LearntMemory) =>
    keepConnections(connectionsOf(papersByDay(sizes), named, memory));
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'learnt-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('in a file, and found is what is found without', () => {
    const path = join(folder, 'one');
    const first = learntFile(path);
    expect(told(earlier, first)).toEqual(told(earlier));
    first.write();
    expect(existsSync(path)).toBe(true);
    const learn = vi.fn<() => Learnt>();
    const second = learntFile(path);
    const watched: LearntMemory = {
      recall: (lesson) => second.recall(lesson, learn),
    };
    expect(told(later, watched)).toEqual(told(later));
    expect(learn).not.toHaveBeenCalled();
  });

  test.each(['flipped', 'cut', 'emptied'])('a file that is %s is not believed', (damage) => {
    const path = join(folder, damage);
    const first = learntFile(path);
    told(earlier, first);
    first.write();
    const bytes = readFileSync(path);
    const place = Math.floor(bytes.length / 2);
    if (damage === 'flipped') bytes[place] = (bytes[place] as number) ^ 4;
    writeFileSync(path, bytes.subarray(0, { flipped: bytes.length, cut: place, emptied: 0 }[damage]));
    expect(told(later, learntFile(path))).toEqual(told(later));
  });

  test('and papers that have not changed keep their topics', () => {
    const memory = memoryOf('/kept');
    const before = papersByDay(earlier);
    const day = papersByDay(later).slice(before.length);
    const edited = before.map((paper, index) =>
      index === 1120
        ? { ...paper, body: 'A subject that was edited, and is the subject of starlings.' }
        : paper,
    );
    for (const papers of [before, [...before, ...day], edited, day.concat(edited), before.slice(0, 1110)])
      expect(keepConnections(connectionsOf(papers, named, memory))).toEqual(
        keepConnections(connectionsOf(papers, named)),
      );
  });

  test('as long as the process runs, and not when a paper was edited', () => {
    const memory = memoryOf('/papers');
    expect(told(earlier, memory)).toEqual(told(earlier));
    expect(told(later, memory)).toEqual(told(later));
    const edited = papersByDay(later).map((paper, index) =>
      index === 3 ? { ...paper, body: 'Something else about starlings.' } : paper,
    );
    expect(keepConnections(connectionsOf(edited, named, memory))).toEqual(
      keepConnections(connectionsOf(edited, named)),
    );
  });
});

test('a word that is newer than all that was learnt connects the papers that are about it', () => {
  const old = papersByDay({ '2023-03-01': 1100, '2025-03-10': 5, '2025-03-11': 5 });
  const coined = [old[1101], old[1105]].map((paper) => paper?.id as string);
  const papers = old.map((paper) =>
    coined.includes(paper.id)
      ? { ...paper, body: `${paper.body} We call it a glorbix. The glorbix is small.` }
      : paper,
  );
  const [first, second] = coined as [string, string];
  const related = (of: typeof old) => connectionsOf(of, all).related.get(second) ?? [];
  const near = related(papers).find(({ id }) => id === first);
  expect(near?.terms).toContain('glorbix');
  expect(related(old).find(({ id }) => id === first)?.score ?? 0).toBeLessThan(near?.score ?? 0);
});
