import { askedInTurn } from './asked-words.ts';
import { findConcepts } from './find-concepts.ts';
import { bySite, loadPapers, toFound, type LoadedPaper } from './found-paper.ts';
import type { Indexes } from './indexes.ts';
import type { PagefindResult } from './pagefind-api.ts';
import { isRun, toPagefindQuery, type Query, type Term } from './query.ts';
import type { FoundList, WordLists } from './word-lists/open-word-lists.ts';
import type { ListedPaper } from './word-lists/word-list-files.ts';
import { stemsOf } from './word-lists/stems.ts';
import { strengthOf, weightOf, worthOfWord } from './worth.ts';

/** How many words without a list the indexes are asked for: beginnings of words. Each loads a file of each index. */
const mostAsked = 3;

/** How many words are looked up, those that tell most, and how many papers are read: fewer where others have everything. */
const bounds = { alone: { words: 7, papers: 30 }, after: { words: 4, papers: 14 } };

/** A paper that has less than this share of what the best one has is not worth a look. */
const leastShare = 0.2;

/** What the asides count for together. */
const asidesWorth = 0.3;

/** What a concept counts for that a whole query describes, as often as the description tells as much as one word that describes nothing else. */
const conceptShare = 2;

/** What a paper has of some terms of a query, as far as is known before it is read. */
interface Evidence {
  /** Numbers of the terms. */
  terms: readonly number[];
  /** What it counts for in each paper, by its id. */
  worths: ReadonlyMap<string, number>;
}

/**
 * Finds the papers that have most of what is asked for, whatever they lack: words count by how few papers have them, and by how much a paper
 * has them. What stands for a word counts less.
 *
 * @param isAlone whether no paper has everything
 * @returns the best first
 */
export async function findByMostWords(
  indexes: Indexes,
  lists: WordLists,
  query: Query,
  isAlone: boolean,
): Promise<LoadedPaper[]> {
  const { terms } = query;
  const { words, papers } = bounds[isAlone ? 'alone' : 'after'];
  const stems = stemsOf(query.text);
  const spaced = [...askedInTurn(query), ...terms].filter((term) => !isRun(term));
  const lookedUp = new Set([...spaced.slice(0, words), ...terms.filter(isRun)]);
  const termOf = new Map(
    terms.flatMap(({ whole, parts }, index) =>
      [whole, ...parts].flatMap(stemsOf).map((stem) => [stem, index]),
    ),
  );
  const compounds = terms.flatMap((term, index) =>
    term.parts.length > 0 && !isRun(term) ? [{ whole: term.whole, index }] : [],
  );
  const [ids, all, found, wholes] = await Promise.all([
    indexes.ids(),
    indexes.ask(null),
    lists.find(stems, (index) => {
      const term = terms[termOf.get(stems[index] as string) ?? -1];
      return term !== undefined && lookedUp.has(term);
    }),
    Promise.all(compounds.map(({ whole }) => lists.find(stemsOf(whole)))),
  ]);
  const byId = (papers: readonly (readonly ListedPaper[])[], worth: number): Map<string, number> =>
    new Map(
      papers.flatMap((list, index) =>
        list.map(({ place, amount }) => [ids[index]?.[place] ?? '', worth * amount] as const),
      ),
    );
  const termsIn = ({ start, length }: FoundList): number[] => [
    ...new Set(stems.slice(start, start + length).flatMap((stem) => termOf.get(stem) ?? [])),
  ];

  const count = ids.reduce((sum, own) => sum + own.length, 0);
  const known = [
    ...found.filter(({ length }) => length === 1).map((list) => ({ list, terms: termsIn(list) })),
    ...wholes.flatMap(([list], index) => (list ? [{ list, terms: [compounds[index]?.index ?? 0] }] : [])),
  ].filter(({ list }) => list.papers > 0);
  // Of a compound the rarest piece tells.
  const worths = terms.map((term, index) => {
    const own = known.filter(({ terms }) => terms.includes(index));
    return tellingOf(term) * Math.max(0, ...own.map(({ list }) => worthOfWord(list.papers, count)));
  });
  const evidence = known.map(({ list, terms }): Evidence => ({
    terms,
    worths: byId(list.having, worths[terms[0] ?? 0] ?? 0),
  }));
  const unknown = terms.flatMap((term, index) =>
    lookedUp.has(term) && worths[index] === 0 && !isRun(term) ? [index] : [],
  );
  for (const index of unknown.slice(0, mostAsked)) {
    const term = terms[index] as Term;
    const results = (await indexes.ask(toPagefindQuery([term]))).flat();
    const worth = results.length === 0 ? 0 : tellingOf(term) * worthOfWord(results.length, count);
    worths[index] = worth;
    const strengths = results.map((result) => [result.id, worth * likelyStrength(result)] as const);
    evidence.push({ terms: [index], worths: new Map(strengths) });
  }
  const substitutes = found.map((list): Evidence => ({
    terms: termsIn(list),
    worths: byId(list.likened, 1),
  }));
  const asked = sumOf(worths);
  for (const { terms, telling, list } of await findConcepts(lists, found, termsIn)) {
    const share = asked === 0 ? 0 : sumOf(terms.map((index) => worths[index] ?? 0)) / asked;
    const worth = conceptShare * share * telling * worthOfWord(list.papers, count);
    substitutes.push({ terms, worths: byId(list.having, worth) });
  }

  const results = new Map(all.flat().map((result) => [result.id, result]));
  // The lists have those papers that have most of a word; among few, others may have most of it.
  const first =
    results.size <= papers
      ? [...results.values()]
      : likeliest([...evidence, ...substitutes], terms.length)
          .flatMap((id) => results.get(id) ?? [])
          .slice(0, papers);
  const read = await loadPapers(first.map((result) => toFound(result, query)));
  const inOrder = read
    .map((paper) => ranked(paper, worths, substitutes))
    .sort((a, b) => b.worth - a.worth || bySite(a.paper, b.paper));
  const least = (inOrder[0]?.worth ?? 0) * leastShare;
  return inOrder.filter(({ worth }) => worth > least).map(({ paper }) => paper);
}

/**
 * How much a word tells by its length: short ones are of everyday language, and few papers of a small archive may have one by chance. A pair of
 * letters may be half a word.
 */
function tellingOf(term: Term): number {
  if (isRun(term)) return term.parts.length > 0 ? 1 : 0.5;
  return Math.min(1, 0.6 + 0.05 * term.whole.length);
}

/** How much a paper has a word, as far as its index tells before it is read. */
function likelyStrength({ words, matchedMetaFields = [] }: PagefindResult): number {
  const inMeta = (['title', 'authors'] as const).filter((field) => matchedMetaFields.includes(field));
  return strengthOf(sumOf(inMeta.map((field) => weightOf(field, 10))) + words.length * weightOf('text', 200));
}

/** Ids of the papers for which there is evidence, the likeliest first: of each term the best counts. */
function likeliest(evidence: readonly Evidence[], terms: number): string[] {
  const papers = new Map<string, number[]>();
  for (const { terms: own, worths } of evidence) {
    for (const [id, worth] of worths) {
      const counted = papers.get(id) ?? Array.from({ length: terms }, () => 0);
      papers.set(id, counted);
      for (const index of own) counted[index] = Math.max(counted[index] ?? 0, worth / own.length);
    }
  }
  return [...papers]
    .map(([id, counted]) => ({ id, worth: sumOf(counted) }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** A paper with what it counts for; its match tells which words it has by others that stand for them. */
function ranked(
  { data, match, paper }: LoadedPaper,
  worths: readonly number[],
  substitutes: readonly Evidence[],
): { paper: LoadedPaper; worth: number } {
  const counted = worths.map((worth, index) => worth * (match.strengths[index] ?? 0));
  const likened = worths.map(() => false);
  for (const { terms, worths } of substitutes) {
    const worth = worths.get(paper.result.id) ?? 0;
    if (worth <= sumOf(terms.map((index) => counted[index] ?? 0))) continue;
    for (const index of terms) {
      likened[index] = match.fields[index]?.length === 0;
      counted[index] = worth / terms.length;
    }
  }
  const worth = sumOf([...counted, asidesWorth * match.asides]);
  const shown = { data, match: { ...match, likened } };
  return { paper: { ...shown, paper: { ...paper, load: () => Promise.resolve(shown) } }, worth };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
