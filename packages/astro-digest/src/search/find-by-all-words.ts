import { once } from '../model/once.ts';
import type { Allows } from './facets/open-facets.ts';
import { byMatch, loadPapers, toFound, type IndexedPaper, type LoadedPaper } from './found-paper.ts';
import { bestOf, hasAllWords, type Answered, type Found } from './found.ts';
import type { Indexes } from './indexes.ts';
import { havingKnownWords } from './known-words.ts';
import { inFixedOrder } from './merge-lists.ts';
import { toPagefindQuery, type Query } from './query.ts';
import { titleKey } from './title-key.ts';

/** How many of the first results are put into our own order. */
const reordered = 32;

/** Asks for all words of a query, and reads the first paper of each index. */
export async function findByAllWords(indexes: Indexes, query: Query): Promise<Found> {
  const words = query.terms.length === 0 ? null : toPagefindQuery(query.terms);
  const answers = await indexes.ask(words);
  const all = answers.map((results) => results.map((result) => toFound(result, query)));
  // Without words no paper is better than another.
  const lists = words === null ? all : await havingKnownWords(indexes, all, query);
  const answered =
    words === null
      ? { isComplete: true }
      : answeredBy(await loadPapers(lists.flatMap((list) => list.slice(0, 1))));
  const titled = once(() => findTitled(indexes, lists, query));
  return {
    ...answered,
    readFurther: async (most) =>
      words === null ? answered : answeredBy((await loadFirst(lists, most)).flat()),
    ids: lists.flat().map(({ result }) => result.id),
    async inOrder(sort, allows) {
      const allowed = lists.map((list) => list.filter(({ result }) => allows(result.id)));
      if (sort === 'relevance' && words !== null) return bestFirst(allowed, titled, allows);
      return inFixedOrder(indexes, allowed, sort === 'votes' ? 'votes' : 'newest');
    },
  };
}

/**
 * Puts the first papers of each index in order.
 *
 * @param findTitled finds those whose title is what was typed
 */
async function bestFirst(
  lists: readonly IndexedPaper[][],
  findTitled: () => Promise<LoadedPaper[]>,
  allows: Allows,
): Promise<IndexedPaper[]> {
  const firsts = await loadFirst(lists, reordered);
  const first = firsts.flat();
  const rest = lists
    .flatMap((list, index) => list.slice(firsts[index]?.length))
    .sort((a, b) => b.result.score - a.result.score);
  if (rest.length === 0 || first.some(({ match }) => match.isTitle)) return inOrder(first);

  // Hundreds may have the same words in their titles: the one that is the title is found by its key.
  const inTitle = firsts.some(([best]) => best?.match.fields.every((fields) => fields.includes('title')));
  if (!inTitle) return [...inOrder(first), ...rest];
  const titles = (await findTitled()).filter(({ paper }) => allows(paper.result.id));
  const ids = new Set(titles.map(({ paper }) => paper.result.id));
  return [...inOrder([...titles, ...first]), ...rest.filter(({ result }) => !ids.has(result.id))];
}

/** Finds those of the papers whose title is what was typed. */
async function findTitled(
  indexes: Indexes,
  lists: readonly IndexedPaper[][],
  query: Query,
): Promise<LoadedPaper[]> {
  const answers = await indexes.ask(titleKey(query.text));
  const ids = new Set(answers.flatMap((results) => results.slice(0, 3)).map(({ id }) => id));
  const titled = await loadPapers(lists.flat().filter(({ result }) => ids.has(result.id)));
  return titled.filter(({ match }) => match.isTitle);
}

/** Loads the first papers of each list: those that the indexes think the best of all, and some of each. */
function loadFirst(lists: readonly IndexedPaper[][], most: number): Promise<LoadedPaper[][]> {
  const counts = lists.map(({ length }) => Math.min(length, Math.ceil(most / 6)));
  const others = lists
    .flatMap((list, index) => list.slice(counts[index]).map(({ result }) => ({ index, score: result.score })))
    .sort((a, b) => b.score - a.score);
  const left = most - counts.reduce((sum, count) => sum + count, 0);
  for (const { index } of others.slice(0, Math.max(0, left))) counts[index] = (counts[index] as number) + 1;
  return Promise.all(lists.map((list, index) => loadPapers(list.slice(0, counts[index]))));
}

function answeredBy(papers: readonly LoadedPaper[]): Answered {
  return { isComplete: papers.some(({ match }) => hasAllWords(match)), best: bestOf(papers) };
}

function inOrder(papers: readonly LoadedPaper[]): IndexedPaper[] {
  return [...papers].sort(byMatch).map(({ paper }) => paper);
}
