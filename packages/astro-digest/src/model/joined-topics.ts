import type { Learnt } from './learnt.ts';
import type { OtherPapers } from './other-papers.ts';
import type { TextPaper } from './reading.ts';
import { joinTopics } from './topics.ts';

/** Topics of papers, by what was learnt, which is the same from digest to digest in the dev server. */
const known = new WeakMap<Learnt, WeakMap<TextPaper, readonly number[]>>();

/**
 * Puts papers from which nothing was learnt into topics. Which topics a paper has rests on what was learnt and on its own text, so that only papers
 * are read that are new.
 *
 * @param named phrases of the named topics, in their order
 * @param read reads some of the papers
 * @returns for each topic the numbers of its papers among these
 */
export function joinedTopics(
  learnt: Learnt,
  named: readonly (readonly string[])[],
  papers: readonly TextPaper[],
  read: (papers: readonly TextPaper[]) => OtherPapers,
): number[][] {
  const topicsOf = known.get(learnt) ?? new WeakMap<TextPaper, readonly number[]>();
  known.set(learnt, topicsOf);
  const unknown = papers.filter((paper) => !topicsOf.has(paper));
  if (unknown.length > 0) {
    const others = read(unknown);
    const found = new Map<string, number[]>(others.ids.map((id) => [id, []]));
    for (const [topic, joining] of joinTopics(learnt, named, others).entries())
      for (const paper of joining) found.get(others.ids[paper] as string)?.push(topic);
    for (const paper of unknown) topicsOf.set(paper, found.get(paper.id) ?? []);
  }
  const joined = learnt.topics.map((): number[] => []);
  for (const [number, paper] of papers.entries())
    for (const topic of topicsOf.get(paper) ?? []) joined[topic]?.push(number);
  return joined;
}
