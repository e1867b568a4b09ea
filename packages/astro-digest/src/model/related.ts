import { nearestFinder } from './nearest.ts';
import type { PaperVectors } from './paper-vectors.ts';
import { Ties } from './ties.ts';

/** A paper that is related to another. */
export interface RelatedPaper {
  id: string;
  /** How near it is: above 0, at most 1. */
  score: number;
  /** The terms that tie the two together, the strongest first, as they stand in the texts; up to four. */
  terms: string[];
}

/** How many papers that share the rarer terms are compared by all terms. */
const mostCandidates = 20;

/** What is less near than this share of the nearest that is related is not. */
const leastShare = 0.4;

/** What is less near than this without one of its strong terms (see `Ties`) is not related: most texts have some word in common. */
const leastWithout = 0.12;

/** What is as near as this is related all the same: both come back to their one term again and again. */
const nearEnough = 0.4;

/** A paper beside another one, by their numbers. */
export interface Neighbour {
  other: number;
  score: number;
  /** Numbers of the terms that tie the two together. */
  reasons: number[];
}

/**
 * Finds for each paper those that it names: of those that came out before it or with it, the ones that are about the same, by the terms they
 * share, the rarer the more. There are fewer than asked for, or none, where no others are about the same.
 *
 * @param count how many a paper names at most
 * @param ranks numbers of the papers' issues in time, by the numbers of the papers
 * @param first number of the first paper for which they are looked for. Default: 0
 * @returns the nearest first
 */
export function papersBefore(
  vectors: PaperVectors,
  count: number,
  ranks: Int32Array,
  first = 0,
): Neighbour[][] {
  const ties = new Ties(vectors);
  const nearestTo = nearestFinder(vectors, Math.max(mostCandidates, 2 * count), ranks);
  return vectors.ids.slice(first).map((_, index) => {
    const paper = first + index;
    ties.setPaper(paper);
    const named: Neighbour[] = [];
    for (const { paper: other, score } of nearestTo(paper)) {
      if (named.length === count || score < leastWithout) break;
      if (score < (named[0]?.score ?? 0) * leastShare) break;
      ties.lookAt(other);
      if (score >= nearEnough || ties.scoreWithoutStrongest() >= leastWithout)
        named.push({ other, score, reasons: ties.reasons() });
    }
    return named;
  });
}

/**
 * The papers that are related to each paper: those that it names, and those that came later and name it. So what is related to a paper
 * changes by later papers only where these are about the very same.
 *
 * @param before what each names; see `papersBefore`
 * @param formsOf gives terms as readers see them, by number
 * @returns by the id of a paper, the nearest first; papers that are equally near go by id
 */
export function relatedPapers(
  ids: readonly string[],
  before: readonly (readonly Neighbour[])[],
  ranks: Int32Array,
  count: number,
  formsOf: (terms: readonly number[]) => ReadonlyMap<number, string>,
): Map<string, RelatedPaper[]> {
  const all = before.map((named) => [...named]);
  for (const [paper, named] of before.entries()) {
    for (const { other, score, reasons } of named) {
      if ((ranks[other] as number) < (ranks[paper] as number))
        all[other]?.push({ other: paper, score, reasons });
    }
  }
  const found = all.map((named) => nearestOf(named, ids, count));
  const forms = formsOf(found.flatMap((related) => related.flatMap(({ reasons }) => reasons)));
  return new Map(
    found.map((related, paper) => [
      ids[paper] as string,
      related.map(({ other, score, reasons }) => ({
        id: ids[other] as string,
        score,
        terms: reasons.map((term) => forms.get(term) as string),
      })),
    ]),
  );
}

/** The nearest of those that a paper names. */
function nearestOf(named: readonly Neighbour[], ids: readonly string[], count: number): Neighbour[] {
  const sorted = named.toSorted(
    (a, b) => b.score - a.score || ((ids[a.other] as string) < (ids[b.other] as string) ? -1 : 1),
  );
  const least = (sorted[0]?.score ?? 0) * leastShare;
  return sorted.filter(({ score }) => score >= least).slice(0, count);
}
