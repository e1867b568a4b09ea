import { askedInTurn } from './asked-words.ts';
import { loadPapers, toFound, type IndexedPaper } from './found-paper.ts';
import { bestOf, foundAmong, orders, type Found } from './found.ts';
import type { Indexes } from './indexes.ts';
import { inFixedOrder, mergeLists } from './merge-lists.ts';
import { heavyWordsOf, placesOf, quoted, startsOf, type Phrase } from './phrase.ts';
import { toPagefindQuery, type Query, type Term } from './query.ts';
import { isHeavy } from './words.ts';

/** How many words are asked for at first. */
const wordsAtFirst = 3;

/** How many papers are looked through for a phrase rather than asking for another word, or for one that nearly every paper has. */
const mostRead = { telling: 40, heavy: 60 };

/** So many at least because the phrase may be in their titles: an index doesn't tell where a title has a word. */
const fewestTitles = 8;

/** A paper that may have the phrases, and at which places of its text each of them may begin. */
interface Candidate {
  paper: IndexedPaper;
  starts: readonly number[][];
}

/**
 * Finds the papers that have the phrases of a query. Words that nearly every paper has are asked for only where the others leave many papers,
 * one by one, beginning with those that fewer have: their lists are long.
 */
export async function findPhrases(indexes: Indexes, query: Query): Promise<Found> {
  const { phrases } = query;
  const ask = async (words: string): Promise<IndexedPaper[][]> => {
    const answers = await indexes.ask(words);
    return answers.map((results) => results.map((result) => toFound(result, query)));
  };

  const { first, telling, heavy } = askedWords(query);
  let having: IndexedPaper[] = [];
  let candidates: Candidate[] = [];
  for (const asked of first.length < telling.length ? [first, telling] : [telling]) {
    having = (await ask(toPagefindQuery(asked))).flat();
    candidates = beginnings(having, phrases, asked);
    if (candidates.length <= (heavy.length > 0 ? mostRead.heavy : mostRead.telling))
      return readPhrases(withTitles(candidates, having), having);
  }
  for (const word of heavy) {
    const both = (await ask(toPagefindQuery([...telling, word]))).flat();
    candidates = goingOn(candidates, both, phrases, word);
    if (candidates.length <= mostRead.heavy) return readPhrases(withTitles(candidates, both), having);
  }

  const wholes = phrases.map(quoted);
  const answers = await Promise.all(wholes.map((whole) => ask(whole)));
  const ids = answers.map((lists) => new Set(lists.flat().map(({ result }) => result.id)));
  const whole = having.filter(({ result }) => ids.every((own) => own.has(result.id)));
  if (whole.length <= mostRead.heavy) return readPhrases(whole, having);
  const own = new Set(whole.map(({ result }) => result.id));
  const answered = { isComplete: true, best: bestOf(await loadPapers(whole.slice(0, 1))) };
  const lists = (answers[0] ?? []).map((list) => list.filter(({ result }) => own.has(result.id)));
  return {
    ...answered,
    readFurther: () => Promise.resolve(answered),
    ids: lists.flat().map(({ result }) => result.id),
    inOrder: async (sort, allows) => {
      const allowed = lists.map((list) => list.filter(({ result }) => allows(result.id)));
      return sort === 'relevance'
        ? mergeLists(allowed, orders.relevance)
        : inFixedOrder(indexes, allowed, sort);
    },
  };
}

/** The words that are asked for: some of those that tell most, all of these, and one by one those that nearly every paper has. */
function askedWords(query: Query): Record<'first' | 'telling' | 'heavy', Term[]> {
  const telling = query.terms.filter(({ whole }) => !isHeavy(whole));
  const heavy = heavyWordsOf(query.phrases).map((whole): Term => ({ whole, parts: [], typed: whole }));
  if (telling.length === 0) telling.push(...heavy.splice(0, 1));
  return { first: askedInTurn({ ...query, terms: telling }).slice(0, wordsAtFirst), telling, heavy };
}

/** The papers in which words stand as in the phrases. */
function beginnings(
  papers: readonly IndexedPaper[],
  phrases: readonly Phrase[],
  asked: readonly Term[],
): Candidate[] {
  return papers
    .map((paper) => {
      const found = new Set(paper.result.words);
      return { paper, starts: phrases.map((phrase) => startsOf(phrase, asked, found)) };
    })
    .filter(({ starts }) => starts.every((own) => own.length > 0));
}

/** Those of the papers that have another word, too, where the phrases have it. */
function goingOn(
  candidates: readonly Candidate[],
  having: readonly IndexedPaper[],
  phrases: readonly Phrase[],
  word: Term,
): Candidate[] {
  const places = new Map(having.map(({ result }) => [result.id, new Set(result.words)]));
  return candidates
    .map(({ paper, starts }) => {
      const found = places.get(paper.result.id) ?? new Set();
      return {
        paper,
        starts: starts.map((own, index) => {
          const offsets = placesOf(phrases[index] as Phrase, [word]);
          return own.filter(
            (start) => Number.isNaN(start) || offsets.every((offset) => found.has(start + offset)),
          );
        }),
      };
    })
    .filter(({ starts }) => starts.every((own) => own.length > 0));
}

/** The candidates, and the papers in whose titles the phrases may be: of these, those that have all that was asked for come first. */
function withTitles(candidates: readonly Candidate[], having: readonly IndexedPaper[]): IndexedPaper[] {
  const ids = new Set(candidates.map(({ paper }) => paper.result.id));
  const titles = having
    .filter(({ result }) => result.matchedMetaFields?.includes('title') && !ids.has(result.id))
    .sort((a, b) => b.result.score - a.result.score);
  const room = Math.max(fewestTitles, mostRead.telling - candidates.length);
  return [...candidates.map(({ paper }) => paper), ...titles.slice(0, room)];
}

/** Reads which of the likely papers have the phrases; where none has, some of the others may, with other hyphens than were typed. */
async function readPhrases(likely: readonly IndexedPaper[], having: readonly IndexedPaper[]): Promise<Found> {
  const read = await loadPapers(likely);
  const found = foundAmong(read);
  if (found.isComplete) return found;
  const others = having
    .filter((paper) => !likely.includes(paper))
    .sort((a, b) => b.result.score - a.result.score)
    .slice(0, mostRead.telling);
  return foundAmong([...read, ...(await loadPapers(others))]);
}
