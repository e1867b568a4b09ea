import type { Filters, FixedOrder } from './filters.ts';
import { byMatch, loadPapers, toFound, type IndexedPaper, type LoadedPaper } from './found-paper.ts';
import { bestOf, hasAllWords, orders, type Answered, type Found } from './found.ts';
import type { Indexes } from './indexes.ts';
import { havingKnownWords } from './known-words.ts';
import { mergeLists } from './merge-lists.ts';
import { toPagefindQuery, type Query } from './query.ts';
import { titleKey } from './title-key.ts';

/** How many of the first results are put into our own order. */
const reordered = 32;

/** Asks for all words of a query, and reads the first paper of each index. */
export async function findByAllWords(indexes: Indexes, query: Query, filters: Filters): Promise<Found> {
  const words = query.terms.length === 0 ? null : toPagefindQuery(query.terms);
  const ask = async (sort?: FixedOrder): Promise<IndexedPaper[][]> => {
    const answers = await indexes.ask(words, { filters, sort });
    return havingKnownWords(
      indexes,
      answers.map((results) => results.map((result) => toFound(result, query))),
      query,
    );
  };
  // Without words no paper is better than another.
  if (words === null) {
    const inOrder: Found['inOrder'] = async (sort) => {
      const shown = sort === 'relevance' ? 'newest' : sort;
      return mergeLists(await ask(shown), orders[shown]);
    };
    return { isComplete: true, readFurther: () => Promise.resolve({ isComplete: true }), inOrder };
  }
  const lists = await ask();
  const heads = await loadPapers(lists.flatMap((list) => list.slice(0, 1)));
  let best: Promise<IndexedPaper[]> | undefined;
  return {
    ...answeredBy(heads),
    async readFurther(most) {
      const papers = (await loadFirst(lists, most)).flat();
      return answeredBy(papers);
    },
    inOrder: async (sort) =>
      sort === 'relevance'
        ? (best ??= bestFirst(indexes, lists, query, filters))
        : mergeLists(await ask(sort), orders[sort]),
  };
}

/** Puts the first papers of each index in order. */
async function bestFirst(
  indexes: Indexes,
  lists: readonly IndexedPaper[][],
  query: Query,
  filters: Filters,
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
  const answers = await indexes.ask(titleKey(query.text), { filters });
  const titled = await loadPapers(
    answers.flatMap((results) => results.slice(0, 3)).map((result) => toFound(result, query)),
  );
  const titles = titled.filter(({ match }) => match.isTitle);
  const ids = new Set(titles.map(({ paper }) => paper.result.id));
  return [...inOrder([...titles, ...first]), ...rest.filter(({ result }) => !ids.has(result.id))];
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
