import { nearestFinder } from './nearest.ts';
import type { PaperTexts } from './paper-texts.ts';
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

/**
 * Finds for each paper those that are about the same: by the terms they share, the rarer the more. There are fewer than
 * asked for, or none, where no others are about the same.
 *
 * @returns by the id of a paper, the nearest first; papers that are equally near go by id
 */
export function relatedPapers(
  texts: PaperTexts,
  { count = 5 }: { count?: number } = {},
): Map<string, RelatedPaper[]> {
  const { ids } = texts.reading;
  const ties = new Ties(texts);
  const nearestTo = nearestFinder(texts, Math.max(mostCandidates, 2 * count));
  const found = ids.map((_, paper) => {
    ties.setPaper(paper);
    const related: { other: number; score: number; reasons: number[] }[] = [];
    for (const { paper: other, score } of nearestTo(paper)) {
      if (related.length === count || score < leastWithout) break;
      if (score < (related[0]?.score ?? 0) * leastShare) break;
      ties.lookAt(other);
      if (score >= nearEnough || ties.scoreWithoutStrongest() >= leastWithout)
        related.push({ other, score, reasons: ties.reasons() });
    }
    return related;
  });
  const forms = texts.index.formsOf(found.flatMap((related) => related.flatMap(({ reasons }) => reasons)));
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
