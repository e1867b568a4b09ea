import { Highest } from './highest.ts';
import type { PaperVectors } from './paper-vectors.ts';
import { isWithin } from './term-index.ts';

/** Among how many of the strongest terms that two papers share the reasons are chosen. */
const mostShared = 12;

/** The most terms that are named as a reason. */
const mostReasons = 4;

/** A term that counts less than this share of the strongest is no reason, unless it is the second. */
const leastReason = 0.25;

/** A term that two papers share. */
interface Reason {
  term: number;
  /** What it adds to their cosine. */
  weight: number;
  /** The single words of the term. */
  words: readonly number[];
}

/** What ties a paper to others: the terms that they share. */
export class Ties {
  private readonly vectors: PaperVectors;
  /** What each term counts in the paper that is set. */
  private readonly own: Float64Array;
  private readonly strongest = new Highest(mostShared);
  private paper: number | undefined;
  /** What the shared terms add to the cosine, and the squares of that. */
  private sum = 0;
  private squares = 0;

  constructor(vectors: PaperVectors) {
    this.vectors = vectors;
    this.own = new Float64Array(vectors.isRare.length);
  }

  /** Sets the paper to which others are tied. */
  setPaper(paper: number): void {
    const { starts, terms, weights } = this.vectors;
    if (this.paper !== undefined) {
      const end = starts[this.paper + 1] as number;
      for (let at = starts[this.paper] as number; at < end; at++) this.own[terms[at] as number] = 0;
    }
    for (let at = starts[paper] as number; at < (starts[paper + 1] as number); at++) {
      this.own[terms[at] as number] = weights[at] as number;
    }
    this.paper = paper;
  }

  /** Finds what another paper shares with the one that is set. */
  lookAt(other: number): void {
    const { starts, terms, weights } = this.vectors;
    const { own, strongest } = this;
    strongest.clear();
    this.sum = 0;
    this.squares = 0;
    for (let at = starts[other] as number, end = starts[other + 1] as number; at < end; at++) {
      const term = terms[at] as number;
      const weight = (own[term] as number) * (weights[at] as number);
      if (weight === 0) continue;
      this.sum += weight;
      this.squares += weight * weight;
      if (weight >= strongest.least) strongest.add(term, weight);
    }
  }

  /**
   * How near the two papers would be without one of the terms that they share, the mean of what each would take, weighted
   * by its strength: 0 where they share one only, nearly the whole score where they share many of equal strength.
   */
  scoreWithoutStrongest(): number {
    return this.sum === 0 ? 0 : Math.round((this.sum - this.squares / this.sum) * 10_000) / 10_000;
  }

  /** The terms that count most for the two papers; of a phrase and its words, the phrase alone. */
  reasons(): number[] {
    const { wordsOf } = this.vectors;
    const reasons: Reason[] = [];
    for (let rank = 0; rank < this.strongest.size; rank++) {
      const term = this.strongest.items[rank] as number;
      const weight = this.strongest.scores[rank] as number;
      const words = wordsOf(term);
      if (reasons.length === mostReasons && words.length === 1) continue;
      if (reasons.some((reason) => isWithin(words, reason.words))) continue;
      const part = reasons.findIndex((reason) => isWithin(reason.words, words));
      const { weight: most } = reasons[part] ?? { weight };
      if (part < 0) {
        if (reasons.length < mostReasons) reasons.push({ term, words, weight });
        continue;
      }
      // A phrase takes the place of the first of its words, and the others go.
      reasons[part] = { term, words, weight: most };
      for (let rank = reasons.length - 1; rank > part; rank--) {
        if (isWithin((reasons[rank] as Reason).words, words)) reasons.splice(rank, 1);
      }
    }
    const strongest = reasons[0]?.weight ?? 0;
    return reasons
      .filter(({ weight }, rank) => rank < 2 || weight >= strongest * leastReason)
      .map(({ term }) => term);
  }
}
