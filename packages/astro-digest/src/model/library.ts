import type { Archive, PlacedPeriod } from './archive.ts';
import type { CalendarMonth } from './calendar.ts';
import type { Citation } from './citation.ts';
import type { Issue, Paper } from './entries.ts';
import type { Review } from './reviews.ts';
import type { SharedName } from './shared-names.ts';
import type { Topic } from './topics.ts';
import type { Trend, Trends } from './trends.ts';
import type { Volume } from './volumes.ts';
import type { Watch } from './watches.ts';

/**
 * All issues and papers of the digest, and what follows from them. What a page asks of it decides when the page is made anew, so that a page
 * should ask for no more than it shows: `library.issue('2025-03-12')` rather than `library.issues`.
 */
export interface Library {
  /** All issues, the latest first. */
  readonly issues: Issue[];
  /** Each paper once, where it appeared first; the latest issue first, each in the order of its digest. */
  readonly papers: Paper[];
  /** The issue of that id. */
  issue(id: string): Issue | undefined;
  /** The paper of that id, also one that appeared before. */
  paper(id: string): Paper | undefined;
  /** The runs of issues that large files are cut into, the latest first. */
  readonly volumes: readonly Volume[];
  /** The volume of that id. */
  volume(id: string): Volume | undefined;
  /** The runs of issues that bibliographies of the whole digest are cut into, the latest first. */
  readonly bibliographyVolumes: readonly Volume[];
  /** The one of that id. */
  bibliographyVolume(id: string): Volume | undefined;
  /** The papers that first appeared in a volume, the latest issue first. */
  papersOfVolume(volume: Volume): Paper[];
  /** Papers of an issue, in the order of its digest. */
  papersOf(issue: Issue): Paper[];
  /** The issue that a paper is in. */
  issueOf(paper: Paper): Issue;
  /** The issues before and after an issue in time. */
  besideIssue(issue: Issue): Beside<Issue>;
  /** The papers above and below a paper in its issue. */
  besidePaper(paper: Paper): Beside<Paper>;
  /** The paper whose page a paper has: itself, or the same paper in the issue that had it first. */
  homeOf(paper: Paper): Paper;
  /** All appearances of a paper, the first one first. */
  appearancesOf(paper: Paper): Paper[];
  /** The citation of a paper, as its first appearance; its key is that of no other paper. */
  citationOf(paper: Paper): Citation;
  /** Papers that a paper has terms in common with, the nearest first. */
  relatedTo(paper: Paper): RelatedPaper[];
  /** The site's own topics, then those found in the texts; none where topics have no pages. */
  readonly topics: readonly Topic[];
  /** The topic of that slug. */
  topic(slug: string): Topic | undefined;
  /** Topics of a paper. */
  topicsOf(paper: Paper): Subject[];
  /** Sorted by name; none where authors have no pages. */
  readonly authors: SharedName[];
  /** The author of that slug. */
  author(slug: string): SharedName | undefined;
  /** Sorted by name; none where organizations have no pages. */
  readonly organizations: SharedName[];
  /** The organization of that slug. */
  organization(slug: string): SharedName | undefined;
  /** What digests sort papers under, sorted by name; none where categories have no pages. */
  readonly categories: SharedName[];
  /** The category of that slug. */
  category(slug: string): SharedName | undefined;
  /** The queries that the site watches, in the order of its configuration. */
  readonly watches: readonly Watch[];
  /** The one of that slug. */
  watch(slug: string): Watch | undefined;
  /** What became more and what became less; absent while the digest is too young. */
  readonly trends: Trends | undefined;
  /** How many papers of a topic came in each month or week; absent while there are too few. */
  trendOf(topic: Subject): Trend | undefined;
  /** Ids of the weeks and months that have a review, the latest first. */
  readonly reviews: readonly string[];
  /** Whether there is a review of that week or month. */
  hasReview(id: string): boolean;
  /** The review of that week or month. */
  review(id: string): Review | undefined;
  /** The author of that name, however it is written; none where authors have no pages. */
  authorNamed(name: string): Subject | undefined;
  /** The organization of that name, however it is written; none where organizations have no pages. */
  organizationNamed(name: string): Subject | undefined;
  /** The category of that name; none where categories have no pages. */
  categoryNamed(name: string): Subject | undefined;
  /** Whether there are any topics, authors, organizations or categories, any trends, any reviews. */
  has(kind: SubjectKind | 'trends' | 'reviews'): boolean;
  /** Issues by years, months and weeks. */
  readonly archive: Archive<Issue>;
  /** The year, month or week of that id: `2025`, `2025-03`, `2025-W11`. */
  period(id: string): PlacedPeriod<Issue> | undefined;
  /**
   * The days of a year, such as `2025`, or of a month, such as `2025-03`: of each month that has issues.
   *
   * @param firstDay the day that weeks begin with: 1 is Monday, 7 is Sunday
   */
  calendar(id: string, firstDay: number): CalendarMonth[];
}

/** A paper beside another one. */
export interface RelatedPaper {
  /** The other paper. */
  paper: Paper;
  /** The terms that both have, those that tell most first. */
  terms: readonly string[];
}

/** What papers are sorted by, without the papers. */
export interface Subject {
  name: string;
  /** Name in addresses. */
  slug: string;
}

/** A kind of what papers are sorted by. */
export type SubjectKind = 'topics' | 'authors' | 'organizations' | 'categories';

/** What stands before and after something. */
export interface Beside<Entry> {
  previous?: Entry;
  next?: Entry;
}
