import type { ConnectionOptions } from './connection-options.ts';
import { joinedTopics } from './joined-topics.ts';
import { once } from './once.ts';
import { earliestPapersFirst, type PlacedPaper } from './paper-order.ts';
import type { TextPaper } from './reading.ts';
import { learn, type Learnt } from './learnt.ts';
import type { LearntMemory } from './learnt-memory.ts';
import { readOthers, type OtherPapers } from './other-papers.ts';
import { addVectors } from './paper-vectors.ts';
import { papersBefore, relatedPapers, type RelatedPaper } from './related.ts';
import { toTopics, type Topic } from './topics.ts';
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
 * @param memory what was learnt before. Default: nothing
 */
export function connectionsOf(
  papers: readonly (TextPaper & PlacedPaper)[],
  { topics: hasTopics, named, found, related: count }: ConnectionOptions,
  memory?: LearntMemory,
): Connections {
  const { learnt: own, others } = partLearnt(papers);
  const ranksOf = issueRanks([...earliestPapersFirst(own), ...earliestPapersFirst(others)]);
  const options = { named: hasTopics ? named : {}, found: hasTopics && found, count };
  const learnt = once(() => {
    if (!memory || others.length === 0) return learn(own, options, ranksOf);
    return memory.recall({ papers: earliestPapersFirst(own), options }, () => learn(own, options, ranksOf));
  });
  const more = once(() => readOthers(learnt(), others));
  const topics = once(() => {
    const { topics, vectors } = learnt();
    const joining = joinedTopics(learnt(), Object.values(options.named), others, (papers) =>
      papers.length === others.length ? more() : readOthers(learnt(), papers),
    );
    const ids = [...vectors.ids, ...others.map(({ id }) => id)];
    return toTopics(topics, papers, ids, vectors.ids.length, joining);
  });
  const related = once(() => relateAll(learnt(), more(), count, ranksOf));
  return {
    get topics() {
      return hasTopics ? topics() : [];
    },
    get related() {
      return count > 0 ? related() : new Map<string, RelatedPaper[]>();
    },
  };
}

/** Finds for each paper the related ones. */
function relateAll(
  learnt: Learnt,
  others: OtherPapers,
  count: number,
  ranksOf: (ids: readonly string[]) => Int32Array,
): Map<string, RelatedPaper[]> {
  const { vectors, terms, before } = learnt;
  const ids = [...vectors.ids, ...others.ids];
  const ranks = ranksOf(ids);
  const all = addVectors(vectors, others, terms.frequency, ranks.subarray(vectors.ids.length));
  const later = others.ids.length > 0 ? papersBefore(all, count, ranks, vectors.ids.length) : [];
  const isKnown = (term: number): boolean => (terms.frequency[term] ?? 0) > 1;
  return relatedPapers(ids, [...before, ...later], ranks, count, (asked) => {
    const forms = new Map<number, string>();
    for (const term of asked) {
      const form = learnt.forms.get(term);
      if (form !== undefined) forms.set(term, form);
    }
    const unknown = asked.filter((term) => !isKnown(term));
    for (const [term, form] of others.formsOfNew(unknown, ranks.subarray(vectors.ids.length)))
      forms.set(term, form);
    return forms;
  });
}

/** Gives numbers of the issues of papers that are given in time. */
function issueRanks(papers: readonly PlacedPaper[]): (ids: readonly string[]) => Int32Array {
  const ranks = new Map<string, number>();
  let rank = 0;
  let issue: string | undefined;
  for (const { id, data } of papers) {
    if (issue !== data.issue.id) rank += 1;
    issue = data.issue.id;
    ranks.set(id, rank);
  }
  return (ids) => Int32Array.from(ids, (id) => ranks.get(id) ?? 0);
}

/** From fewer papers nothing is learnt that holds: then all papers are learnt from. */
const fewestLearnt = 500;

/** By how much an archive grows before something is learnt anew. */
const growth = 1.25;

/**
 * Parts the papers from which it is learnt what is frequent and what is rare, which topics there are, and in which words: those of closed
 * volumes, the earliest issues first and each as a whole, until there are as many as a number that grows in steps. So papers find their place
 * among the others as they come, and change nothing but what they are related to; and when a volume closes, most often nothing moves.
 */
function partLearnt<Kind extends PlacedPaper>(papers: readonly Kind[]): { learnt: Kind[]; others: Kind[] } {
  const closed = closedIssues(papers);
  const count = papersIn(closed);
  if (count < fewestLearnt) return { learnt: [...papers], others: [] };
  const least = fewestLearnt * growth ** Math.floor(Math.log(count / fewestLearnt) / Math.log(growth));
  const learnt = new Set<Kind>();
  for (const group of closed) {
    if (learnt.size >= least) break;
    for (const paper of group) learnt.add(paper);
  }
  return { learnt: [...learnt], others: papers.filter((paper) => !learnt.has(paper)) };
}

/** Whether topics are found in the papers of closed volumes alone, so that a day adds papers to them and changes none. */
export function areTopicsSettled(papers: readonly PlacedPaper[]): boolean {
  return papersIn(closedIssues(papers)) >= fewestLearnt;
}

/** The papers of each issue of closed volumes, the earliest first. */
function closedIssues<Kind extends PlacedPaper>(papers: readonly Kind[]): Kind[][] {
  const byIssue = Map.groupBy(papers, ({ data }) => data.issue.id);
  const issues = [...byIssue].map(([id, group]) => ({
    id,
    date: group[0]?.data.issueDate,
    papers: group.length,
  }));
  return volumesOf(issues)
    .filter(({ isClosed }) => isClosed)
    .flatMap(({ issues }) => issues.map((id) => byIssue.get(id) ?? []))
    .toReversed();
}

function papersIn(issues: readonly (readonly unknown[])[]): number {
  return issues.reduce((sum, { length }) => sum + length, 0);
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
