import { connectionsOf } from '../../src/model/connections.ts';
import type { TextPaper } from '../../src/model/reading.ts';
import type { RelatedPaper } from '../../src/model/related.ts';

/** The related papers of papers that came out together; a paper has five at most unless told otherwise. */
export function relatedOf(
  papers: readonly TextPaper[],
  count = 5,
): ReadonlyMap<string, readonly RelatedPaper[]> {
  const placed = papers.map(({ id, body, data }, position) => ({
    id,
    body,
    data: { title: data.title, position, issue: { collection: 'issues' as const, id: 'one' } },
  }));
  return connectionsOf(placed, { topics: false, named: {}, found: false, related: count }).related;
}
