import { loadPapers, type IndexedPaper } from './found-paper.ts';
import type { Indexes } from './indexes.ts';
import { toPagefindQuery, type Query, type Term } from './query.ts';

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

/** Which indexes have a word itself: what stands in quotes is never replaced. */
async function whichKnow(indexes: Indexes, term: Term): Promise<boolean[]> {
  const words = toPagefindQuery([term]).split(' ');
  const answers = await Promise.all(words.map((word) => indexes.ask(`"${word}"`)));
  return (answers[0] ?? []).map((_, index) => answers.every((lists) => (lists[index]?.length ?? 0) > 0));
}
