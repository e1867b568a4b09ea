import { expect, test } from 'vitest';
import { chooseRows, countTags, type ListChoice } from '../../src/lists/choose-rows.ts';
import type { StarredRow } from '../../src/lists/starred-rows.ts';

function row(id: string, more: Partial<StarredRow> = {}): StarredRow {
  return { id, title: id, url: `/${id}/`, since: 1, isRead: false, ...more };
}

const rows = [
  row('Zebras', { date: '2025-03-12', tags: ['to cite', 'Été'] }),
  row('apples', { date: '2025-03-14', note: 'Compare with pears', isRead: true }),
  row('Crème', { tags: ['to cite'] }),
];

function chosen(change: Partial<ListChoice>): string[] {
  const choice: ListChoice = { text: '', tag: '', unread: false, order: 'star', ...change };
  return chooseRows(rows, choice).map(({ id }) => id);
}

test('a list is in the order of the stars, of the days, or of the titles', () => {
  expect(chosen({})).toEqual(['Zebras', 'apples', 'Crème']);
  expect(chosen({ order: 'date' })).toEqual(['apples', 'Zebras', 'Crème']);
  expect(chosen({ order: 'title' })).toEqual(['apples', 'Crème', 'Zebras']);
});

test('titles, tags and notes are searched, in any case and without accents', () => {
  expect(chosen({ text: 'creme' })).toEqual(['Crème']);
  expect(chosen({ text: 'CITE ete' })).toEqual(['Zebras']);
  expect(chosen({ text: ' pears  apples ' })).toEqual(['apples']);
  expect(chosen({ text: 'pears zebras' })).toEqual([]);
});

test('a tag and what is unread narrow it', () => {
  expect(chosen({ tag: 'to cite' })).toEqual(['Zebras', 'Crème']);
  expect(chosen({ unread: true })).toEqual(['Zebras', 'Crème']);
});

test('tags are counted, in the order of the alphabet', () => {
  expect(countTags(rows)).toEqual([
    ['Été', 1],
    ['to cite', 2],
  ]);
});
