import { findTopics, mostTopics } from './found-topics.ts';
import { fold } from './fold.ts';
import { findNamed } from './named-topics.ts';
import { latestPapersFirst, type PlacedPaper } from './paper-order.ts';
import { isGeneral } from './general-words.ts';
import type { PaperTexts } from './paper-texts.ts';
import type { OtherPapers } from './other-papers.ts';
import type { PaperVectors } from './paper-vectors.ts';
import { leastMentions, type Candidate } from './topic-candidates.ts';
import { broaderTopics } from './topic-groups.ts';
import { uniqueSlugs } from './slugs.ts';
import { isAbout } from './term-index.ts';

/** What several papers are about. */
export interface Topic {
  /** For readers, such as `Few-shot learning`. */
  name: string;
  /** Name in addresses, each once. */
  slug: string;
  /** Terms by which its papers were found, as they stand in the texts or in the site's options. */
  terms: string[];
  /** Ids of its papers, the latest first. */
  papers: string[];
  /** Whether the site's options name it, or the texts do. */
  origin: 'named' | 'found';
  /** Slug of the broader topic that it is within; none of those that are broad, or stand alone. */
  within?: string;
}

/** How papers are put into topics. */
export interface TopicOptions {
  /** Topics by name, each with the terms that a paper must have one of in its title or abstract. Default: none. */
  named?: Readonly<Record<string, readonly string[]>>;
  /** Whether to look for others. Default: `true`. */
  found?: boolean;
  /** How many to find at most. Default: from 12 to 80, by the number of papers that are learnt from. */
  most?: number;
}

/** A topic of papers that are learnt from. Plain data, so that it can be kept. */
export interface LearntTopic extends Pick<Topic, 'name' | 'terms' | 'origin'> {
  /** Numbers of the terms that papers are about; none for a topic that the site names. */
  termNumbers: number[];
  /** Numbers of its papers. */
  papers: number[];
  /** Number of the broader topic that it is within. */
  within?: number;
}

/** A found topic is one of the named when they share this much of their papers. */
const sameAsNamed = 0.6;

/**
 * Learns topics from papers: those that the site names, in the order of its options and also without papers, then those found in the texts,
 * the largest first.
 *
 * @param texts what the papers say, read with the terms of the named topics as known texts
 */
export function learnTopics(
  texts: PaperTexts,
  { named = {}, found = true, most = mostTopics(texts.reading.ids.length) }: TopicOptions = {},
): LearntTopic[] {
  const phrases = findNamed(texts.reading, Object.values(named));
  const given = Object.entries(named).map(([name, terms], index): LearntTopic => ({
    name,
    terms: [...terms],
    termNumbers: [],
    papers: phrases[index] ?? [],
    origin: 'named',
  }));
  if (!found) return given;
  const others = findIn(texts, given, most);
  const within = broaderTopics(texts, others);
  return [
    ...given,
    ...others.map(({ topic }, index) => {
      const broader = within[index];
      return broader === undefined ? topic : { ...topic, within: given.length + broader };
    }),
  ];
}

/**
 * Puts papers from which nothing was learnt into topics: those that have a phrase of a named one, or are about a term of a found one.
 *
 * @param learnt the topics, and what terms consist of
 * @param named phrases of the named topics, in their order
 * @returns for each topic the numbers of its papers among these
 */
export function joinTopics(
  {
    topics,
    vectors: { wordsOf },
  }: { topics: readonly LearntTopic[]; vectors: Pick<PaperVectors, 'wordsOf'> },
  named: readonly (readonly string[])[],
  { ids, reading, list }: Pick<OtherPapers, 'ids' | 'reading' | 'list'>,
): number[][] {
  const topicsOfTerm = new Map<number, number[]>();
  for (const [topic, { termNumbers }] of topics.entries()) {
    for (const term of termNumbers) topicsOfTerm.set(term, [...(topicsOfTerm.get(term) ?? []), topic]);
  }
  const joining = topics.map(() => new Set<number>());
  for (let paper = 0; paper < ids.length; paper++) {
    for (let at = list.starts[paper] as number; at < (list.starts[paper + 1] as number); at++) {
      const own = topicsOfTerm.get(list.terms[at] as number);
      if (own && isAbout(list, at, leastMentions(wordsOf(list.terms[at] as number))))
        for (const topic of own) joining[topic]?.add(paper);
    }
  }
  const phrases = findNamed(reading, named);
  return joining.map((papers, topic) => phrases[topic] ?? [...papers]);
}

/**
 * The topics as readers see them; those without papers are left out.
 *
 * @param papers all of them, in any order
 * @param ids of all papers: of those that were learnt from, by number, then of the others
 * @param learnt how many papers were learnt from. Default: all
 * @param joining numbers of the others that topics have, by topic. Default: none
 */
export function toTopics(
  topics: readonly LearntTopic[],
  papers: readonly PlacedPaper[],
  ids: readonly string[],
  learnt: number = ids.length,
  joining: readonly (readonly number[])[] = [],
): Topic[] {
  const ranks = new Map(latestPapersFirst(papers).map(({ id }, rank) => [id, rank]));
  const rankOf = (id: string): number => ranks.get(id) as number;
  const whole = topics.map((topic, index) => ({
    ...topic,
    index,
    papers: [...topic.papers, ...(joining[index] ?? []).map((paper) => learnt + paper)].map(
      (paper) => ids[paper] as string,
    ),
  }));
  const present = whole.filter(({ papers }) => papers.length > 0);
  const slugs = uniqueSlugs(
    present.map(({ name }) => name),
    'topic',
  );
  const slugOf = new Map(present.map(({ index }, place) => [index, slugs[place] as string]));
  return present.map(({ name, terms, papers, origin, index, within }) => {
    const broader = within === undefined ? undefined : slugOf.get(within);
    return {
      name,
      slug: slugOf.get(index) as string,
      terms,
      papers: papers.toSorted((a, b) => rankOf(a) - rankOf(b)),
      origin,
      ...(broader === undefined ? {} : { within: broader }),
    };
  });
}

/** Topics that the texts have besides those that are given. */
function findIn(
  texts: PaperTexts,
  given: readonly LearntTopic[],
  most: number,
): { topic: LearntTopic; words: number[] }[] {
  const topics = findTopics(texts, most);
  const { stems } = texts.reading.lexicon;
  return topics
    .map(({ terms, papers }) => {
      const [{ name, words }] = terms as [Candidate];
      const termNumbers = terms.flatMap((term) => term.terms);
      const written = terms.flatMap((term) => term.written);
      const topic: LearntTopic = { name, terms: written, termNumbers, papers: [...papers], origin: 'found' };
      return { topic, words: words.filter((word) => !isGeneral(stems[word] as string)) };
    })
    .filter(({ topic }) => !given.some((other) => isSame(topic, other)))
    .slice(0, most)
    .sort(({ topic: a }, { topic: b }) => b.papers.length - a.papers.length || (a.name < b.name ? -1 : 1));
}

function isSame(a: LearntTopic, b: LearntTopic): boolean {
  const terms = new Set([b.name, ...b.terms].map(fold));
  if ([a.name, ...a.terms].some((term) => terms.has(fold(term)))) return true;
  const others = new Set(b.papers);
  const shared = a.papers.filter((paper) => others.has(paper)).length;
  return shared > 0 && shared >= sameAsNamed * (a.papers.length + b.papers.length - shared);
}
