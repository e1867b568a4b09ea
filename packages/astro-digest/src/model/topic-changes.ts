import { chanceOfAtLeast, chanceOfAtMost } from './binomial.ts';
import type { Subject } from './library.ts';
import type { PeriodCounts, TopicCounts } from './period-counts.ts';
import type { PeriodUnit } from './trend-periods.ts';

/*
 * The rule by which a topic rose, fell or is new, which holds for trends and for reviews.
 *
 * A topic is measured by its share of all papers, so that a busy month alone makes nothing rise. Its papers of a period are compared with
 * those of the periods before, half a year or eight weeks. If nothing had changed, each of all these papers would fall into the period as
 * likely as any paper does; how likely it is then that so many of them did, or so few, is told by the binomial distribution. (That is the
 * comparison of two Poisson counts; it knows that what was before is a sample, too.) A topic is named where that is less likely than one in
 * twenty, divided by the number of topics, because of sixty topics three do by chance what one does in twenty times. It must have enough papers,
 * and half as many again as before, or two thirds of these: what is sure may still be too little to speak of.
 */

/** How many periods before are compared. */
const periodsBefore: Record<PeriodUnit, number> = { month: 6, week: 8 };

/** As long as fewer of these have papers, nothing is compared. */
const fewestBefore = 3;

/** A topic rose with at least so many papers, and fell where at least so many were to be expected. */
const fewestPapers = 5;

/** A new topic has at least so many. */
const fewestOfNew = 3;

/** How many times its share must be what it was, or what it was must be its share. */
const factor = 1.5;

/** How likely it may be that chance alone makes any topic of a period rise, or any fall. */
const chance = 0.05;

/** How many topics are named at most. */
const mostNamed = 8;

/** A topic of which a period has more papers, or fewer, than before. */
export interface TopicChange {
  topic: Subject;
  /** How many papers of it the period has. */
  papers: number;
  /** How many it would have by the share of the periods before. */
  expected: number;
}

/** A topic that the digest has not had before. */
export interface NewTopic {
  topic: Subject;
  /** How many papers it has, to the end of the period. */
  papers: number;
  /** The period of the first of them. */
  since: string;
}

/** What changed in a period. */
export interface TopicChanges {
  /** By how many papers more than expected they have, the most first. */
  rose: TopicChange[];
  /** By how many fewer. */
  fell: TopicChange[];
  /** By their papers, the most first. None of them is among those that rose. */
  fresh: NewTopic[];
}

/**
 * Finds the topics that rose, fell or are new in a period that is over. What comes after it has no say.
 *
 * @param recent of so many periods to that one all papers of a new topic are. Default: that one alone
 */
export function changesIn(counts: PeriodCounts, period: string, recent = 1): TopicChanges {
  const place = counts.periods.indexOf(period);
  const before = counts.periods.slice(Math.max(0, place - periodsBefore[counts.unit]), Math.max(0, place));
  const known = counts.periods.slice(0, Math.max(0, place - recent + 1));
  const latest = counts.periods.slice(known.length, place + 1);
  const inPeriod = counts.papers.get(period) ?? 0;
  const inBefore = sumOf(counts.papers, before);
  const inLatest = sumOf(counts.papers, latest);
  const inKnown = sumOf(counts.papers, known);
  // Topics that came later are as good as not there.
  const there = counts.topics.filter(({ papers }) => sumOf(papers, known) + sumOf(papers, latest) > 0);
  const highest = chance / Math.max(1, there.length);

  const isOldEnough = (earlier: readonly string[]): boolean =>
    place >= 0 && earlier.filter((one) => counts.papers.has(one)).length >= fewestBefore;
  const fresh = isOldEnough(known)
    ? there.flatMap(({ topic, papers }): NewTopic[] => {
        if (sumOf(papers, known) > 0) return [];
        const own = sumOf(papers, latest);
        const since = latest.find((one) => papers.has(one)) as string;
        // How likely the first of so many papers is to come as late as that.
        const share = sumOf(counts.papers, latest.slice(latest.indexOf(since))) / (inKnown + inLatest);
        const isSure = share ** own < highest;
        return own >= fewestOfNew && isSure ? [{ topic, papers: own, since }] : [];
      })
    : [];
  const names = new Set(fresh.map(({ topic }) => topic.slug));
  const comparable = isOldEnough(before) && inPeriod > 0 ? there : [];
  const share = inPeriod / (inPeriod + inBefore);
  const compared = comparable
    .filter(({ topic }) => !names.has(topic.slug))
    .map((own) => ({ ...compare(own), all: (own.papers.get(period) ?? 0) + sumOf(own.papers, before) }));

  function compare({ topic, papers }: TopicCounts): TopicChange {
    const expected = (sumOf(papers, before) * inPeriod) / inBefore;
    return { topic, papers: papers.get(period) ?? 0, expected };
  }

  const rose = compared.filter(
    ({ papers, expected, all }) =>
      papers >= fewestPapers && papers >= factor * expected && chanceOfAtLeast(papers, all, share) < highest,
  );
  const fell = compared.filter(
    ({ papers, expected, all }) =>
      expected >= fewestPapers && expected >= factor * papers && chanceOfAtMost(papers, all, share) < highest,
  );
  return {
    rose: mostChanged(rose, ({ papers, expected }) => papers - expected),
    fell: mostChanged(fell, ({ papers, expected }) => expected - papers),
    fresh: most(fresh, ({ papers }) => papers),
  };
}

function mostChanged(changes: readonly TopicChange[], by: (change: TopicChange) => number): TopicChange[] {
  return most(changes, by).map(({ topic, papers, expected }) => ({ topic, papers, expected }));
}

function most<Kind extends { topic: Subject }>(all: readonly Kind[], by: (one: Kind) => number): Kind[] {
  const byName = (a: Kind, b: Kind): number => (a.topic.slug < b.topic.slug ? -1 : 1);
  return all.toSorted((a, b) => by(b) - by(a) || byName(a, b)).slice(0, mostNamed);
}

function sumOf(papers: ReadonlyMap<string, number>, periods: readonly string[]): number {
  return periods.reduce((sum, period) => sum + (papers.get(period) ?? 0), 0);
}
