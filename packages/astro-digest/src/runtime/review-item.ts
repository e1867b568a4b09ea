import type { Library } from '../model/library.ts';
import type { Review } from '../model/reviews.ts';
import type { FeedItem } from '../outputs/feed.ts';
import { reviewContent } from '../outputs/review-content.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import { againPart, firstPart, topicParts, votedPart } from './review-parts.ts';
import { nameOfReview, reviewFacts } from './review-words.ts';

/** How many papers a feed names that came for the first time. */
const mostFirst = 30;

/** A review as feeds have it. It is out on the first day after its week or its month. */
export function reviewItem(library: Library, review: Review): FeedItem {
  const facts = reviewFacts(review);
  const parts = [
    votedPart(library, review),
    ...topicParts(review),
    firstPart(library, review, mostFirst),
    againPart(library, review),
  ];
  return {
    id: absolute(addresses.identity(`reviews/${review.id}`)),
    url: absolute(addresses.review(review.id)),
    title: nameOfReview(review.id),
    html: reviewContent(facts, parts),
    summary: facts.join(' · '),
    published: review.published,
    authors: [],
    categories: [],
    links: [],
  };
}
