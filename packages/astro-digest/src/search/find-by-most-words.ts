import { askedInTurn } from './asked-words.ts';
import type { Filters } from './filters.ts';
import { bySite, loadPapers, toFound, type LoadedPaper } from './found-paper.ts';
import type { Indexes } from './indexes.ts';
import type { PagefindResult } from './pagefind-api.ts';
import { toPagefindQuery, type Query, type Term } from './query.ts';

/** How many words are asked for: those that tell most. Each loads a file of each index. */
const mostAsked = 6;

/** How many papers are read. */
const mostRead = 36;

/** A paper that has less than this share of what the best one has is not worth a look. */
const leastShare = 0.2;

/** How much of a paper's worth rests on the share of the words that it has. */
const completeness = 0.35;

/** What a word counts for that was not asked for, because others tell more: that of one that a tenth of the papers has. */
const usualWorth = worthOfWord(1, 10);

/** What the asides count for together. */
const asidesWorth = 0.3;

/**
 * Finds the papers that have most of what is asked for, whatever they lack: words count by how few papers have them, and by how much a paper
 * has them.
 *
 * @returns the best first
 */
export async function findByMostWords(
  indexes: Indexes,
  query: Query,
  filters: Filters,
): Promise<LoadedPaper[]> {
  const asked = [...askedInTurn(query), ...query.terms].filter(isFirst).slice(0, mostAsked);
  const [all, ...answers] = await Promise.all([
    indexes.ask(null),
    ...asked.map((term) => indexes.ask(toPagefindQuery([term]), { filters })),
  ]);
  const papers = all?.reduce((sum, { length }) => sum + length, 0) ?? 0;
  const worths = new Map<Term, number>();
  const likely = new Map<string, { result: PagefindResult; worth: number }>();
  for (const [index, term] of asked.entries()) {
    const results = answers[index]?.flat() ?? [];
    const worth = worthOfWord(results.length, papers);
    worths.set(term, worth);
    for (const result of results) {
      const known = likely.get(result.id)?.worth ?? 0;
      likely.set(result.id, { result, worth: known + worth * likelyStrength(result) });
    }
  }
  const first = [...likely.values()].sort((a, b) => b.worth - a.worth).slice(0, mostRead);
  const read = await loadPapers(first.map(({ result }) => toFound(result, query)));
  const inOrder = read
    .map((paper) => ({ paper, worth: worthOfPaper(query.terms, paper, worths) }))
    .sort((a, b) => b.worth - a.worth || bySite(a.paper, b.paper));
  const least = (inOrder[0]?.worth ?? 0) * leastShare;
  return inOrder.filter(({ worth }) => worth > least).map(({ paper }) => paper);
}

function isFirst(term: Term, index: number, terms: readonly Term[]): boolean {
  return terms.indexOf(term) === index;
}

/** What a word counts for that so many papers have: the inverse document frequency of BM25, which is never negative. */
function worthOfWord(having: number, papers: number): number {
  return Math.log(1 + (papers - having + 0.5) / (having + 0.5));
}

/** How much a paper has a word, as far as its index tells before it is read. */
function likelyStrength({ words, matchedMetaFields = [] }: PagefindResult): number {
  const times = words.length + 2.5 * matchedMetaFields.length;
  return times / (times + 1.2);
}

function worthOfPaper(
  terms: readonly Term[],
  { match }: LoadedPaper,
  worths: ReadonlyMap<Term, number>,
): number {
  let sum = asidesWorth * match.asides;
  let having = 0;
  let all = 0;
  for (const [index, term] of terms.entries()) {
    const worth = worths.get(term) ?? usualWorth;
    const strength = match.strengths[index] ?? 0;
    sum += worth * strength;
    all += worth;
    if (strength > 0) having += worth;
  }
  return sum * (1 - completeness + (completeness * having) / all);
}
