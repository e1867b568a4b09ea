import config from 'virtual:astro-digest/config';
import type { Paper } from '../model/entries.ts';
import type { Library } from '../model/library.ts';
import type { Review } from '../model/reviews.ts';
import type { MailIssue, MailWords } from '../outputs/mail.ts';
import { reviewLines } from '../outputs/review-content.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import { direction, t } from './interface.ts';
import { mailAnswer, mailPaper } from './mail-edition.ts';
import { againPart, firstOf, topicParts } from './review-parts.ts';
import { nameOfReview, reviewFacts } from './review-words.ts';
import type { ReviewRouteData } from './route-data.ts';

/** How many papers the mail of a month has where nobody has voted; that of a week has all. */
const mostOfMonth = 30;

/**
 * Answers with the mail edition of a week or a month in the format that the route's last part names.
 *
 * @param routePattern such as `/papers/reviews/[review]/mail.html`
 */
export function reviewMailFile({ library, review }: ReviewRouteData, routePattern: string): Response {
  const papers = papersOf(library, review);
  return mailAnswer(
    library,
    mailIssue(library, review, papers),
    mailWords(library, review, papers),
    routePattern,
  );
}

/** Of a week the papers with most votes, then all that came for the first time; of a month the former alone, where there are any. */
function papersOf(library: Library, review: Review): Paper[] {
  const { unit, voted } = review;
  const first = firstOf(review);
  const others = unit === 'week' ? first : voted.length > 0 ? [] : first.slice(0, mostOfMonth);
  return [...voted, ...others].flatMap((id) => library.paper(id) ?? []);
}

function mailIssue(library: Library, { id, published }: Review, papers: readonly Paper[]): MailIssue {
  return {
    id: absolute(addresses.identity(`reviews/${id}`)),
    url: absolute(addresses.review(id)),
    home: absolute(addresses.root()),
    archive: absolute(addresses.archive()),
    date: published,
    language: config.lang,
    direction,
    papers: papers.map((paper) => mailPaper(library, paper)),
  };
}

function mailWords(library: Library, review: Review, papers: readonly Paper[]): MailWords {
  const name = nameOfReview(review.id);
  const facts = reviewFacts(review);
  const [first] = papers;
  return {
    subject: t('mailSubject', { title: config.title, issue: name }),
    preheader: first
      ? t('mailPreheader', { papers: t('papers', { count: review.papers.length }), first: first.data.title })
      : '',
    digest: config.title,
    dateline: [name, ...facts].join(' · '),
    notes: reviewLines([...topicParts(review), againPart(library, review)]),
    readOnSite: t('mailReadOnSite'),
    readTheRest: t('mailRest'),
    morePapers: (count) => t('mailMorePapers', { count }),
    archive: t('allIssues'),
    unsubscribe: '',
  };
}
