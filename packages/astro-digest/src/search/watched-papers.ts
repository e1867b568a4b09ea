import type { Paper } from '../model/entries.ts';
import { once } from '../model/once.ts';
import { toSearchRecord } from '../model/search-record.ts';
import { beginningOf } from '../model/stem.ts';
import type { Watch, WatchedQuery } from '../model/watches.ts';
import { hasAllWords } from './found.ts';
import { matchOf } from './match.ts';
import type { PagefindData } from './pagefind-api.ts';
import { parseQuery, type Query, type Term } from './query.ts';
import { toPagefindRecord } from './records.ts';
import { bare, unspaced } from './words.ts';

/** What papers are told by. */
export type WatchablePaper = Pick<Paper, 'id' | 'body' | 'data'>;

/**
 * Finds for each query the papers that have everything it asks for, by the rules of the search, without an index.
 *
 * @param papers each once, the latest first, as the answers have them
 */
export function watchPapers(watched: readonly WatchedQuery[], papers: readonly WatchablePaper[]): Watch[] {
  const all = watched.map(({ query }) => parseQuery(query));
  const found = watched.map((): string[] => []);
  for (const paper of papers) {
    const letters = lettersOf(paper);
    const data = once(() => dataOf(paper));
    for (const [index, query] of all.entries()) {
      if (query.terms.every((term) => mayHave(letters, term)) && hasEverything(query, data()))
        found[index]?.push(paper.id);
    }
  }
  return watched.map((own, index) => ({ ...own, papers: found[index] ?? [] }));
}

/** Whether a paper has all that a query asks for. */
function hasEverything(query: Query, data: PagefindData): boolean {
  const match = matchOf(query, data);
  return hasAllWords(match) && match.hasPhrases;
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

/** Whether a paper may have a word: most have not, and this is sooner seen than by reading all their words. */
function mayHave(letters: string, { typed, whole, parts }: Term): boolean {
  if (unspaced.test(typed)) return true;
  const hasBeginning = (form: string): boolean => letters.includes(beginningOf(form));
  return hasBeginning(whole) || (parts.length > 0 && parts.every(hasBeginning));
}
