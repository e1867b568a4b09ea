import { assert, integer, property, record, uniqueArray } from 'fast-check';
import { expect, it } from 'vitest';
import { dateOf, dayNumber } from '../../src/model/days.ts';
import { bibliographyVolumes, volumesOf, type VolumeIssue } from '../../src/model/volumes.ts';

/** An issue a day, each with so many papers. */
function days(first: string, count: number, papers: number): VolumeIssue[] {
  const start = dayNumber(first) as number;
  return Array.from({ length: count }, (_, day) => {
    const date = dateOf(start + day);
    return { id: date, date, papers };
  });
}

const idsOf = (issues: VolumeIssue[]): string[] => volumesOf(issues).map(({ id }) => id);

it('keeps a small digest in one volume, which is open', () => {
  expect(volumesOf(days('2025-03-10', 3, 30))).toEqual([
    {
      id: 'all',
      issues: ['2025-03-12', '2025-03-11', '2025-03-10'],
      first: '2025-03-10',
      last: '2025-03-12',
      papers: 90,
      isClosed: false,
    },
  ]);
});

it('parts a large archive by half-years', () => {
  expect(idsOf(days('2021-01-01', 1667, 30))).toEqual([
    '2025-h2',
    '2025-h1',
    '2024-h2',
    '2024-h1',
    '2023-h2',
    '2023-h1',
    '2022-h2',
    '2022-h1',
    '2021-h2',
    '2021-h1',
  ]);
});

it('has the months of the newest quarter each in a volume, and joins them when it is over', () => {
  expect(volumesOf(days('2025-01-01', 259, 30))).toMatchObject([
    { id: '2025-09', papers: 480, isClosed: false },
    { id: '2025-08', papers: 930, isClosed: true },
    { id: '2025-07', papers: 930, isClosed: true },
    { id: '2025-h1', papers: 5430, isClosed: true },
  ]);
  expect(idsOf(days('2025-01-01', 274, 30))).toEqual(['2025-q4', '2025-q3', '2025-h1']);
});

it('has bibliographies of a thousand papers in one volume, and of more in weeks of the newest months', () => {
  expect(bibliographyVolumes(days('2025-01-01', 33, 30)).map(({ id }) => id)).toEqual(['all']);
  const volumes = bibliographyVolumes(days('2025-01-01', 259, 30));
  expect(volumes.slice(0, 3)).toMatchObject([
    { id: '2025-09-w3', papers: 60, isClosed: false },
    { id: '2025-09-w2', papers: 210, isClosed: true },
    { id: '2025-09-w1', papers: 210, isClosed: true },
  ]);
  expect(Math.max(...volumes.map(({ papers }) => papers))).toBeLessThanOrEqual(1000);
  expect(volumes.flatMap(({ issues }) => issues)).toHaveLength(259);
});

it('has the years of a quiet digest in one volume', () => {
  const issues = days('2018-01-01', 2700, 2);
  expect(volumesOf(issues)).toMatchObject([
    { id: '2025', isClosed: false },
    { id: '2018', papers: 2 * 2557, isClosed: true },
  ]);
});

it('parts days of hundreds of papers down to weeks', () => {
  expect(idsOf(days('2025-01-01', 40, 300))).toEqual([
    '2025-02-w2',
    '2025-02-w1',
    '2025-01-w3',
    '2025-01-w1',
  ]);
});

it('puts issues without a day, or with one that no calendar has, into volumes of their own', () => {
  const issues = [
    { id: 'week-9', papers: 4000 },
    { id: 'week-10', date: '2025-02-30', papers: 4000 },
    { id: 'week-11', papers: 30 },
  ];
  expect(volumesOf([...issues, ...days('2025-03-10', 1, 30)])).toMatchObject([
    { issues: ['2025-03-10'], isClosed: false },
    { issues: ['week-11'], isClosed: false },
    { issues: ['week-10'], isClosed: true },
    { issues: ['week-9'], isClosed: true },
  ]);
});

const anIssue = record({
  day: integer({ min: dayNumber('2019-01-01') as number, max: dayNumber('2026-06-30') as number }),
  papers: integer({ min: 1, max: 400 }),
});
const archives = uniqueArray(anIssue, { selector: ({ day }) => day, minLength: 1, maxLength: 200 });
const toIssue = ({ day, papers }: { day: number; papers: number }): VolumeIssue => ({
  id: dateOf(day),
  date: dateOf(day),
  papers,
});

it('has each issue in one volume, in the order of the site, whatever order they come in', () => {
  assert(
    property(archives, (drawn) => {
      const issues = drawn.map(toIssue);
      const volumes = volumesOf(issues);
      const sorted = issues.map(({ id }) => id).sort((a, b) => (a < b ? 1 : -1));
      expect(volumes.flatMap(({ issues }) => issues)).toEqual(sorted);
      expect(volumesOf(issues.toReversed())).toEqual(volumes);
      expect(new Set(volumes.map(({ id }) => id)).size).toBe(volumes.length);
    }),
    { seed: 16 },
  );
});

it('leaves every volume as it was that a day more, or an old issue more, is not in', () => {
  const archive = days('2021-01-01', 600, 30);
  const known = new Map(volumesOf(archive).map((volume) => [volume.id, volume]));
  const changedBy = (issue: VolumeIssue): string[] =>
    volumesOf([...archive, issue])
      .filter((volume) => JSON.stringify(known.get(volume.id)) !== JSON.stringify(volume))
      .map(({ id }) => id);
  expect(changedBy({ id: '2022-08-24', date: '2022-08-24', papers: 30 })).toEqual(['2022-08']);
  expect(changedBy({ id: '2021-03-12-extra', date: '2021-03-12', papers: 30 })).toEqual(['2021-h1']);
});
