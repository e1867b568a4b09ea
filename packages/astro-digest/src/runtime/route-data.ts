import type { Issue, Paper } from '../model/entries.ts';
import { getLibrary } from './library.ts';

/** What the page of an issue shows. */
export interface IssueRouteData {
  issue: Issue;
  papers: Paper[];
  /** The issue before it in time. */
  previous?: Issue;
  /** The issue after it in time. */
  next?: Issue;
}

/** What the page of a paper shows. */
export interface PaperRouteData {
  paper: Paper;
  issue: Issue;
  /** The paper above it in the issue. */
  previous?: Paper;
  /** The paper below it in the issue. */
  next?: Paper;
}

/** Paths and data of the pages of all issues. */
export async function issuePaths(): Promise<{ params: { issue: string }; props: IssueRouteData }[]> {
  const { issues, papersOf } = await getLibrary();
  return issues.map((issue, index) => ({
    params: { issue: issue.id },
    props: { issue, papers: papersOf(issue), ...neighbours(issues[index + 1], issues[index - 1]) },
  }));
}

/** Paths and data of the pages of all papers. */
export async function paperPaths(): Promise<
  { params: { issue: string; paper: string }; props: PaperRouteData }[]
> {
  const { issues, papersOf } = await getLibrary();
  return issues.flatMap((issue) =>
    papersOf(issue).map((paper, index, papers) => ({
      params: { issue: issue.id, paper: paper.id.slice(issue.id.length + 1) },
      props: { paper, issue, ...neighbours(papers[index - 1], papers[index + 1]) },
    })),
  );
}

/** Data of the page of the latest issue; `undefined` while there is none. */
export async function latestIssue(): Promise<IssueRouteData | undefined> {
  return (await issuePaths())[0]?.props;
}

function neighbours<Entry>(
  previous: Entry | undefined,
  next: Entry | undefined,
): { previous?: Entry; next?: Entry } {
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}
