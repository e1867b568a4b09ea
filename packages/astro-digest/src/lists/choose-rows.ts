import { fold } from '../model/fold.ts';
import type { StarredRow } from './starred-rows.ts';

/** Orders of a list. */
export type ListOrder = 'star' | 'date' | 'title';

/** What of a list is shown, and in which order. */
export interface ListChoice {
  /** Words that a title, a tag or a note has to have, all of them. */
  text: string;
  /** A tag that a paper has to have; `''` for any or none. */
  tag: string;
  /** Whether only those that were not read are shown. */
  unread: boolean;
  order: ListOrder;
}

/** Papers with what is compared of them, which is worked out once. */
const folded = new WeakMap<StarredRow, { words: string; title: string }>();

function foldedOf(row: StarredRow): { words: string; title: string } {
  const known = folded.get(row);
  if (known) return known;
  const title = fold(row.title);
  const made = { title, words: [title, ...(row.tags ?? []).map(fold), fold(row.note ?? '')].join('\n') };
  folded.set(row, made);
  return made;
}

/** Chooses what a list shows. The papers are in the order of their stars, the latest first. */
export function chooseRows(rows: readonly StarredRow[], choice: ListChoice): StarredRow[] {
  const words = fold(choice.text).split(/\s+/).filter(Boolean);
  const chosen = rows.filter(
    (row) =>
      (choice.tag === '' || row.tags?.includes(choice.tag)) &&
      !(choice.unread && row.isRead) &&
      words.every((word) => foldedOf(row).words.includes(word)),
  );
  if (choice.order === 'date') return chosen.sort((a, b) => compare(b.date ?? '', a.date ?? ''));
  if (choice.order === 'title') return chosen.sort((a, b) => compare(foldedOf(a).title, foldedOf(b).title));
  return chosen;
}

/** All tags of papers, with how many have each, in alphabetical order. */
export function countTags(rows: readonly StarredRow[]): [tag: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { tags = [] } of rows) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => compare(fold(a), fold(b)) || compare(a, b));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
