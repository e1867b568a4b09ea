import type { ArchivedIssue, PlacedPeriod } from './archive.ts';

/**
 * How many papers the EPUB of a month or a year has at most. It is written anew with each issue of its time, and reading systems get slow
 * with books of many more chapters.
 */
export const mostPapersOfEpub = 1000;

/** Whether a year, a month or a week has an EPUB: weeks have none, since they are a handful of issues. */
export function hasEpub<Kind extends ArchivedIssue>({
  kind,
  period,
}: Pick<PlacedPeriod<Kind>, 'kind' | 'period'>): boolean {
  return kind !== 'week' && period.papers <= mostPapersOfEpub;
}
