import type { Subject } from './library.ts';
import type { PeriodCounts } from './period-counts.ts';
import { changesIn, type NewTopic, type TopicChange } from './topic-changes.ts';
import type { PeriodUnit } from './trend-periods.ts';

/** How many papers came in periods that follow one another. */
export interface Trend {
  unit: PeriodUnit;
  /** Such as `2025-03` or `2025-W11`, the earliest first; those without papers too. */
  periods: string[];
  /** How many papers each of them has. */
  counts: number[];
}

/** What became more and what became less, in the months or weeks that are over. */
export interface Trends {
  /** All papers. */
  all: Trend;
  /** The last period that is over, which the others are compared with. */
  period: string;
  /** Topics that rose in it, and how. */
  rose: Moved<TopicChange>[];
  /** Topics that fell in it. */
  fell: Moved<TopicChange>[];
  /** Topics whose papers are all of the last three periods. */
  fresh: Moved<NewTopic>[];
}

/** A topic with its line. */
export type Moved<Change extends { topic: Subject }> = Change & {
  /** Its papers of the last periods that are over. */
  trend: Trend;
};

/** There are no trends before so many periods with papers are over. */
const fewestPeriods = 4;

/** Papers are counted by months as soon as so many with papers are over. */
const monthsOfMonths = 6;

/** How many periods a line has at most. */
const longest = 60;

/** The same of a line among others. */
const longestBesides = 24;

/** A topic is new for so many periods. */
const recent = 3;

/** Counts by months and by weeks. */
export interface CountsByUnit {
  month(): PeriodCounts;
  week(): PeriodCounts;
}

/** Chooses months, or weeks of an archive that is too young for these; nothing where it is too young for weeks, too. */
export function unitOfTrends({ month, week }: CountsByUnit): PeriodUnit | undefined {
  if (periodsWithPapers(month()) >= monthsOfMonths) return 'month';
  return periodsWithPapers(week()) >= fewestPeriods ? 'week' : undefined;
}

function periodsWithPapers({ periods, papers }: PeriodCounts): number {
  return periods.filter((period) => papers.has(period)).length;
}

/** What rose and what fell in the last period that is over, and what is new. */
export function trendsOf(counts: PeriodCounts): Trends {
  const { unit } = counts;
  const periods = counts.periods.slice(-longest);
  const period = periods.at(-1) as string;
  const { rose, fell, fresh } = changesIn(counts, period, recent);
  const papersOf = new Map(counts.topics.map(({ topic, papers }) => [topic.slug, papers]));
  const latest = periods.slice(-longestBesides);
  const withLine = <Change extends { topic: Subject }>(change: Change): Moved<Change> => {
    const papers = papersOf.get(change.topic.slug) ?? new Map<string, number>();
    return { ...change, trend: { unit, periods: latest, counts: countsIn(papers, latest) } };
  };
  return {
    all: { unit, periods, counts: countsIn(counts.papers, periods) },
    period,
    rose: rose.map(withLine),
    fell: fell.map(withLine),
    fresh: fresh.map(withLine),
  };
}

/**
 * The line of a topic, from the digest's first papers to the topic's latest: so it changes when a paper of the topic comes, and never else.
 *
 * @param first day of the first paper of all
 * @param latest the period of the topic's latest paper
 * @returns `undefined` where it would be too short
 */
export function trendOfTopic({ unit, periods, topics }: PeriodCounts, slug: string): Trend | undefined {
  const papers = topics.find(({ topic }) => topic.slug === slug)?.papers;
  const last = papers && [...papers.keys()].toSorted().at(-1);
  if (!papers || last === undefined) return undefined;
  const place = periods.indexOf(last);
  // The period that is not over is none of `periods`.
  const own = (place < 0 ? [...periods, last] : periods.slice(0, place + 1)).slice(-longest);
  return own.length < fewestPeriods ? undefined : { unit, periods: own, counts: countsIn(papers, own) };
}

function countsIn(papers: ReadonlyMap<string, number>, periods: readonly string[]): number[] {
  return periods.map((period) => papers.get(period) ?? 0);
}
