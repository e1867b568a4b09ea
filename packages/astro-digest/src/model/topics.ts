import { findTopics, mostTopics } from './found-topics.ts';
import { fold } from './fold.ts';
import { findNamed } from './named-topics.ts';
import { latestPapersFirst, type PlacedPaper } from './paper-order.ts';
import type { PaperTexts } from './paper-texts.ts';
import type { OtherPapers } from './other-papers.ts';
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
}

/** How papers are put into topics. */
export interface TopicOptions {
  /** Topics by name, each with the terms that a paper must have one of in its title or abstract. Default: none. */
  named?: Readonly<Record<string, readonly string[]>>;
  /** Whether to look for others. Default: `true`. */
  found?: boolean;
  /** How many to find at most. Default: from 12 to 60, by the number of papers that are learnt from. */
  most?: number;
}

/** A topic of papers that are learnt from. Plain data, so that it can be kept. */
export interface LearntTopic extends Pick<Topic, 'name' | 'terms' | 'origin'> {
  /** Numbers of the terms that papers are about; none for a topic that the site names. */
  termNumbers: number[];
  /** Numbers of its papers. */
  papers: number[];
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
  return found ? [...given, ...findIn(texts, given, most)] : given;
}

/**
 * Puts papers from which nothing was learnt into topics: those that have a phrase of a named one, or are about a term of a found one.
 *
 * @param named phrases of the named topics, in their order
 * @returns for each topic the numbers of its papers among these
 */
export function joinTopics(
  topics: readonly LearntTopic[],
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
      if (own && isAbout(list, at)) for (const topic of own) joining[topic]?.add(paper);
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
  const whole = topics.map(({ papers, ...topic }, index) => ({
    ...topic,
    papers: [...papers, ...(joining[index] ?? []).map((paper) => learnt + paper)].map(
      (paper) => ids[paper] as string,
    ),
  }));
  const present = whole.filter(({ papers }) => papers.length > 0);
  const slugs = uniqueSlugs(
    present.map(({ name }) => name),
    'topic',
  );
  return present.map(({ name, terms, papers, origin }, index) => ({
    name,
    terms,
    papers: papers.toSorted((a, b) => rankOf(a) - rankOf(b)),
    origin,
    slug: slugs[index] as string,
  }));
}

/** Topics that the texts have besides those that are given. */
function findIn(texts: PaperTexts, given: readonly LearntTopic[], most: number): LearntTopic[] {
  const topics = findTopics(texts, most);
  const { forms } = texts.index;
  return topics
    .map(({ terms, papers }): LearntTopic => {
      const termNumbers = terms.map(({ term }) => term);
      const written = termNumbers.map((term) => forms.get(term) as string);
      const name = capitalized(written[0] as string);
      return { name, terms: written, termNumbers, papers: [...papers], origin: 'found' };
    })
    .filter((topic) => !given.some((other) => isSame(topic, other)))
    .slice(0, most)
    .sort((a, b) => b.papers.length - a.papers.length || (a.name < b.name ? -1 : 1));
}

function isSame(a: LearntTopic, b: LearntTopic): boolean {
  const terms = new Set([b.name, ...b.terms].map(fold));
  if ([a.name, ...a.terms].some((term) => terms.has(fold(term)))) return true;
  const others = new Set(b.papers);
  const shared = a.papers.filter((paper) => others.has(paper)).length;
  return shared > 0 && shared >= sameAsNamed * (a.papers.length + b.papers.length - shared);
}

/** A name with a capital at its start, unless its first word has capitals of its own. */
function capitalized(name: string): string {
  const [first = ''] = name.split(' ');
  return first === first.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
