import { askedInTurn } from './asked-words.ts';
import type { Filters } from './filters.ts';
import { bySite, loadPapers, toFound, type LoadedPaper } from './found-paper.ts';
import type { Indexes } from './indexes.ts';
import type { KinFinder } from './kin/open-kin.ts';
import { stemsOf } from './kin/stems.ts';
import type { PagefindResult } from './pagefind-api.ts';
import { toPagefindQuery, type Query, type Term } from './query.ts';
import { strengthOf, worthOfWord } from './worth.ts';

/** How many words are asked for: those that tell most. Each loads a file of each index. */
const mostAsked = 6;

/** How many papers are read. */
const mostRead = 36;

/** A paper that has less than this share of what the best one has is not worth a look. */
const leastShare = 0.2;

/** How much of a paper's worth rests on the share of the words that it has. */
const completeness = 0.35;

/** What a word counts for that was not asked for, because others tell more: that of one that a tenth of the papers has. */
const usualWorth = worthOfWord(1, 10);

/** What the asides count for together. */
const asidesWorth = 0.3;

/** A paper that may be worth reading. */
interface Candidate {
  result: PagefindResult;
  /** What it counts for, as far as is known before it is read. */
  worth: number;
}

/** Terms that words stand for which may be in a paper in their place, and what these count for in each paper, by its id. */
interface Substitutes {
  terms: number[];
  worths: ReadonlyMap<string, number>;
}

/**
 * Finds the papers that have most of what is asked for, whatever they lack: words count by how few papers have them, and by how much a paper
 * has them. What stands for a word counts less.
 *
 * @returns the best first
 */
export async function findByMostWords(
  indexes: Indexes,
  kin: KinFinder,
  query: Query,
  filters: Filters,
): Promise<LoadedPaper[]> {
  const { terms } = query;
  const asked = [...askedInTurn(query), ...terms].filter(isFirst).slice(0, mostAsked);
  const [all, allowed, substitutes, ...answers] = await Promise.all([
    indexes.ask(null),
    indexes.ask(null, { filters }),
    findSubstitutes(indexes, kin, query),
    ...asked.map((term) => indexes.ask(toPagefindQuery([term]), { filters })),
  ]);
  const count = all.reduce((sum, { length }) => sum + length, 0);
  const worths = new Map(
    asked.map((term, index) => [term, worthOfWord(answers[index]?.flat().length ?? 0, count)]),
  );
  const candidates = new Map<string, Candidate>();
  const add = (result: PagefindResult, worth: number): void => {
    const known = candidates.get(result.id)?.worth ?? 0;
    candidates.set(result.id, { result, worth: known + worth });
  };
  for (const [index, term] of asked.entries())
    for (const result of answers[index]?.flat() ?? [])
      add(result, (worths.get(term) ?? 0) * likelyStrength(result));
  const results = new Map(allowed.flat().map((result) => [result.id, result]));
  for (const { worths } of substitutes)
    for (const [id, worth] of worths) {
      const result = results.get(id);
      if (result) add(result, worth);
    }
  const first = [...candidates.values()].sort((a, b) => b.worth - a.worth).slice(0, mostRead);
  const read = await loadPapers(first.map(({ result }) => toFound(result, query)));
  const inOrder = read
    .map((paper) => ranked(paper, terms, worths, substitutes))
    .sort((a, b) => b.worth - a.worth || bySite(a.paper, b.paper));
  const least = (inOrder[0]?.worth ?? 0) * leastShare;
  return inOrder.filter(({ worth }) => worth > least).map(({ paper }) => paper);
}

function isFirst(term: Term, index: number, terms: readonly Term[]): boolean {
  return terms.indexOf(term) === index;
}

/** How much a paper has a word, as far as its index tells before it is read. */
function likelyStrength({ words, matchedMetaFields = [] }: PagefindResult): number {
  const title = { times: Number(matchedMetaFields.includes('title')), length: 10 };
  const authors = { times: Number(matchedMetaFields.includes('authors')), length: 1 };
  return strengthOf({ title, authors, text: { times: words.length, length: 200 } });
}

/** Finds what may stand for the words of a query. */
async function findSubstitutes(indexes: Indexes, kin: KinFinder, query: Query): Promise<Substitutes[]> {
  const stems = stemsOf(query.text);
  const found = await kin.find(stems);
  if (found.length === 0) return [];
  const ids = await indexes.idsByDictionary();
  const termsOf = new Map<string, number>();
  for (const [index, { whole, parts }] of query.terms.entries())
    for (const stem of [whole, ...parts].flatMap(stemsOf)) termsOf.set(stem, index);
  return found
    .map(({ start, length, papers }) => ({
      terms: [...new Set(stems.slice(start, start + length).flatMap((stem) => termsOf.get(stem) ?? []))],
      worths: new Map(
        papers.flatMap((list, dictionary) =>
          list.map(({ place, worth }) => [ids[dictionary]?.[place] ?? '', worth] as const),
        ),
      ),
    }))
    .filter(({ terms }) => terms.length > 0);
}

/** A paper with what it counts for; its match tells which words it has by others that stand for them. */
function ranked(
  loaded: LoadedPaper,
  terms: readonly Term[],
  worths: ReadonlyMap<Term, number>,
  substitutes: readonly Substitutes[],
): { paper: LoadedPaper; worth: number } {
  const { data, match, paper } = loaded;
  const worthOf = (term: Term): number => worths.get(term) ?? usualWorth;
  const counted = terms.map((term, index) => worthOf(term) * (match.strengths[index] ?? 0));
  const likened = terms.map(() => false);
  for (const { terms, worths } of substitutes) {
    const worth = worths.get(paper.result.id) ?? 0;
    const own = terms.reduce((sum, index) => sum + (counted[index] ?? 0), 0);
    if (worth <= own) continue;
    for (const index of terms) {
      likened[index] = (match.fields[index]?.length ?? 0) === 0;
      counted[index] = worth / terms.length;
    }
  }
  const sum = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const having = terms.filter((_, index) => (counted[index] ?? 0) > 0);
  const share = sum(having.map(worthOf)) / sum(terms.map(worthOf));
  const worth = sum([...counted, asidesWorth * match.asides]) * (1 - completeness + completeness * share);
  const shown = { data, match: { ...match, likened } };
  return { paper: { ...shown, paper: { ...paper, load: () => Promise.resolve(shown) } }, worth };
}
