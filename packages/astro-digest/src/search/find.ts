import { matchOf, type Match } from './match.ts';
import type { Pagefind, PagefindData, PagefindResult } from './pagefind-api.ts';
import { toPagefindQuery, type Phrase, type Query } from './query.ts';
import { titleKey } from './title-key.ts';
import { isHeavy } from './words.ts';

/** How results are sorted. */
export type Sort = 'relevance' | 'newest' | 'votes';

/** What narrows a search: one value for each filter. */
export type Filters = Readonly<Record<string, string>>;

/** Papers that a query finds. */
export interface Found {
  /** The best first; those that come later are loaded when they are shown. */
  papers: FoundPaper[];
  /** How the best one answers; absent when nothing is found. */
  best?: Match | undefined;
}

/** A paper that was found, and loads when it is asked for. */
export interface FoundPaper {
  load(): Promise<{ data: PagefindData; match: Match }>;
}

/** How many of Pagefind's first results are put into our own order. */
const reordered = 20;

/** How many results are looked through for a phrase. */
const lookedThrough = 60;

/** Names of the sorts in the index, all of which ascend. */
const sortKeys: Record<Sort, Record<string, 'asc'>> = {
  relevance: {},
  newest: { newest: 'asc' },
  votes: { votes: 'asc' },
};

/** Finds the papers that have all words of a query. */
export async function find(pagefind: Pagefind, query: Query, filters: Filters, sort: Sort): Promise<Found> {
  const options = { filters, sort: sortKeys[sort] };
  const words = query.terms.length === 0 ? null : toPagefindQuery(query.terms);
  const onlyHeavy = query.phrases.length === 1 && query.terms.every(({ whole }) => isHeavy(whole));
  const answer = await pagefind.search(onlyHeavy ? `"${query.phrases[0]?.words}"` : words, options);
  const found = answer.results.map((result) => toFound(result, query));
  const keep = async (papers: FoundWithMatch[]): Promise<Found> => ({
    papers,
    best: papers[0] && (await papers[0].load()).match,
  });
  if (query.phrases.length > 0) {
    const having = await havingPhrases(found, query.phrases, sort, async (phrase) => {
      const { results } = await pagefind.search(`"${phrase.words}"`, options);
      return new Set(results.map(({ id }) => id));
    });
    return keep(having);
  }
  if (words === null || sort !== 'relevance') return keep(found);

  const first = await loaded(found.slice(0, reordered));
  const rest = found.slice(reordered);
  if (rest.length > 0 && !first.some(({ match }) => match.isTitle) && query.terms.length > 0) {
    // Hundreds may have the same words in their titles: the one that is the title is found by its key.
    if (first[0]?.match.fields.every((fields) => fields.includes('title'))) {
      const { results } = await pagefind.search(titleKey(query.text), { filters });
      const titled = await loaded(results.slice(0, 3).map((result) => toFound(result, query)));
      const isNew = titled.filter(({ match }) => match.isTitle);
      const ids = new Set(isNew.map(({ paper }) => paper.result.id));
      first.unshift(...isNew);
      return keep([...inOrder(first), ...rest.filter(({ result }) => !ids.has(result.id))]);
    }
  }
  return keep([...inOrder(first), ...rest]);
}

interface FoundWithMatch extends FoundPaper {
  result: PagefindResult;
}

interface LoadedPaper {
  paper: FoundWithMatch;
  match: Match;
}

function toFound(result: PagefindResult, query: Query): FoundWithMatch {
  let loading: ReturnType<FoundPaper['load']> | undefined;
  return {
    result,
    load: () => (loading ??= result.data().then((data) => ({ data, match: matchOf(query, data) }))),
  };
}

async function loaded(papers: readonly FoundWithMatch[]): Promise<LoadedPaper[]> {
  return Promise.all(papers.map(async (paper) => ({ paper, match: (await paper.load()).match })));
}

function inOrder(papers: LoadedPaper[]): FoundWithMatch[] {
  const most = Math.max(...papers.map(({ paper }) => paper.result.score), Number.MIN_VALUE);
  const scoreOf = ({ paper, match }: LoadedPaper): number => match.score + paper.result.score / most;
  return papers.sort((a, b) => scoreOf(b) - scoreOf(a)).map(({ paper }) => paper);
}

/**
 * The papers whose texts have the phrases.
 *
 * @param idsWith asks Pagefind for all papers with a phrase, by its list of words that nearly every paper has, which is long
 */
async function havingPhrases(
  found: readonly FoundWithMatch[],
  phrases: readonly Phrase[],
  sort: Sort,
  idsWith: (phrase: Phrase) => Promise<ReadonlySet<string>>,
): Promise<FoundWithMatch[]> {
  const isLikely = ({ result }: FoundWithMatch): boolean =>
    result.matchedMetaFields?.includes('title') === true ||
    phrases.every((phrase) => fits(result.words, phrase));
  let likely = found.filter(isLikely);
  if (likely.length > lookedThrough) {
    const ids = await Promise.all(phrases.map(idsWith));
    likely = found.filter(({ result }) => ids.every((having) => having.has(result.id)));
    if (likely.length > lookedThrough) return likely;
  }
  for (const candidates of [likely, found]) {
    const all = await loaded(candidates.slice(0, lookedThrough));
    const having = all.filter(({ match }) => match.hasPhrases);
    if (having.length > 0) return sort === 'relevance' ? inOrder(having) : having.map(({ paper }) => paper);
  }
  return [];
}

/** Whether words that were found stand as far from one another as those of a phrase. */
function fits(places: readonly number[], { offsets: [first, ...others] }: Phrase): boolean {
  if (first === undefined) return true;
  const all = new Set(places);
  return places.some((place) => others.every((offset) => all.has(place - first + offset)));
}
