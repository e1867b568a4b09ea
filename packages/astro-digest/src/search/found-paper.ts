import { byNumberedName } from '../model/order.ts';
import { matchOf, type Match } from './match.ts';
import { numberOf } from './page-name.ts';
import type { PagefindData, PagefindResult } from './pagefind-api.ts';
import type { Query } from './query.ts';

/** A paper that was found, and loads when it is asked for. */
export interface FoundPaper {
  load(): Promise<LoadedData>;
}

/** What there is of a paper once it is loaded. */
export interface LoadedData {
  data: PagefindData;
  match: Match;
}

/** A paper that was found, as an index gives it. */
export interface IndexedPaper extends FoundPaper {
  result: PagefindResult;
}

/** A paper of an index that has been loaded. */
export interface LoadedPaper extends LoadedData {
  paper: IndexedPaper;
}

/** Which of two papers comes first: the first one where the number is negative. */
export type Order = (a: LoadedPaper, b: LoadedPaper) => number;

export function toFound(result: PagefindResult, query: Query): IndexedPaper {
  let loading: Promise<LoadedData> | undefined;
  return {
    result,
    load: () => (loading ??= result.data().then((data) => ({ data, match: matchOf(query, data) }))),
  };
}

export async function loadPaper(paper: IndexedPaper): Promise<LoadedPaper> {
  return { paper, ...(await paper.load()) };
}

export function loadPapers(papers: readonly IndexedPaper[]): Promise<LoadedPaper[]> {
  return Promise.all(papers.map(loadPaper));
}

/** The order of the site: the latest issue first, as `latestFirst` has them. */
export const bySite: Order = (a, b) =>
  byText(b.data.meta.date, a.data.meta.date) ||
  byNumberedName(b.data.meta.issue ?? '', a.data.meta.issue ?? '') ||
  numberOf(a.data.url) - numberOf(b.data.url);

function byText(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}

/** Papers of most votes first, those without any told last; equal ones in the order of the site. */
export const byVotes: Order = (a, b) => votesOf(b) - votesOf(a) || bySite(a, b);

/** Papers that answer a query best first; equal ones in the order of the site. */
export const byMatch: Order = (a, b) => worthOf(b) - worthOf(a) || bySite(a, b);

const votesOf = ({ data }: LoadedPaper): number => Number(data.meta.votes ?? -1);

const worthOf = ({ match }: LoadedPaper): number => match.score + match.frequency;
