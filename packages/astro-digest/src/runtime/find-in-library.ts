import type { Issue, Paper } from '../model/entries.ts';
import type { Library } from '../model/library.ts';

/**
 * The issue of that id with its papers; without an id the latest one, and `undefined` as long as there is none.
 *
 * @throws Error when there is no such issue
 */
export function findIssue(
  library: Library,
  id: string | undefined,
): { issue: Issue; papers: Paper[] } | undefined {
  const issue = id === undefined ? library.issues[0] : library.issue(id);
  if (issue) return { issue, papers: library.papersOf(issue) };
  if (id === undefined) return undefined;
  throw new Error(
    `There is no issue \`${id}\`: write the id of one, such as ${library.issues[0]?.id ?? '2025-03-12'}.`,
  );
}

/**
 * The paper of that id, or the paper that is given.
 *
 * @throws Error when there is no such paper
 */
export function findPaper(library: Library, paper: Paper | string): Paper {
  const found = typeof paper === 'string' ? library.paper(paper) : paper;
  if (found) return found;
  const example = library.papers[0]?.id ?? '2025-03-12/pointer-networks';
  throw new Error(`There is no paper \`${String(paper)}\`: write the id of one, such as ${example}.`);
}
