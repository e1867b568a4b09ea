import type { Subject } from './library.ts';
import { periodOfDay, periodsBetween, type PeriodUnit } from './trend-periods.ts';

/** How many papers came in each month or week. */
export interface PeriodCounts {
  unit: PeriodUnit;
  /** All periods that are over, from that of the first paper on, those without papers too. */
  periods: readonly string[];
  /** How many papers each period has, also the one that is not over; those without any are absent. */
  papers: ReadonlyMap<string, number>;
  /** The same of each topic. */
  topics: readonly TopicCounts[];
}

/** How many papers of a topic came in each month or week. */
export interface TopicCounts {
  topic: Subject;
  papers: ReadonlyMap<string, number>;
}

/** The papers that are counted: each once, in the issue that had it first. */
export interface CountedPapers {
  /** Their days, by their ids; those without a day are in none of the periods. */
  days: ReadonlyMap<string, string>;
  /** Day of the newest issue: its period is not over. */
  newest: string;
  topics: readonly (Subject & { papers: readonly string[] })[];
}

/** Counts papers and those of topics by months or by weeks. */
export function countPeriods({ days, newest, topics }: CountedPapers, unit: PeriodUnit): PeriodCounts {
  const periodOf = new Map<string, string>();
  const count = (all: Iterable<string | undefined>): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const day of all) {
      if (day === undefined) continue;
      const period = periodOf.get(day) ?? periodOfDay(day, unit);
      periodOf.set(day, period);
      counts.set(period, (counts.get(period) ?? 0) + 1);
    }
    return counts;
  };
  const papers = count(days.values());
  let first = newest;
  for (const day of days.values()) if (day < first) first = day;
  return {
    unit,
    periods: periodsBetween(first, newest, unit).slice(0, -1),
    papers,
    topics: topics.map(({ name, slug, papers }) => ({
      topic: { name, slug },
      papers: count(papers.map((id) => days.get(id))),
    })),
  };
}
