import type { Topic } from '../model/topics.ts';

/** Names of the topics of each paper, by its id. */
export function topicNames(topics: readonly Topic[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { name, papers } of topics) {
    for (const id of papers) {
      const own = names.get(id);
      if (own) own.push(name);
      else names.set(id, [name]);
    }
  }
  return names;
}
