import { openFacets, type Facets } from './facets/open-facets.ts';
import type { FilterCounts, Filters, Sort } from './filters.ts';
import { findByMostWords } from './find-by-most-words.ts';
import { find } from './find.ts';
import type { FoundPaper, LoadedPaper } from './found-paper.ts';
import { orders, type Found } from './found.ts';
import { indexesWithin, openIndexes, type Indexes, type IndexesHost } from './indexes.ts';
import type { PagefindRanking } from './pagefind-api.ts';
import { pairsApart } from './pairs-apart.ts';
import { isRun, parseQuery, type Query, type Term } from './query.ts';
import { shownWords } from './shown-words.ts';
import { openScope, type MarkedPapers } from './operators/open-scope.ts';
import { openSpelling, type Spelling } from './spelling.ts';
import { readVolumeLists } from './volume-list.ts';
import { openWordLists, type WordLists } from './word-lists/open-word-lists.ts';
import { stemsOf } from './word-lists/stems.ts';

/** What somebody asks for. */
export interface SearchRequest {
  /** As typed; the empty text for all papers. */
  text: string;
  /** They narrow what the text finds. */
  filters: Filters;
  sort: Sort;
}

/** What was found. */
export interface SearchAnswer {
  /** Those that have everything first, and after them, where these are few, those that have most. */
  papers: readonly FoundPaper[];
  /** How many of them have everything. */
  complete: number;
  /** The words that were looked for in the end. */
  terms: readonly Term[];
  /** What was looked for, where it is not what was typed. */
  corrected?: string;
  /** Other spellings that find something. */
  suggestions: readonly string[];
  /** Words that none of the papers has. */
  lacking: readonly string[];
  /** Whether more was typed than is looked for; see `longestQuery`. */
  isCut: boolean;
  /** Whether the quotes had to be left out to find anything. */
  withoutQuotes: boolean;
  /** Operators that no paper answers to, as typed: they were left out. */
  unknownOperators: readonly string[];
  /** How many papers would be shown with each value of a filter: exactly as many as then are. */
  counts(): Promise<FilterCounts>;
}

/** What a text finds, before it is narrowed and put in order. */
interface TextAnswer extends Omit<SearchAnswer, 'papers' | 'complete' | 'counts'> {
  /** The papers that have everything. */
  complete: Found | undefined;
  /** Others that have most, the best first. */
  others: readonly LoadedPaper[];
}

/** How a search reaches its files, and what it may know of its reader. */
export interface SearchHost extends IndexesHost {
  /** Absent where nobody marks papers. */
  marked?: MarkedPapers;
}

/** A search that is ready. */
export interface SearchEngine {
  /** With other filters or in another order, the text that was last searched for is not searched for again. */
  search(request: SearchRequest): Promise<SearchAnswer>;
}

/** Chosen by `pnpm evaluate:search`; see docs/search.md. */
const ranking: PagefindRanking = {
  termSaturation: 0.5,
  metaWeights: {
    title: 5,
    authors: 3,
    id: 3,
    doi: 3,
    key: 0,
    issue: 0,
    date: 0,
    slugs: 0,
    votes: 0,
    links: 0,
    url: 0,
  },
};

/** How many words are tried in the place of one that nobody wrote. */
const mostSpellings = 6;

/** How many papers are read to see whether one has all words. */
const mostRead = 40;

/** Whoever types words of more pieces than these, and finds them, looks for nothing else. */
const longestAsked = 24;

/** Where fewer papers have everything, others are shown that have most: as many as there are on a page. */
const enough = 10;

/** After so many spellings that find something no other is tried: those that come first are likelier. */
const enoughSpellings = 4;

/**
 * Makes a search ready.
 *
 * @param folders of the indexes, which are searched as one, each with a slash at its end
 * @throws Error when Pagefind can't be loaded
 */
export async function openEngine(folders: readonly string[], host: SearchHost): Promise<SearchEngine> {
  const lists = await readVolumeLists(folders, host.loadText);
  const indexes = await openIndexes(lists.indexes, ranking, host);
  const spelling = openSpelling(lists.dictionaries, host.loadText);
  const words = openWordLists(lists, host.loadText);
  const facets = openFacets(lists.indexes, indexes.ids, host.loadText);
  const scopeOf = openScope({ ...host, facets, indexes, words, volumes: lists });
  /** Finds the papers of a text, among those that its operators ask for. */
  async function searchText(text: string): Promise<TextAnswer> {
    const { operators } = parseQuery(text);
    const { ids, unknown } = await scopeOf(operators);
    const answer = await search(ids ? indexesWithin(indexes, ids) : indexes, spelling, words, text);
    const typed = operators.map((operator) => ` ${operator.typed}`).join('');
    return {
      ...answer,
      suggestions: answer.suggestions.map((suggestion) => suggestion.trim() + typed),
      unknownOperators: unknown,
    };
  }
  let last: { text: string; answer: Promise<TextAnswer> } | undefined;
  return {
    async search({ text, filters, sort }) {
      // What is marked may have changed.
      const isLasting = parseQuery(text).operators.every(({ name }) => name !== 'is');
      const asked = last?.text === text && isLasting ? last : { text, answer: searchText(text) };
      last = asked;
      try {
        return await narrowed(await asked.answer, facets, filters, sort);
      } catch (error) {
        if (last === asked) last = undefined;
        throw error;
      }
    },
  };
}

/** Shows of what a text finds the papers that the filters allow. */
async function narrowed(
  { complete, others, ...answer }: TextAnswer,
  facets: Facets,
  filters: Filters,
  sort: Sort,
): Promise<SearchAnswer> {
  const allows = await facets.allowing(filters);
  const having = (await complete?.inOrder(sort, allows)) ?? [];
  const partial = others.filter(({ paper }) => allows(paper.result.id));
  if (sort !== 'relevance') partial.sort(orders[sort]);
  return {
    ...answer,
    papers: [...having, ...partial.map(({ paper }) => paper)],
    complete: having.length,
    counts: () => facets.count(idsOf({ complete, others }), filters),
  };
}

function idsOf({ complete, others }: Pick<TextAnswer, 'complete' | 'others'>): string[] {
  return [...(complete?.ids ?? []), ...others.map(({ paper }) => paper.result.id)];
}

/** Finds the papers of a query; see `find`. */
type Look = (query: Query, guessed?: string) => Promise<Found>;

async function search(
  indexes: Indexes,
  spelling: Spelling,
  words: WordLists,
  text: string,
): Promise<TextAnswer> {
  const query = parseQuery(text);
  const look: Look = (query, guessed) => find(indexes, words, query, guessed);
  const answer = (found: Found | undefined, query: Query): Promise<TextAnswer> =>
    answerOf(found, query, (query, isAlone) => findByMostWords(indexes, words, query, isAlone));
  const direct = await look(query);
  if (direct.isComplete) return answer(direct, query);

  const [best, ...others] = await findRespelt(query, direct, spelling, words, look);
  if (best) {
    return {
      ...(await answer(best.found, best.query)),
      corrected: best.query.text,
      suggestions: others.map(({ query }) => query.text),
    };
  }
  const further = await direct.readFurther(mostRead);
  if (further.isComplete) return answer(direct, query);

  const loose = withoutPhrases(query);
  const withoutQuotes = query.phrases.length > 0;
  const found = withoutQuotes ? await look(loose) : undefined;
  const answered = await answer(found?.isComplete === true ? found : undefined, loose);
  // A short word is near to many others, which are not worth a guess where papers have the rest.
  const isGuessed = (word: string): boolean => idsOf(answered).length === 0 || word.length > 4;
  const corrected = await respell(loose, answered.lacking.filter(isGuessed), spelling, words);
  if (corrected) return { ...(await answer(undefined, corrected)), withoutQuotes, corrected: corrected.text };
  if (idsOf(answered).length > 0) return { ...answered, withoutQuotes };
  // What was said in passing is better than nothing.
  return { ...(await answer(undefined, { ...loose, terms: query.asides, asides: [] })), withoutQuotes };
}

/** Adds to the papers that have everything, where these are few, those that have most. */
async function answerOf(
  found: Found | undefined,
  query: Query,
  findMost: (query: Query, isAlone: boolean) => Promise<LoadedPaper[]>,
): Promise<TextAnswer> {
  const ids = new Set(found?.ids);
  const asked = ids.size > 0 ? query : pairsApart(query);
  const { terms, phrases, isCut } = asked;
  const answer = {
    complete: found,
    others: [],
    terms,
    suggestions: [],
    lacking: [],
    isCut,
    withoutQuotes: false,
    unknownOperators: [],
  };
  const isOne = terms.length < 2 || terms.flatMap(({ parts }) => parts).length > longestAsked;
  const isWhole = ids.size >= enough || phrases.length > 0 || (isOne && ids.size > 0);
  if (isWhole || terms.length === 0) return answer;

  const having = (await found?.inOrder('relevance', () => true)) ?? [];
  const known = await Promise.all(having.map((paper) => paper.load()));
  // Who types a title looks for that paper.
  if (known.some(({ match }) => match.isTitle)) return answer;
  const most = await findMost(asked, ids.size === 0);
  const others = most.filter(({ paper }) => !ids.has(paper.result.id));
  const matches = [...known, ...others].map(({ match }) => match);
  return {
    ...answer,
    others,
    lacking: shownWords(terms, (index) =>
      matches.every(({ fields, likened }) => fields[index]?.length === 0 && likened?.[index] !== true),
    ),
  };
}

function withoutPhrases(query: Query): Query {
  return { ...query, text: query.text.replaceAll(/["“”„«»]/g, ' '), phrases: [] };
}

/** Takes what was probably meant for words that are nowhere; nothing where nobody knows. */
async function respell(
  query: Query,
  lacking: readonly string[],
  spelling: Spelling,
  words: WordLists,
): Promise<Query | undefined> {
  let { text } = query;
  for (const term of query.terms.filter((term) => !isRun(term) && lacking.includes(term.typed))) {
    if (await isKnown(term, spelling, words)) continue;
    const [likeliest] = await spelling.suggest(term.whole, 1);
    if (likeliest !== undefined) text = text.replace(term.typed, likeliest);
  }
  return text === query.text ? undefined : parseQuery(text);
}

interface Respelt {
  query: Query;
  found: Found;
}

/** Finds what other spellings of the words find that no paper has, the best first. */
async function findRespelt(
  query: Query,
  direct: Found,
  spelling: Spelling,
  words: WordLists,
  look: Look,
): Promise<Respelt[]> {
  const suspects: Term[] = [];
  for (const [index, term] of query.terms.entries()) {
    const isMissing = direct.best === undefined || direct.best.fields[index]?.length === 0;
    if (isMissing && !isRun(term) && !(await isKnown(term, spelling, words))) suspects.push(term);
  }
  const [first, ...others] = suspects;
  if (!first) return [];
  const spellings = await spelling.suggest(first.whole, mostSpellings);
  let base = query.text;
  for (const other of others) {
    const [likeliest] = await spelling.suggest(other.whole, 1);
    if (likeliest !== undefined) base = base.replace(other.typed, likeliest);
  }
  const tried: Respelt[] = [];
  for (const word of spellings) {
    if (tried.length === enoughSpellings) break;
    const respelt = parseQuery(base.replace(first.typed, word));
    const found = await look(respelt, word);
    const answered = await found.readFurther(mostRead);
    if (answered.isComplete) tried.push({ query: respelt, found: { ...found, ...answered } });
  }
  // Those that come first are likelier; another one must answer better by some.
  const scoreOf = ({ found }: Respelt, place: number): number => (found.best?.score ?? 0) - 0.4 * place;
  return tried
    .map((respelt, place) => ({ respelt, score: scoreOf(respelt, place) }))
    .sort((a, b) => b.score - a.score)
    .map(({ respelt }) => respelt);
}

/** Whether papers have a word, or what stands for it, as far as the lists tell, which most searches have read anyway. */
async function hasList({ whole, parts }: Term, words: WordLists): Promise<boolean> {
  const pieces = (parts.length > 0 ? parts : [whole]).flatMap(stemsOf);
  const found = await words.find(pieces);
  return found
    .filter(({ length }) => length === 1)
    .every(({ papers, likened }) => papers > 0 || likened.some((list) => list.length > 0));
}

async function isKnown(term: Term, spelling: Spelling, words: WordLists): Promise<boolean> {
  const { whole, parts } = term;
  if (await hasList(term, words)) return true;
  if (await spelling.has(whole)) return true;
  if (parts.length === 0) return false;
  return (await Promise.all(parts.map((part) => part.length < 2 || spelling.has(part)))).every(Boolean);
}
