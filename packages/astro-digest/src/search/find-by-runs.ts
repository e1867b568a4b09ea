import { loadPapers, toFound, type IndexedPaper } from './found-paper.ts';
import { foundAmong, hasAllWords, type Found } from './found.ts';
import type { Indexes } from './indexes.ts';
import { inFixedOrder } from './merge-lists.ts';
import { isRun, toPagefindQuery, type Query, type Term } from './query.ts';
import { isTelling } from './runs.ts';
import type { FoundList, WordLists } from './word-lists/open-word-lists.ts';

/** How many pairs of letters are looked up, each of which may load a file of each index; the papers that are read tell of the others. */
const mostPairs = 12;

/** How many papers are read to see whether they have the runs, and not only their pairs. */
const mostRead = 60;

/**
 * Finds the papers that have all words of a query of which some are runs. The lists of pairs are whole, so they tell which papers may have a
 * run, in an archive of any language; Pagefind, which parts runs in an index of their language only, is asked for the other words.
 */
export async function findByRuns(indexes: Indexes, lists: WordLists, query: Query): Promise<Found> {
  // Words of one letter are in the index where they stand alone, and not between runs; the papers that are read tell of them.
  const others = query.terms.filter((term) => !isRun(term) && term.whole.length > 1);
  const words = others.length === 0 ? null : toPagefindQuery(others);
  const [allIds, answers, found] = await Promise.all([
    indexes.ids(),
    indexes.ask(words),
    lists.find(pairsAskedFor(query.terms)),
  ]);
  const amounts = found.filter(({ length }) => length === 1).map((list) => amountsOf(list, allIds));
  const amountOf = ({ result }: IndexedPaper): number =>
    amounts.reduce((sum, own) => sum + (own.get(result.id) ?? 0), 0);
  const answered = answers.map((results) =>
    results.filter(({ id }) => amounts.every((own) => own.has(id))).map((result) => toFound(result, query)),
  );
  const having = answered.flat().sort((a, b) => amountOf(b) - amountOf(a));

  const read = await loadPapers(having.slice(0, mostRead));
  const first = foundAmong(read);
  const rest = having.slice(mostRead);
  const { length: complete } = read.filter(({ match }) => hasAllWords(match) && match.hasPhrases);
  // The papers that come later have less of the pairs: where those that have most of them lack the run, so do these.
  if (rest.length === 0 || complete < read.length / 2) return first;
  const kept = new Set([...first.ids, ...rest.map(({ result }) => result.id)]);
  return {
    ...first,
    ids: [...kept],
    async inOrder(sort, allows) {
      const isShown = ({ result }: IndexedPaper): boolean => kept.has(result.id) && allows(result.id);
      if (sort === 'relevance') return [...(await first.inOrder(sort, allows)), ...rest.filter(isShown)];
      return inFixedOrder(
        indexes,
        answered.map((papers) => papers.filter(isShown)),
        sort,
      );
    },
  };
}

/** Pairs of the runs, those first that tell what a text is about. */
function pairsAskedFor(terms: readonly Term[]): string[] {
  const pairs = terms.filter(isRun).flatMap(({ whole, parts }) => (parts.length > 0 ? parts : [whole]));
  const first = pairs.filter(isTelling);
  return [...new Set([...first, ...pairs])].slice(0, mostPairs);
}

/** How much each paper has of what a list is of, by its id. */
function amountsOf({ having }: FoundList, ids: readonly string[][]): Map<string, number> {
  return new Map(
    having.flatMap((papers, index) =>
      papers.map(({ place, amount }) => [ids[index]?.[place] ?? '', amount] as const),
    ),
  );
}
