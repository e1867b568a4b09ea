import type { Review } from '../model/reviews.ts';
import type { NewTopic, TopicChange } from '../model/topic-changes.ts';
import { nameOfPeriod, rangeOfDays, t } from './interface.ts';

/** What a review is called, such as `Week 11, 2025 in review`. */
export function nameOfReview(id: string): string {
  return t('reviewOf', { period: nameOfPeriod(id) });
}

/** The days of a week's issues, such as `Mar 10 – 14, 2025`; nothing of a month, whose name tells them. */
export function daysOfReview({ unit, first, last }: Review): string | undefined {
  return unit === 'week' ? rangeOfDays(first, last) : undefined;
}

/** What is to be said of a week or a month before its papers. */
export function reviewFacts(review: Review): string[] {
  const { issues, papers, firstSeen } = review;
  const counts = {
    papers: t('papers', { count: papers.length }),
    issues: t('issues', { count: issues.length }),
  };
  return [
    daysOfReview(review),
    t('statistics', counts),
    firstSeen.length < papers.length ? t('reviewFirst', { count: firstSeen.length }) : undefined,
  ].filter((fact) => fact !== undefined);
}

/** How many papers a topic has where how many were to be expected. */
export function tellChange({ papers, expected }: TopicChange): string {
  return t('topicChange', {
    papers: t('papers', { count: papers }),
    expected: Math.round(expected * 10) / 10,
  });
}

/** How many papers a new topic has, and since when. */
export function tellNew({ papers, since }: NewTopic): string {
  return t('topicSince', { papers: t('papers', { count: papers }), period: nameOfPeriod(since) });
}
