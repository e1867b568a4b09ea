import type { SearchRecord } from '../content/sync-files.ts';
import { textsOf } from '../model/paper-texts.ts';
import { searchedTopics, searchesFoundTopics } from '../model/searched-topics.ts';
import { topicsOf } from '../model/topics.ts';

/** How the site wants its topics. */
export interface TopicNameOptions {
  /** Topics by name, each with its terms. */
  named: Record<string, string[]>;
  /** Whether to look for others. */
  found: boolean;
}

/** Names of the topics of each paper that papers can be filtered by, by its id. */
export function topicNames(
  records: readonly SearchRecord[],
  { named, found }: TopicNameOptions,
): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const isFound = found && searchesFoundTopics(records.length);
  if (!isFound && Object.keys(named).length === 0) return names;
  const papers = records.map(({ id, title, text, issue, date }, position) => ({
    id,
    body: text,
    data: { title, issue: { collection: 'issues' as const, id: issue }, issueDate: date, position },
  }));
  const topics = topicsOf(papers, textsOf(papers, Object.values(named).flat()), { named, found: isFound });
  for (const { name, papers: ids } of searchedTopics(topics, records.length)) {
    for (const id of ids) names.set(id, [...(names.get(id) ?? []), name]);
  }
  return names;
}
