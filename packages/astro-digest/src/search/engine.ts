import type { Filters, Sort } from './filters.ts';
import { find, type Found } from './find.ts';
import type { FoundPaper } from './found-paper.ts';
import { openIndexes, type Indexes, type IndexesHost } from './indexes.ts';
import type { PagefindRanking } from './pagefind-api.ts';
import { parseQuery, type Query, type Term } from './query.ts';
import { openSpelling, type Spelling } from './spelling.ts';
import { readVolumeLists } from './volume-list.ts';

/** What somebody asks for. */
export interface SearchRequest {
  /** As typed; the empty text for all papers. */
  text: string;
  filters: Filters;
  sort: Sort;
}

/** What was found. */
export interface SearchAnswer {
  papers: readonly FoundPaper[];
  /** The words that were looked for in the end. */
  terms: readonly Term[];
  /** What was looked for, where it is not what was typed. */
  corrected?: string;
  /** Other spellings that find something. */
  suggestions: readonly string[];
  /** Words that had to be left out to find anything. */
  leftOut: readonly string[];
  /** Whether the quotes had to be left out to find anything. */
  withoutQuotes: boolean;
}

/** A search that is ready. */
export interface SearchEngine {
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

/**
 * Makes a search ready.
 *
 * @param folders of the indexes, which are searched as one, each with a slash at its end
 * @throws Error when Pagefind can't be loaded
 */
export async function openEngine(folders: readonly string[], host: IndexesHost): Promise<SearchEngine> {
  const lists = await readVolumeLists(folders, host.loadText);
  const indexes = await openIndexes(lists.indexes, ranking, host);
  const { dictionaries } = lists;
  const spelling = openSpelling(dictionaries, host.loadText);
  return {
    search: (request) => search(indexes, spelling, request),
  };
}

async function search(
  indexes: Indexes,
  spelling: Spelling,
  { text, filters, sort }: SearchRequest,
): Promise<SearchAnswer> {
  const query = parseQuery(text);
  const direct = await find(indexes, query, filters, sort);
  if (query.terms.length === 0 || isComplete(direct)) return toAnswer(direct, query);

  // How a query is mended rests on the best paper, whichever stands first.
  const look = (query: Query): Promise<Found> => find(indexes, query, filters, 'relevance');
  const best = sort === 'relevance' ? direct : await look(query);
  if (isComplete(best)) return toAnswer(direct, query);
  const mended = await mend(query, best, spelling, look);
  if (sort === 'relevance' || mended.answer.papers.length === 0) return mended.answer;
  return { ...mended.answer, papers: (await find(indexes, mended.query, filters, sort)).papers };
}

/** An answer, and the query that it answers in the end. */
interface Mended {
  query: Query;
  answer: SearchAnswer;
}

/** Finds what may have been meant by a query of which no paper has all words. */
async function mend(
  query: Query,
  direct: Found,
  spelling: Spelling,
  look: (query: Query) => Promise<Found>,
): Promise<Mended> {
  const respelt = await findRespelt(query, direct, spelling, look);
  const [best, ...others] = respelt;
  if (best) {
    const answer = {
      ...toAnswer(best.found, best.query),
      corrected: best.query.text,
      suggestions: others.map(({ query }) => query.text),
    };
    return { query: best.query, answer };
  }
  if (query.phrases.length > 0) {
    const loose = { ...query, text: query.text.replaceAll(/["“”„«»]/g, ' '), phrases: [] };
    const found = await look(loose);
    if (found.best) return { query: loose, answer: { ...toAnswer(found, query), withoutQuotes: true } };
  }
  return findLess(query, direct, look);
}

/** Whether the best paper has every word. */
function isComplete({ best }: Found): boolean {
  return best !== undefined && best.fields.every((fields) => fields.length > 0);
}

const toAnswer = ({ papers }: Found, { terms }: Query): SearchAnswer => ({
  papers,
  terms,
  suggestions: [],
  leftOut: [],
  withoutQuotes: false,
});

interface Respelt {
  query: Query;
  found: Found;
}

/** Finds what other spellings of the words find that no paper has, the best first. */
async function findRespelt(
  query: Query,
  direct: Found,
  spelling: Spelling,
  look: (query: Query) => Promise<Found>,
): Promise<Respelt[]> {
  const suspects: Term[] = [];
  for (const [index, term] of query.terms.entries()) {
    const isMissing = direct.best === undefined || direct.best.fields[index]?.length === 0;
    if (isMissing && !(await isKnown(term, spelling))) suspects.push(term);
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
    const respelt = parseQuery(base.replace(first.typed, word));
    const found = await look(respelt);
    if (isComplete(found)) tried.push({ query: respelt, found });
  }
  // Those that come first are likelier; another one must answer better by some.
  const scoreOf = ({ found }: Respelt, place: number): number => (found.best?.score ?? 0) - 0.4 * place;
  return tried
    .map((respelt, place) => ({ respelt, score: scoreOf(respelt, place) }))
    .sort((a, b) => b.score - a.score)
    .map(({ respelt }) => respelt);
}

async function isKnown({ whole, parts }: Term, spelling: Spelling): Promise<boolean> {
  if (await spelling.has(whole)) return true;
  if (parts.length === 0) return false;
  return (await Promise.all(parts.map((part) => part.length < 2 || spelling.has(part)))).every(Boolean);
}

/** Finds papers that have most of the words. */
async function findLess(
  query: Query,
  direct: Found,
  look: (query: Query) => Promise<Found>,
): Promise<Mended> {
  const { terms } = query;
  const missing = terms.filter((_, index) => direct.best?.fields[index]?.length === 0);
  const drops = missing.length > 0 ? [missing] : terms.map((term) => [term]);
  let best: { found: Found; query: Query; dropped: Term[] } | undefined;
  for (const dropped of drops) {
    const left = terms.filter((term) => !dropped.includes(term));
    if (left.length === 0) continue;
    const less = { text: left.map(({ typed }) => typed).join(' '), terms: left, phrases: [] };
    const found = await look(less);
    if (isComplete(found) && (found.best?.score ?? 0) > (best?.found.best?.score ?? 0)) {
      best = { found, query: less, dropped };
    }
  }
  if (!best) return { query, answer: toAnswer({ papers: [] }, query) };
  const leftOut = best.dropped.map(({ typed }) => typed);
  return { query: best.query, answer: { ...toAnswer(best.found, best.query), leftOut } };
}
