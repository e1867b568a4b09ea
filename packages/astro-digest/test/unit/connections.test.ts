import { describe, expect, test } from 'vitest';
import {
  connectionsOf,
  hasConnections,
  keepConnections,
  keptConnections,
  type ConnectionOptions,
} from '../../src/model/connections.ts';
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
