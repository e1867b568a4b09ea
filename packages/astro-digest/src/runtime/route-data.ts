import config from 'virtual:astro-digest/config';
import type { Issue, Paper } from '../model/entries.ts';
import type { Period, PlacedPeriod } from '../model/archive.ts';
import type { SharedName } from '../model/shared-names.ts';
import type { Topic } from '../model/topics.ts';
import { hasEpub } from '../model/epub-periods.ts';
import type { Library } from '../model/library.ts';
import type { Review } from '../model/reviews.ts';
import type { Watch } from '../model/watches.ts';
import { getLibrary } from './library.ts';

/** What the page of an issue shows. */
export interface IssueRouteData {
  library: Library;
  issue: Issue;
  /** In the order that the page shows them. */
  papers: Paper[];
  /** Whether the papers are by votes, and not in the order of the digest. */
  byVotes?: boolean;
  /** The issue before it in time. */
  previous?: Issue;
  /** The issue after it in time. */
  next?: Issue;
}

/** What the page of a paper shows. */
export interface PaperRouteData {
  library: Library;
  paper: Paper;
  issue: Issue;
  /** The paper above it in the issue. */
  previous?: Paper;
  /** The paper below it in the issue. */
  next?: Paper;
}

/** What the page of a year, a month or a week shows. */
export interface PeriodRouteData {
  library: Library;
  kind: 'year' | 'month' | 'week';
  period: Period<Issue>;
  /** Months of a year that have issues, the latest first; none of a month or a week. */
  months: string[];
  /** Weeks of a year or a month that have issues, the latest first; none of a week. */
  weeks: string[];
}

/** What the page of a topic shows. */
export interface TopicRouteData {
  library: Library;
  topic: Topic;
}

/** What the page of an author or an organization shows. */
export interface PersonRouteData {
  library: Library;
  kind: 'author' | 'organization';
  person: SharedName;
}

/** What the page of a category shows. */
export interface CategoryRouteData {
  library: Library;
  category: SharedName;
}

/** What the page of a watched query shows. */
export interface WatchRouteData {
  library: Library;
  watch: Watch;
}

/** What the page of a week or a month in review shows. */
export interface ReviewRouteData {
  library: Library;
  review: Review;
}

/** Parameters of a path, by their names in the pattern of its route. */
export type RouteParams = Readonly<Record<string, string | undefined>>;

/** Whether the papers of an issue have votes to be ordered by. */
export function hasVotes(papers: readonly Paper[]): boolean {
  return papers.some(({ data }) => data.upvotes !== undefined);
}

/** Paths of the pages of all issues. */
export async function issuePaths(): Promise<Path<'issue'>[]> {
  const { issues } = await getLibrary();
  return issues.map(({ id }) => ({ params: { issue: id } }));
}

/** Data of the page of an issue. */
export async function issueData({ issue: id = '' }: RouteParams): Promise<IssueRouteData> {
  const library = await getLibrary();
  const issue = library.issue(id) as Issue;
  return { library, issue, papers: library.papersOf(issue), ...library.besideIssue(issue) };
}

/** Paths of the pages of issues by votes; only those that have votes have one. */
export async function byVotesPaths(): ReturnType<typeof issuePaths> {
  const { issues, papersOf } = await getLibrary();
  const having = issues.filter((issue) => hasVotes(papersOf(issue)));
  return having.map(({ id }) => ({ params: { issue: id } }));
}

/** Data of the page of an issue by votes. */
export async function byVotesData(params: RouteParams): Promise<IssueRouteData> {
  const data = await issueData(params);
  const papers = data.papers.toSorted((a, b) => (b.data.upvotes ?? 0) - (a.data.upvotes ?? 0));
  return { ...data, byVotes: true, papers };
}

/** Paths of the pages of all papers; one that was in an earlier issue has its page there. */
export async function paperPaths(): Promise<Path<'issue' | 'paper'>[]> {
  const { papers } = await getLibrary();
  return papers.map((paper) => ({ params: { issue: paper.data.issue.id, paper: slugOf(paper) } }));
}

/** Data of the page of a paper. */
export async function paperData({ issue = '', paper: slug = '' }: RouteParams): Promise<PaperRouteData> {
  const library = await getLibrary();
  const paper = library.paper(`${issue}/${slug}`) as Paper;
  return { library, paper, issue: library.issueOf(paper), ...library.besidePaper(paper) };
}

/** Paths of the pages of all years, months and weeks that have issues. */
export async function periodPaths(): Promise<Path<'period'>[]> {
  const { years, months, weeks } = (await getLibrary()).archive;
  return [...years, ...months, ...weeks].map(({ id }) => ({ params: { period: id } }));
}

/** Paths of the e-books of years and months. */
export async function epubPeriodPaths(): ReturnType<typeof periodPaths> {
  const { years, months } = (await getLibrary()).archive;
  const ofKind = (kind: 'year' | 'month', periods: Period<Issue>[]) =>
    periods.filter((period) => hasEpub({ kind, period }));
  return [...ofKind('year', years), ...ofKind('month', months)].map(({ id }) => ({ params: { period: id } }));
}

/** Data of the page of a year, a month or a week. */
export async function periodData({ period: id = '' }: RouteParams): Promise<PeriodRouteData> {
  const library = await getLibrary();
  return { library, ...(library.period(id) as PlacedPeriod<Issue>) };
}

/** Paths of the pages of all topics. */
export async function topicPaths(): Promise<Path<'topic'>[]> {
  const { topics } = await getLibrary();
  return topics.map(({ slug }) => ({ params: { topic: slug } }));
}

/** Data of the page of a topic. */
export async function topicData({ topic: slug = '' }: RouteParams): Promise<TopicRouteData> {
  const library = await getLibrary();
  return { library, topic: library.topic(slug) as Topic };
}

/** Paths of the pages of all authors. */
export async function authorPaths(): Promise<Path<'person'>[]> {
  return (await getLibrary()).authors.map(({ slug }) => ({ params: { person: slug } }));
}

/** Data of the page of an author. */
export async function authorData({ person: slug = '' }: RouteParams): Promise<PersonRouteData> {
  const library = await getLibrary();
  return { library, kind: 'author', person: library.author(slug) as SharedName };
}

/** Paths of the pages of all organizations. */
export async function organizationPaths(): ReturnType<typeof authorPaths> {
  return (await getLibrary()).organizations.map(({ slug }) => ({ params: { person: slug } }));
}

/** Data of the page of an organization. */
export async function organizationData({ person: slug = '' }: RouteParams): Promise<PersonRouteData> {
  const library = await getLibrary();
  return { library, kind: 'organization', person: library.organization(slug) as SharedName };
}

/** Paths of the pages of all categories. */
export async function categoryPaths(): Promise<Path<'category'>[]> {
  return (await getLibrary()).categories.map(({ slug }) => ({ params: { category: slug } }));
}

/** Data of the page of a category. */
export async function categoryData({ category: slug = '' }: RouteParams): Promise<CategoryRouteData> {
  const library = await getLibrary();
  return { library, category: library.category(slug) as SharedName };
}

/** Paths of the pages of all watched queries. */
export function watchPaths(): Path<'watch'>[] {
  return config.watch.map(({ slug }) => ({ params: { watch: slug } }));
}

/** Data of the page of a watched query. */
export async function watchData({ watch: slug = '' }: RouteParams): Promise<WatchRouteData> {
  const library = await getLibrary();
  return { library, watch: library.watch(slug) as Watch };
}

/** Paths of the pages of all weeks and months in review. */
export async function reviewPaths(): Promise<Path<'review'>[]> {
  return (await getLibrary()).reviews.map((id) => ({ params: { review: id } }));
}

/** Data of the page of a week or a month in review. */
export async function reviewData({ review: id = '' }: RouteParams): Promise<ReviewRouteData> {
  const library = await getLibrary();
  return { library, review: library.review(id) as Review };
}

/** Data of the page of the latest issue; `undefined` while there is none. */
export async function latestIssue(): Promise<IssueRouteData | undefined> {
  const [latest] = (await getLibrary()).issues;
  return latest && issueData({ issue: latest.id });
}

/** The part of a paper's id that names it within its issue. */
export function slugOf({ id, data }: Paper): string {
  return id.slice(data.issue.id.length + 1);
}

/**
 * The id of a part of a page; where the page has that part of many papers, with the name of the paper before it. The
 * underscore is in no paper's own id, so that none of the two can be the other.
 */
export function idWithin(paper: Paper | undefined, part: string): string {
  return paper ? `${slugOf(paper)}_${part}` : part;
}

/** A path of a route. */
interface Path<Param extends string> {
  params: Record<Param, string>;
}
