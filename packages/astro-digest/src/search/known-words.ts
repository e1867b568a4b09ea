import { stem } from '../model/stem.ts';
import { loadPapers, type IndexedPaper } from './found-paper.ts';
import type { Indexes } from './indexes.ts';
import type { PagefindResult } from './pagefind-api.ts';
import { toPagefindQuery, type Query, type Term } from './query.ts';
import { splitForms } from './words.ts';

/**
 * Leaves out what indexes give that don't know a word which another one knows. An index ignores a word that it doesn't know, or
 * takes the beginning of it for it, where one index of all papers would find that none of these papers has it.
 *
 * @param lists of each index what it has
 */
export async function havingKnownWords(
  indexes: Indexes,
  lists: readonly IndexedPaper[][],
  query: Query,
): Promise<IndexedPaper[][]> {
  if (lists.length < 2 || query.terms.length === 0) return [...lists];
  const heads = await Promise.all(lists.map((list) => loadPapers(list.slice(0, 1))));
  let left = [...lists];
  for (const [number, term] of query.terms.entries()) {
    const has = heads.map(([head]) => head && (head.match.fields[number]?.length ?? 0) > 0);
    if (has.every((having) => having !== false)) continue;
    const knowing = await whichKnow(indexes, term);
    const knows = has.map((having, index) => having === true || knowing[index] === true);
    if (knows.some(Boolean)) left = left.map((list, index) => (knows[index] ? list : []));
  }
  return left;
}

/** Which indexes have a word, or words that begin with it. */
async function whichKnow(indexes: Indexes, term: Term): Promise<boolean[]> {
  const words = toPagefindQuery([term]).split(' ');
  const known = await Promise.all(words.map((word) => whichKnowWord(indexes, word)));
  return (known[0] ?? []).map((_, index) => known.every((knowing) => knowing[index] === true));
}

async function whichKnowWord(indexes: Indexes, word: string): Promise<boolean[]> {
  // What stands in quotes is never taken for another word.
  const [itself, likely] = await Promise.all([indexes.ask(`"${word}"`), indexes.ask(word)]);
  return Promise.all(
    itself.map(async (results, index) => {
      const [first] = likely[index] ?? [];
      return results.length > 0 || (first !== undefined && (await hasLonger(first, word)));
    }),
  );
}

/** Whether a paper was found by a longer word, such as `transformers` by `transf`, and not by the beginning of the word. */
async function hasLonger(result: PagefindResult, word: string): Promise<boolean> {
  const words = (await result.data()).content.split(/\s+/);
  const root = stem(word);
  return result.words
    .flatMap((place) => splitForms(words[place] ?? ''))
    .some(({ whole, parts }) => [whole, ...parts].some((form) => form.startsWith(root)));
}
