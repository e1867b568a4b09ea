import { readFile } from 'node:fs/promises';
import type { SearchedPaper } from './queries.ts';

/** How somebody asks who doesn't know a paper's own words. */
export const kinds = ['question', 'task', 'method', 'title', 'synonym', 'acronym', 'topics', 'form'] as const;
export type Kind = (typeof kinds)[number];

/**
 * A query as a reader types it, in the reader's own words: a question, a task, a method described, a title half remembered, a synonym, an
 * acronym or what it stands for, two topics at once, another form of the words. All queries were written before anything was searched
 * with them.
 */
export interface ReaderQuery {
  kind: Kind;
  query: string;
  /** Slugs of all papers that answer it. */
  answers: string[];
}

/**
 * Reads the queries of readers of a corpus.
 *
 * @param file where they are. Default: the file in `readers/` that has the corpus's name
 * @returns none where nobody has written any
 * @throws Error when the file that is named can't be read, or when they name a paper that the corpus doesn't have
 */
export async function readReaderQueries(
  corpus: string,
  papers: readonly SearchedPaper[],
  file?: string,
): Promise<ReaderQuery[]> {
  const own = new URL(`readers/${corpus.replaceAll(/\W+/g, '-')}.json`, import.meta.url);
  const text =
    file === undefined ? await readFile(own, 'utf8').catch(() => '[]') : await readFile(file, 'utf8');
  const queries = JSON.parse(text) as ReaderQuery[];
  const slugs = new Set(papers.map(({ id }) => slugOf(id)));
  const unknown = queries.flatMap(({ answers }) => answers).filter((answer) => !slugs.has(answer));
  if (unknown.length > 0) throw new Error(`No paper of “${corpus}” is called ${unknown.join(', ')}.`);
  return queries;
}

/** How well a search answered readers. */
export interface ReaderScores {
  queries: number;
  /** Mean of one through the place of the first answer; of nothing, where it was not among the first ten. */
  reciprocal: number;
  /** Share of the queries with an answer among the first five. */
  five: number;
  /** How many queries found nothing at all. */
  nothing: number;
}

/** Scores by the kind of the queries, and of all together. */
export type ReaderResult = Partial<Record<Kind | 'all', ReaderScores>>;

/** Asks all queries and sums up where the answers stood. */
export async function askAsReaders(
  queries: readonly ReaderQuery[],
  search: (query: string) => Promise<readonly string[]>,
): Promise<ReaderResult> {
  const answered: { kind: Kind; query: string; place: number; found: number }[] = [];
  for (const { kind, query, answers } of queries) {
    const found = (await search(query)).slice(0, 10).map(slugOf);
    answered.push({
      kind,
      query,
      place: found.findIndex((slug) => answers.includes(slug)) + 1,
      found: found.length,
    });
  }
  if (process.argv.includes('--misses')) {
    for (const { kind, query, place } of answered)
      if (place !== 1) console.log(`${place}  ${kind}: ${query}`);
  }
  return Object.fromEntries(
    [...kinds, 'all' as const].flatMap((name) => {
      const own = answered.filter(({ kind }) => name === 'all' || kind === name);
      if (own.length === 0) return [];
      const mean = (value: (place: number) => number): number =>
        own.reduce((sum, { place }) => sum + value(place), 0) / own.length;
      const scores: ReaderScores = {
        queries: own.length,
        reciprocal: mean((place) => (place > 0 ? 1 / place : 0)),
        five: mean((place) => Number(place > 0 && place <= 5)),
        nothing: own.filter(({ found }) => found === 0).length,
      };
      return [[name, scores]];
    }),
  );
}

function slugOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
