import { findTopics, joiningPapers, mostTopics } from './found-topics.ts';
import { fold } from './fold.ts';
import { findNamed } from './named-topics.ts';
import { latestPapersFirst, type PlacedPaper } from './paper-order.ts';
import type { PaperTexts } from './paper-texts.ts';
import { uniqueSlugs } from './slugs.ts';

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
  named?: Record<string, readonly string[]>;
  /** Whether to look for others. Default: `true`. */
  found?: boolean;
  /** How many to find at most. Default: from 12 to 60, by the number of papers that are learnt from. */
  most?: number;
}

/** A found topic is one of the named when they share this much of their papers. */
const sameAsNamed = 0.6;

/**
 * Puts papers into topics: those that the site names, in the order of its options, then those found in the texts, the
 * largest first. Topics without papers are left out.
 *
 * @param papers those of the texts, in any order
 * @param texts what they say, read with the terms of the named topics as known texts
 */
export function topicsOf(
  papers: readonly PlacedPaper[],
  texts: PaperTexts,
  { named = {}, found = true, most = mostTopics(texts.reading.learnt) }: TopicOptions = {},
): Topic[] {
  const phrases = findNamed(texts.reading, Object.values(named));
  const given = Object.entries(named).map(([name, terms], index): Draft => ({
    name,
    terms: [...terms],
    papers: new Set(phrases[index]?.filter((paper) => paper < texts.reading.learnt)),
    joining: phrases[index]?.filter((paper) => paper >= texts.reading.learnt) ?? [],
    origin: 'named',
  }));
  const drafts = [
    ...given.filter(({ papers, joining }) => papers.size + joining.length > 0),
    ...(found ? findIn(texts, given, most) : []),
  ];
  const slugs = uniqueSlugs(
    drafts.map(({ name }) => name),
    'topic',
  );
  const { ids } = texts.reading;
  const ranks = new Map(latestPapersFirst(papers).map(({ id }, rank) => [id, rank]));
  const rankOf = ids.map((id) => ranks.get(id) as number);
  return drafts.map(({ joining, ...draft }, index) => ({
    ...draft,
    slug: slugs[index] as string,
    papers: [...draft.papers, ...joining]
      .sort((a, b) => (rankOf[a] as number) - (rankOf[b] as number))
      .map((paper) => ids[paper] as string),
  }));
}

/** A topic with the numbers of its papers. */
interface Draft extends Omit<Topic, 'slug' | 'papers'> {
  /** Those that are learnt from, which alone decide what is a topic. */
  papers: Set<number>;
  /** The others. */
  joining: readonly number[];
}

/** Topics that the texts have besides those that are given. */
function findIn(texts: PaperTexts, given: readonly Draft[], most: number): Draft[] {
  const topics = findTopics(texts, most);
  const joining = joiningPapers(topics, texts);
  const forms = texts.index.formsOf(topics.flatMap(({ terms }) => terms.map(({ term }) => term)));
  return topics
    .map(({ terms, papers }, index): Draft => {
      const written = terms.map(({ term }) => forms.get(term) as string);
      const name = capitalized(written[0] as string);
      return { name, terms: written, papers, joining: joining[index] ?? [], origin: 'found' };
    })
    .filter((topic) => !given.some((other) => isSame(topic, other)))
    .slice(0, most)
    .sort((a, b) => b.papers.size - a.papers.size || (a.name < b.name ? -1 : 1));
}

function isSame(a: Draft, b: Draft): boolean {
  const terms = new Set([b.name, ...b.terms].map(fold));
  if ([a.name, ...a.terms].some((term) => terms.has(fold(term)))) return true;
  const shared = [...a.papers].filter((paper) => b.papers.has(paper)).length;
  return shared > 0 && shared >= sameAsNamed * (a.papers.size + b.papers.size - shared);
}

/** A name with a capital at its start, unless its first word has capitals of its own. */
function capitalized(name: string): string {
  const [first = ''] = name.split(' ');
  return first === first.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
