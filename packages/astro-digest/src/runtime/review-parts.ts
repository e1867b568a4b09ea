import type { Paper } from '../model/entries.ts';
import type { Library, Subject } from '../model/library.ts';
import type { Review } from '../model/reviews.ts';
import type { ReviewEntry, ReviewPart } from '../outputs/review-content.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import { mediumDate, t } from './interface.ts';
import { tellChange, tellNew } from './review-words.ts';

/** What topics did in a week or a month. */
export function topicParts({ rose, fresh }: Review): ReviewPart[] {
  const entry = (topic: Subject, note: string): ReviewEntry => ({
    name: topic.name,
    url: absolute(addresses.topic(topic.slug)),
    note,
  });
  return [
    { title: t('rose'), entries: rose.map((change) => entry(change.topic, tellChange(change))) },
    { title: t('newTopics'), entries: fresh.map((topic) => entry(topic.topic, tellNew(topic))) },
  ];
}

/** The papers that had most votes. */
export function votedPart(library: Library, { voted }: Review): ReviewPart {
  return { title: t('mostVotes'), entries: entriesOf(library, voted, votesOf) };
}

/** The papers that came for the first time, but for those that had most votes. */
export function firstPart(library: Library, review: Review, most: number): ReviewPart {
  return { title: t('firstTime'), entries: entriesOf(library, firstOf(review).slice(0, most), votesOf) };
}

/** The papers that had come before. */
export function againPart(library: Library, { again }: Review): ReviewPart {
  const firstDay = (paper: Paper): string | undefined => {
    const day = library.homeOf(paper).data.issueDate;
    return day === undefined ? undefined : t('firstSeenOn', { date: mediumDate(day) });
  };
  return { title: t('seenAgain'), entries: entriesOf(library, again, firstDay) };
}

/** Ids of the papers that came for the first time, but for those that had most votes. */
export function firstOf({ firstSeen, voted }: Review): string[] {
  const named = new Set(voted);
  return firstSeen.filter((id) => !named.has(id));
}

function entriesOf(
  library: Library,
  ids: readonly string[],
  noteOf: (paper: Paper) => string | undefined,
): ReviewEntry[] {
  return ids
    .flatMap((id) => library.paper(id) ?? [])
    .map((paper) => ({
      name: paper.data.title,
      url: absolute(addresses.paper(library.homeOf(paper).id)),
      note: noteOf(paper),
    }));
}

function votesOf({ data: { upvotes } }: Paper): string | undefined {
  return upvotes === undefined ? undefined : t('votes', { count: upvotes });
}
