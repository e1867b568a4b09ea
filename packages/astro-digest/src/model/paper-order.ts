import type { Paper } from './entries.ts';
import { byNumberedName } from './order.ts';

/** What the order of papers rests on. */
export interface PlacedPaper {
  id: string;
  data: Pick<Paper['data'], 'issueDate' | 'issue' | 'position'>;
}

/** Sorts papers by when they came out: the latest issue first, within an issue by their place; undated issues last. */
export function latestPapersFirst<Kind extends PlacedPaper>(papers: readonly Kind[]): Kind[] {
  return sortedByIssue(papers, (a, b) => undatedLast(a, b) || -byIssue(a, b));
}

/** Sorts papers by when they came out: the earliest issue first, within an issue by their place; undated issues last. */
export function earliestPapersFirst<Kind extends PlacedPaper>(papers: readonly Kind[]): Kind[] {
  return sortedByIssue(papers, (a, b) => undatedLast(a, b) || byIssue(a, b));
}

/**
 * Numbers of papers, those of the earliest issue first.
 *
 * @param ranks numbers of the papers' issues in time
 */
export function inTime(ranks: Int32Array): number[] {
  return Array.from(ranks, (_, paper) => paper).sort(
    (a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b,
  );
}

/** Issues are far fewer than papers, so they are put in order first. */
function sortedByIssue<Kind extends PlacedPaper>(
  papers: readonly Kind[],
  compare: (a: Kind, b: Kind) => number,
): Kind[] {
  const issues = Map.groupBy(papers, ({ data }) => data.issue.id);
  return [...issues.values()]
    .sort(([a], [b]) => compare(a as Kind, b as Kind))
    .flatMap((papers) => papers.sort(byPlace));
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
