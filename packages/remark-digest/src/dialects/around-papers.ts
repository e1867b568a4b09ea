import type { Extent } from '../text/located-text.ts';
import type { IssueDraft } from './dialect.ts';

/**
 * Takes all that stands around records for understood: brackets, tags and keys of lists, and values that a message names.
 *
 * @param issues whose papers have extents; each gets the stretches before its papers
 * @param value the text
 * @param whole from where to where it holds records
 */
export function addFurniture(issues: readonly IssueDraft[], value: string, whole: Extent): void {
  const papers = issues
    .flatMap((issue) => issue.papers.map(({ extent }) => ({ issue, extent: extent as Extent })))
    .sort((a, b) => a.extent.start - b.extent.start);
  const furniture = new Map<IssueDraft, Extent[]>(issues.map((issue) => [issue, []]));
  let done = whole.start;
  const add = (issue: IssueDraft | undefined, end: number): void => {
    if (issue && value.slice(done, end).trim() !== '') furniture.get(issue)?.push({ start: done, end });
  };
  for (const { issue, extent } of papers) {
    add(issue, extent.start);
    done = Math.max(done, extent.end);
  }
  add(papers.at(-1)?.issue ?? issues[0], whole.end);
  for (const [issue, extents] of furniture) issue.furniture = extents;
}
