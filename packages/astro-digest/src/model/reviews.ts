import type { Archive, ArchivedIssue, Period } from './archive.ts';
import { dayOf } from './archive.ts';
import type { PeriodCounts } from './period-counts.ts';
import { changesIn, type NewTopic, type TopicChange } from './topic-changes.ts';
import { dayAfterPeriod, type PeriodUnit } from './trend-periods.ts';

/** What a week or a month brought, told when it is over. What comes after it changes nothing of it. */
export interface Review {
  /** The week or the month: `2025-W11`, `2025-03`. */
  id: string;
  unit: PeriodUnit;
  /** Days of its first and its last issue. */
  first: string;
  last: string;
  /** The first day after it. */
  published: string;
  /** Ids of its issues, the earliest first. */
  issues: string[];
  /** The review before it, of the same kind. */
  previous?: string;
  /** Ids of its papers, each once, in the order of its issues. */
  papers: string[];
  /** Of these, the ones that no issue had before, in the same order. */
  firstSeen: string[];
  /** The ones that an earlier issue had. */
  again: string[];
  /** Those with most votes, at most ten. */
  voted: string[];
  /** Topics that have more papers than before. */
  rose: TopicChange[];
  /** Topics that the digest has not had before. */
  fresh: NewTopic[];
}

/** A paper of an issue, as reviews need to know it. */
export interface ReviewedPaper {
  id: string;
  /** The id of its first appearance. */
  home: string;
  votes: number | undefined;
}

/** What a review is made of. */
export interface ReviewParts<Issue extends ArchivedIssue> {
  period: Period<Issue>;
  counts: PeriodCounts;
  /** The review before it. */
  previous: string | undefined;
  /** The papers of an issue, in its order. */
  papersOf(issue: Issue): ReviewedPaper[];
}

/** A period with fewer issues needs no review: the issue tells all. */
const fewestIssues = 2;

/** How many papers are told to have most votes. */
const mostVoted = 10;

/** The months and weeks that have a review, the latest first: those that are over, so that none changes day by day. */
export function reviewedPeriods<Issue extends ArchivedIssue>({
  months,
  weeks,
}: Pick<Archive<Issue>, 'months' | 'weeks'>): Record<PeriodUnit, Period<Issue>[]> {
  // The latest period goes on until another one has an issue.
  const over = (periods: readonly Period<Issue>[]): Period<Issue>[] =>
    periods.slice(1).filter(({ issues }) => issues.length >= fewestIssues);
  return { month: over(months), week: over(weeks) };
}

/** Looks back at a period. */
export function reviewOf<Issue extends ArchivedIssue>({
  period: { id, issues },
  counts,
  previous,
  papersOf,
}: ReviewParts<Issue>): Review {
  const inTime = issues.toReversed();
  const days = inTime.map((issue) => dayOf(issue) as string);
  const here = new Set(inTime.map((issue) => issue.id));
  const byHome = new Map<string, ReviewedPaper>();
  for (const paper of inTime.flatMap(papersOf)) {
    const before = byHome.get(paper.home);
    byHome.set(paper.home, {
      ...(before ?? paper),
      votes: Math.max(before?.votes ?? 0, paper.votes ?? 0),
    });
  }
  const papers = [...byHome.values()];
  const isNew = ({ home }: ReviewedPaper): boolean => here.has(home.slice(0, home.indexOf('/')));
  const voted = papers
    .filter(({ votes }) => (votes ?? 0) > 0)
    .toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
  const { rose, fresh } = changesIn(counts, id);
  const last = days.at(-1) as string;
  return {
    id,
    unit: counts.unit,
    first: days[0] as string,
    last,
    published: dayAfterPeriod(last, counts.unit),
    issues: inTime.map((issue) => issue.id),
    ...(previous === undefined ? {} : { previous }),
    papers: idsOf(papers),
    firstSeen: idsOf(papers.filter(isNew)),
    again: idsOf(papers.filter((paper) => !isNew(paper))),
    voted: idsOf(voted.slice(0, mostVoted)),
    rose,
    fresh,
  };
}

/** Each as the period has it, so that the votes beside it are those that it had then. */
function idsOf(papers: readonly ReviewedPaper[]): string[] {
  return papers.map(({ id }) => id);
}
