import type { Filters, Sort } from './filters.ts';
import { find } from './find.ts';
import type { FoundPaper } from './found-paper.ts';
import type { Found } from './found.ts';
import { openIndexes, type Indexes, type IndexesHost } from './indexes.ts';
import type { Match } from './match.ts';
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

/** How many papers are read to see whether one has all words. */
const mostRead = 40;

/** After so many spellings that find something no other is tried: those that come first are likelier. */
const enoughSpellings = 4;

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

/** Finds the papers of a query; see `find`. */
type Look = (query: Query, guessed?: string) => Promise<Found>;

async function search(
  indexes: Indexes,
  spelling: Spelling,
  { text, filters, sort }: SearchRequest,
): Promise<SearchAnswer> {
  const query = parseQuery(text);
  const look: Look = (query, guessed) => find(indexes, query, filters, guessed);
  const direct = await look(query);
  if (direct.isComplete) return answerOf(direct, query, sort);

  const [best, ...others] = await findRespelt(query, direct, spelling, look);
  if (best) {
    return {
      ...(await answerOf(best.found, best.query, sort)),
      corrected: best.query.text,
      suggestions: others.map(({ query }) => query.text),
    };
  }
  const further = await direct.readFurther(mostRead);
  if (further.isComplete) return answerOf(direct, query, sort);

  if (query.phrases.length > 0) {
    const loose = { ...query, text: query.text.replaceAll(/["“”„«»]/g, ' '), phrases: [] };
    const found = await look(loose);
    if (found.best) return { ...(await answerOf(found, query, sort)), withoutQuotes: true };
  }
  return findLess(query, further.best, look, sort);
}

async function answerOf(found: Found, { terms }: Query, sort: Sort): Promise<SearchAnswer> {
  const papers = await found.inOrder(sort);
  return { papers, terms, suggestions: [], leftOut: [], withoutQuotes: false };
}

interface Respelt {
  query: Query;
  found: Found;
}

/** Finds what other spellings of the words find that no paper has, the best first. */
async function findRespelt(query: Query, direct: Found, spelling: Spelling, look: Look): Promise<Respelt[]> {
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

async function isKnown({ whole, parts }: Term, spelling: Spelling): Promise<boolean> {
  if (await spelling.has(whole)) return true;
  if (parts.length === 0) return false;
  return (await Promise.all(parts.map((part) => part.length < 2 || spelling.has(part)))).every(Boolean);
}

/** Finds papers that have most of the words. */
async function findLess(
  { terms }: Query,
  closest: Match | undefined,
  look: Look,
  sort: Sort,
): Promise<SearchAnswer> {
  const missing = terms.filter((_, index) => closest?.fields[index]?.length === 0);
  const drops = missing.length > 0 ? [missing] : terms.map((term) => [term]);
  let best: { found: Found; query: Query; dropped: Term[] } | undefined;
  for (const dropped of drops) {
    const left = terms.filter((term) => !dropped.includes(term));
    if (left.length === 0) continue;
    const less = { text: left.map(({ typed }) => typed).join(' '), terms: left, phrases: [] };
    const seen = await look(less);
    const found = { ...seen, ...(await seen.readFurther(mostRead)) };
    if (found.isComplete && (found.best?.score ?? 0) > (best?.found.best?.score ?? 0)) {
      best = { found, query: less, dropped };
    }
  }
  if (!best) return { papers: [], terms, suggestions: [], leftOut: [], withoutQuotes: false };
  const leftOut = best.dropped.map(({ typed }) => typed);
  return { ...(await answerOf(best.found, best.query, sort)), leftOut };
}
