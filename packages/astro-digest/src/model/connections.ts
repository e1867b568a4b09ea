import type { ConnectionOptions } from './connection-options.ts';
import { once } from './once.ts';
import { earliestPapersFirst, type PlacedPaper } from './paper-order.ts';
import { textsOf } from './paper-texts.ts';
import type { TextPaper } from './reading.ts';
import { relatedPapers, type RelatedPaper } from './related.ts';
import { topicsOf, type Topic } from './topics.ts';
import { volumesOf } from './volumes.ts';

/** What connects papers with others. */
export interface Connections {
  /** The site's own topics, then those found in the texts. */
  readonly topics: readonly Topic[];
  /** Papers that are related to others, by the id of the other, the nearest first. */
  readonly related: ReadonlyMap<string, readonly RelatedPaper[]>;
}

/**
 * Finds what connects papers, topics and related papers each when they are first asked for; the texts are read once for both.
 *
 * @param papers each once: of a paper that several issues have, its first appearance only
 */
export function connectionsOf(
  papers: readonly (TextPaper & PlacedPaper)[],
  { topics: hasTopics, named, found, related: count }: ConnectionOptions,
): Connections {
  const learnt = learntPapers(papers);
  const texts = textsOf(papers, Object.values(named).flat(), (id) => learnt.has(id));
  const topics = once(() => (hasTopics ? topicsOf(papers, texts, { named, found }) : []));
  const related = once(() =>
    count > 0 ? relatedPapers(texts, { count, rankOf: ranksOf(papers) }) : new Map<string, RelatedPaper[]>(),
  );
  return {
    get topics() {
      return topics();
    },
    get related() {
      return related();
    },
  };
}

/** Numbers of the issues of papers in time. */
function ranksOf(papers: readonly PlacedPaper[]): (id: string) => number {
  const ranks = new Map<string, number>();
  let rank = 0;
  let issue: string | undefined;
  for (const { id, data } of earliestPapersFirst(papers)) {
    if (issue !== data.issue.id) rank += 1;
    issue = data.issue.id;
    ranks.set(id, rank);
  }
  return (id) => ranks.get(id) ?? 0;
}

/** From fewer papers nothing is learnt that holds: then all papers are learnt from. */
const fewestLearnt = 500;

/** By how much an archive grows before something is learnt anew. */
const growth = 1.25;

/**
 * Ids of the papers from which it is learnt what is frequent and what is rare, which topics there are, and in which words: those of closed
 * volumes, the earliest issues first and each as a whole, until there are as many as a number that grows in steps. So papers find their place
 * among the others as they come, and change nothing but what they are related to; and when a volume closes, most often nothing moves.
 */
function learntPapers(papers: readonly PlacedPaper[]): ReadonlySet<string> {
  const byIssue = Map.groupBy(papers, ({ data }) => data.issue.id);
  const issues = [...byIssue].map(([id, group]) => ({
    id,
    date: group[0]?.data.issueDate,
    papers: group.length,
  }));
  const closed = volumesOf(issues)
    .filter(({ isClosed }) => isClosed)
    .flatMap(({ issues }) => issues.map((id) => byIssue.get(id) ?? []))
    .toReversed();
  const count = closed.reduce((sum, { length }) => sum + length, 0);
  if (count < fewestLearnt) return new Set(papers.map(({ id }) => id));
  const least = fewestLearnt * growth ** Math.floor(Math.log(count / fewestLearnt) / Math.log(growth));
  const learnt = new Set<string>();
  for (const group of closed) {
    if (learnt.size >= least) break;
    for (const { id } of group) learnt.add(id);
  }
  return learnt;
}

/** Connections as they are kept in a file: JSON. */
export interface KeptConnections {
  topics: readonly Topic[];
  related: readonly (readonly [string, readonly RelatedPaper[]])[];
}

/** What is kept of connections. */
export function keepConnections({ topics, related }: Connections): KeptConnections {
  return { topics, related: [...related] };
}

/** Connections that were kept. */
export function keptConnections({ topics, related }: KeptConnections): Connections {
  return { topics, related: new Map(related) };
}
