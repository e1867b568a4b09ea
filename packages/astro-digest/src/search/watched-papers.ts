import type { Paper } from '../model/entries.ts';
import { once } from '../model/once.ts';
import { toSearchRecord } from '../model/search-record.ts';
import { beginningOf } from '../model/stem.ts';
import type { Watch, WatchedQuery } from '../model/watches.ts';
import { facetsOf } from './facets/facets-of.ts';
import { hasEverything, hasStems } from './match.ts';
import { answersOperator, type AnsweringPaper } from './operators/answers-operator.ts';
import type { PagefindData } from './pagefind-api.ts';
import { isRun, parseQuery, type Term } from './query.ts';
import { toPagefindRecord } from './records.ts';
import { bare } from './words.ts';

/** What papers are told by. */
export type WatchablePaper = Pick<Paper, 'id' | 'body' | 'data'>;

/**
 * Finds for each query the papers that have everything it asks for, by the rules of the search, without an index.
 *
 * @param papers each once, the latest first, as the answers have them
 * @param topicsOf gives the names of a paper's topics
 */
export function watchPapers(
  watched: readonly WatchedQuery[],
  papers: readonly WatchablePaper[],
  topicsOf: (paper: string) => readonly string[] = () => [],
): Watch[] {
  const all = watched.map(({ query: text }) => {
    const query = parseQuery(text);
    return { query, tests: query.terms.map(toTest) };
  });
  const found = watched.map((): string[] => []);
  for (const paper of papers) {
    const letters = lettersOf(paper);
    const data = once(() => dataOf(paper));
    const answering = once(() => answeringPaper(paper, topicsOf(paper.id), data));
    for (const [index, { query, tests }] of all.entries()) {
      if (!tests.every((mayHave) => mayHave(letters))) continue;
      if (!query.operators.every((operator) => answersOperator(operator, answering()))) continue;
      if (hasEverything(query, data())) found[index]?.push(paper.id);
    }
  }
  return watched.map((own, index) => ({ ...own, papers: found[index] ?? [] }));
}

function answeringPaper(
  paper: WatchablePaper,
  topics: readonly string[],
  data: () => PagefindData,
): AnsweringPaper {
  const record = toSearchRecord(paper);
  return {
    facets: facetsOf({ record, topics }),
    authors: record.authors ?? [],
    hasWords: (words) => hasStems(words, data()),
  };
}

/** What the index would give of a paper. */
function dataOf(paper: WatchablePaper): PagefindData {
  const place = { name: '', address: '', topics: [], language: '' };
  const { content, meta = {} } = toPagefindRecord(toSearchRecord(paper), undefined, place);
  return { url: '', content, meta };
}

/** All that is searched of a paper, with nothing but white space between what words are made of. */
function lettersOf({ body = '', data: { title, authors, arxivId = '', doi = '' } }: WatchablePaper): string {
  const text = bare([title, body, ...authors, arxivId, doi].join('\n'));
  return text.replace(/[^\t-~]/.test(text) ? /[^\p{L}\p{N}+#\s]+/gu : /[^a-z0-9+#\s]+/g, '');
}

/** Tells whether a paper may have a word: most have not, and this is sooner seen than by reading all their words. */
function toTest(term: Term): (letters: string) => boolean {
  if (isRun(term)) return () => true;
  const { whole, parts } = term;
  const beginning = beginningOf(whole);
  const beginnings = parts.map(beginningOf);
  return (letters) =>
    letters.includes(beginning) ||
    (beginnings.length > 0 && beginnings.every((part) => letters.includes(part)));
}
