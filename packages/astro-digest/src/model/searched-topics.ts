import type { Topic } from './topics.ts';

/** With more papers than this, looking for topics in the texts once more for the search index would take too long. */
const mostPapers = 2000;

/** Whether topics that were found in the texts are filters of the search. */
export function searchesFoundTopics(papers: number): boolean {
  return papers <= mostPapers;
}

/** The topics that papers can be filtered by in the search. */
export function searchedTopics(topics: readonly Topic[], papers: number): Topic[] {
  return topics.filter(({ origin }) => origin === 'named' || searchesFoundTopics(papers));
}
