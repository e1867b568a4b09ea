import type { Issue, Paper } from '../model/entries.ts';
import type { Period } from '../model/archive.ts';
import type { SharedName } from '../model/shared-names.ts';
import type { Topic } from '../model/topics.ts';
import { getLibrary, type Library } from './library.ts';

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

/** Whether the papers of an issue have votes to be ordered by. */
export function hasVotes(papers: readonly Paper[]): boolean {
  return papers.some(({ data }) => data.upvotes !== undefined);
}

/** Paths and data of the pages of all issues. */
export async function issuePaths(): Promise<{ params: { issue: string }; props: IssueRouteData }[]> {
  const library = await getLibrary();
  const { issues, papersOf } = library;
  return issues.map((issue, index) => ({
    params: { issue: issue.id },
    props: { library, issue, papers: papersOf(issue), ...neighbours(issues[index + 1], issues[index - 1]) },
  }));
}

/** Paths and data of the pages of issues by votes; only those that have votes have one. */
export async function byVotesPaths(): ReturnType<typeof issuePaths> {
  const paths = await issuePaths();
  return paths
    .filter(({ props }) => hasVotes(props.papers))
    .map(({ params, props }) => ({
      params,
      props: {
        ...props,
        byVotes: true,
        papers: props.papers.toSorted((a, b) => (b.data.upvotes ?? 0) - (a.data.upvotes ?? 0)),
      },
    }));
}

/** Paths and data of the pages of all papers; one that was in an earlier issue has its page there. */
export async function paperPaths(): Promise<
  { params: { issue: string; paper: string }; props: PaperRouteData }[]
> {
  const library = await getLibrary();
  const { issues, papersOf, homeOf } = library;
  return issues.flatMap((issue) =>
    papersOf(issue).flatMap((paper, index, papers) => {
      if (homeOf(paper) !== paper) return [];
      return {
        params: { issue: issue.id, paper: slugOf(paper) },
        props: { library, paper, issue, ...neighbours(papers[index - 1], papers[index + 1]) },
      };
    }),
  );
}

/** Paths and data of the pages of all years, months and weeks that have issues. */
export async function periodPaths(): Promise<{ params: { period: string }; props: PeriodRouteData }[]> {
  const library = await getLibrary();
  const { years, months, weeks } = library.archive;
  const paths = (kind: PeriodRouteData['kind'], periods: Period<Issue>[]) =>
    periods.map((period) => ({ params: { period: period.id }, props: { library, kind, period } }));
  return [...paths('year', years), ...paths('month', months), ...paths('week', weeks)];
}

/** Paths and data of the pages of all topics. */
export async function topicPaths(): Promise<{ params: { topic: string }; props: TopicRouteData }[]> {
  const library = await getLibrary();
  return library.topics.map((topic) => ({ params: { topic: topic.slug }, props: { library, topic } }));
}

/** Paths and data of the pages of all authors. */
export async function authorPaths(): Promise<{ params: { person: string }; props: PersonRouteData }[]> {
  const library = await getLibrary();
  return library.authors.map((person) => ({
    params: { person: person.slug },
    props: { library, kind: 'author', person },
  }));
}

/** Paths and data of the pages of all organizations. */
export async function organizationPaths(): ReturnType<typeof authorPaths> {
  const library = await getLibrary();
  return library.organizations.map((person) => ({
    params: { person: person.slug },
    props: { library, kind: 'organization', person },
  }));
}

/** Paths and data of the pages of all categories. */
export async function categoryPaths(): Promise<{ params: { category: string }; props: CategoryRouteData }[]> {
  const library = await getLibrary();
  return library.categories.map((category) => ({
    params: { category: category.slug },
    props: { library, category },
  }));
}

/** Data of the page of the latest issue; `undefined` while there is none. */
export async function latestIssue(): Promise<IssueRouteData | undefined> {
  return (await issuePaths())[0]?.props;
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

function neighbours<Entry>(
  previous: Entry | undefined,
  next: Entry | undefined,
): { previous?: Entry; next?: Entry } {
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}
