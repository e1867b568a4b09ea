import type { Paper } from './entries.ts';
import { byNumberedName } from './order.ts';

/** What the order of papers rests on. */
export interface PlacedPaper {
  id: string;
  data: Pick<Paper['data'], 'issueDate' | 'issue' | 'position'>;
}

/** Sorts papers by when they came out: the latest issue first, within an issue by their place; undated issues last. */
export function latestPapersFirst<Kind extends PlacedPaper>(papers: readonly Kind[]): Kind[] {
  return [...papers].sort((a, b) => undatedLast(a, b) || -byIssue(a, b) || byPlace(a, b));
}

/** Sorts papers by when they came out: the earliest issue first, within an issue by their place; undated issues last. */
export function earliestPapersFirst<Kind extends PlacedPaper>(papers: readonly Kind[]): Kind[] {
  return [...papers].sort((a, b) => undatedLast(a, b) || byIssue(a, b) || byPlace(a, b));
}

function undatedLast(a: PlacedPaper, b: PlacedPaper): number {
  return Number(a.data.issueDate === undefined) - Number(b.data.issueDate === undefined);
}

function byIssue(a: PlacedPaper, b: PlacedPaper): number {
  const dateA = a.data.issueDate ?? '';
  const dateB = b.data.issueDate ?? '';
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return byNumberedName(a.data.issue.id, b.data.issue.id);
}

function byPlace(a: PlacedPaper, b: PlacedPaper): number {
  return a.data.position - b.data.position || (a.id < b.id ? -1 : Number(a.id > b.id));
}
