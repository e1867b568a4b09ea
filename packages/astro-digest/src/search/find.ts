import {
  byMatch,
  bySite,
  byVotes,
  loadPapers,
  toFound,
  type FoundPaper,
  type IndexedPaper,
  type LoadedPaper,
  type Order,
} from './found-paper.ts';
import type { Filters, Sort } from './filters.ts';
import type { Indexes } from './indexes.ts';
import { havingKnownWords } from './known-words.ts';
import type { Match } from './match.ts';
import { mergeLists } from './merge-lists.ts';
import { toPagefindQuery, type Phrase, type Query } from './query.ts';
import { titleKey } from './title-key.ts';
import { isHeavy } from './words.ts';

/** Papers that a query finds. */
export interface Found {
  /** The best first; those that come later are loaded when they are shown. */
  papers: readonly FoundPaper[];
  /** How the best one answers; absent when nothing is found. */
  best?: Match | undefined;
}

/** How many of the first results are put into our own order: of each index at least so many, and of all together. */
const reordered = { each: 6, all: 40 };

/** How many results are looked through for a phrase. */
const lookedThrough = 60;

const orders: Record<Sort, Order> = { relevance: byMatch, newest: bySite, votes: byVotes };

/** Finds the papers that have all words of a query. */
export async function find(indexes: Indexes, query: Query, filters: Filters, sort: Sort): Promise<Found> {
  const words = query.terms.length === 0 ? null : toPagefindQuery(query.terms);
  // Without words no paper is better than another.
  const shown = words === null && sort === 'relevance' ? 'newest' : sort;
  const options = { filters, sort: shown === 'relevance' ? undefined : shown };
  const onlyHeavy = query.phrases.length === 1 && query.terms.every(({ whole }) => isHeavy(whole));
  const answers = await indexes.ask(onlyHeavy ? `"${query.phrases[0]?.words}"` : words, options);
  const all = answers.map((results) => results.map((result) => toFound(result, query)));
  const lists = await havingKnownWords(indexes, all, query);
  let papers: readonly FoundPaper[];
  if (query.phrases.length > 0) {
    papers = await havingPhrases(lists, query.phrases, shown, async (phrase) => {
      const having = await indexes.ask(`"${phrase.words}"`, options);
      return having.map((results) => new Set(results.map(({ id }) => id)));
    });
  } else if (shown !== 'relevance') papers = mergeLists(lists, orders[shown]);
  else papers = await bestFirst(indexes, lists, query, filters);
  return { papers, best: papers[0] && (await papers[0].load()).match };
}

/** Puts the first papers of each index in order. */
async function bestFirst(
  indexes: Indexes,
  lists: readonly IndexedPaper[][],
  query: Query,
  filters: Filters,
): Promise<IndexedPaper[]> {
  const counts = countsOfFirst(lists);
  const firsts = await Promise.all(lists.map((list, index) => loadPapers(list.slice(0, counts[index]))));
  const first = firsts.flat();
  const rest = lists
    .flatMap((list, index) => list.slice(counts[index]))
    .sort((a, b) => b.result.score - a.result.score);
  if (rest.length === 0 || first.some(({ match }) => match.isTitle)) return inOrder(first, byMatch);

  // Hundreds may have the same words in their titles: the one that is the title is found by its key.
  const inTitle = firsts.some(([best]) => best?.match.fields.every((fields) => fields.includes('title')));
  if (!inTitle) return [...inOrder(first, byMatch), ...rest];
  const answers = await indexes.ask(titleKey(query.text), { filters });
  const titled = await loadPapers(
    answers.flatMap((results) => results.slice(0, 3)).map((result) => toFound(result, query)),
  );
  const titles = titled.filter(({ match }) => match.isTitle);
  const ids = new Set(titles.map(({ paper }) => paper.result.id));
  return [...inOrder([...titles, ...first], byMatch), ...rest.filter(({ result }) => !ids.has(result.id))];
}

/** How many of each list are among the first: those that the indexes think the best of all, and some of each. */
function countsOfFirst(lists: readonly IndexedPaper[][]): number[] {
  const counts = lists.map(({ length }) => Math.min(length, reordered.each));
  const others = lists
    .flatMap((list, index) => list.slice(counts[index]).map(({ result }) => ({ index, score: result.score })))
    .sort((a, b) => b.score - a.score);
  const left = reordered.all - counts.reduce((sum, count) => sum + count, 0);
  for (const { index } of others.slice(0, Math.max(0, left))) counts[index] = (counts[index] as number) + 1;
  return counts;
}

function inOrder(papers: readonly LoadedPaper[], order: Order): IndexedPaper[] {
  return [...papers].sort(order).map(({ paper }) => paper);
}

/**
 * The papers whose texts have the phrases.
 *
 * @param idsWith asks each index for all papers with a phrase, by its list of words that nearly every paper has, which is long
 */
async function havingPhrases(
  lists: readonly IndexedPaper[][],
  phrases: readonly Phrase[],
  sort: Sort,
  idsWith: (phrase: Phrase) => Promise<ReadonlySet<string>[]>,
): Promise<readonly FoundPaper[]> {
  const isLikely = ({ result }: IndexedPaper): boolean =>
    result.matchedMetaFields?.includes('title') === true ||
    phrases.every((phrase) => fits(result.words, phrase));
  let likely = lists.map((list) => list.filter(isLikely));
  if (likely.flat().length > lookedThrough) {
    const ids = await Promise.all(phrases.map(idsWith));
    likely = lists.map((list, index) =>
      list.filter(({ result }) => ids.every((having) => having[index]?.has(result.id))),
    );
    if (likely.flat().length > lookedThrough) return mergeLists(likely, orders[sort]);
  }
  for (const candidates of [likely, lists]) {
    const loaded = await loadPapers(candidates.flatMap((list) => list.slice(0, lookedThrough)));
    const having = loaded.filter(({ match }) => match.hasPhrases);
    if (having.length > 0) return inOrder(having, orders[sort]);
  }
  return [];
}

/** Whether words that were found stand as far from one another as those of a phrase. */
function fits(places: readonly number[], { offsets: [first, ...others] }: Phrase): boolean {
  if (first === undefined) return true;
  const all = new Set(places);
  return places.some((place) => others.every((offset) => all.has(place - first + offset)));
}
