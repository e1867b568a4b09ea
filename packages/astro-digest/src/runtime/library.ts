import { getCollection } from 'astro:content';
import type { Issue, Paper } from '../model/entries.ts';
import { latestFirst } from '../model/order.ts';

/** All issues, and the papers of each. */
export interface Library {
  /** The latest first. */
  issues: Issue[];
  /** Papers of an issue, in the order of its digest. */
  papersOf(issue: Issue): Paper[];
}

let kept: Promise<Library> | undefined;

/** Reads both collections; in a build once, in the dev server each time, because digests change there. */
export function getLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return readLibrary();
  return (kept ??= readLibrary());
}

async function readLibrary(): Promise<Library> {
  const issues = latestFirst((await entriesOf('issues')) as unknown as Issue[]);
  const papers = new Map(
    ((await entriesOf('papers')) as unknown as Paper[]).map((paper) => [paper.id, paper]),
  );
  return {
    issues,
    papersOf: (issue) => issue.data.papers.flatMap(({ id }) => papers.get(id) ?? []),
  };
}

// A site's own types know its collections; this package is compiled without them.
const entriesOf = getCollection as unknown as (collection: string) => Promise<unknown[]>;
