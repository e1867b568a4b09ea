import type { Archive } from './archive.ts';
import { areTopicsSettled } from './connections.ts';
import { dayNumber } from './days.ts';
import type { Issue, Paper } from './entries.ts';
import { once } from './once.ts';
import { countPeriods } from './period-counts.ts';
import { reviewedPeriods, reviewOf, type Review, type ReviewedPaper } from './reviews.ts';
import type { Topic } from './topics.ts';
import { dayAfterPeriod } from './trend-periods.ts';
import { trendOfTopic, trendsOf, unitOfTrends, type Trend, type Trends } from './trends.ts';

/** What a digest looks back with. */
export interface LookBackParts {
  /** Each paper once, where it appeared first. */
  papers: readonly Paper[];
  archive(): Archive<Issue>;
  topics(): readonly Topic[];
  /** The papers of an issue, in its order. */
  papersOf(issue: Issue): ReviewedPaper[];
}

/** What follows from the papers of all months and weeks; worked out when it is first asked for. */
export interface LookBack {
  /** Absent while the digest is too young. */
  trends(): Trends | undefined;
  trendOf(topic: string): Trend | undefined;
  hasTrends(): boolean;
  /** Ids of the reviews, those that end last first; of two that end together, the month first. */
  reviews(): string[];
  review(id: string): Review | undefined;
}

/** Makes what a digest looks back with. */
export function lookBack({ papers, archive, topics, papersOf }: LookBackParts): LookBack {
  const days = once(() => {
    const dated = papers.filter(({ data }) => dayNumber(data.issueDate ?? '') !== undefined);
    return new Map(dated.map(({ id, data }) => [id, data.issueDate as string]));
  });
  const newest = (): string => archive().years[0]?.issues[0]?.data.date ?? '9999-12-31';
  const counts = (topics: () => readonly Topic[]) => {
    const counted = once(() => ({ days: days(), newest: newest(), topics: topics() }));
    return {
      month: once(() => countPeriods(counted(), 'month')),
      week: once(() => countPeriods(counted(), 'week')),
    };
  };
  // Whether there are trends does not rest on topics, which take their time.
  const ofAll = counts(() => []);
  const unit = once(() => (days().size > 0 ? unitOfTrends(ofAll) : undefined));
  const ofTopics = counts(topics);
  // What is found anew each day would be found otherwise in old weeks, too.
  const ofSettled = counts(() =>
    areTopicsSettled(papers) ? topics() : topics().filter(({ origin }) => origin === 'named'),
  );
  const reviewed = once(() => reviewedPeriods(archive()));
  const review = (id: string): Review | undefined => {
    const kind = id.includes('W') ? 'week' : 'month';
    const place = reviewed()[kind].findIndex((period) => period.id === id);
    const period = reviewed()[kind][place];
    const previous = reviewed()[kind][place + 1]?.id;
    return period && reviewOf({ period, counts: ofSettled[kind](), previous, papersOf });
  };
  return {
    trends: () => {
      const chosen = unit();
      return chosen && trendsOf(ofTopics[chosen]());
    },
    trendOf: (topic) => {
      const chosen = unit();
      return chosen && trendOfTopic(ofTopics[chosen](), topic);
    },
    hasTrends: () => unit() !== undefined,
    reviews: once(() => {
      const { month, week } = reviewed();
      const ends = [...month, ...week].map((period) => ({
        id: period.id,
        end: endOf(period.id, period.issues[0]),
      }));
      return ends.toSorted((a, b) => (a.end < b.end ? 1 : a.end > b.end ? -1 : 0)).map(({ id }) => id);
    }),
    review,
  };
}

/** The first day after a period that has an issue. */
function endOf(id: string, issue: Issue | undefined): string {
  return dayAfterPeriod(issue?.data.date as string, id.includes('W') ? 'week' : 'month');
}
