/** The numbers with the highest scores, the highest first; those of equal scores by number. */
export class Highest {
  /** How many there are, the first ones of the lists. */
  size = 0;
  /** What is below this is not among them. */
  least = Number.MIN_VALUE;
  readonly items: Int32Array;
  readonly scores: Float64Array;

  /** @param most how many are kept */
  constructor(most: number) {
    this.items = new Int32Array(most);
    this.scores = new Float64Array(most);
  }

  clear(): void {
    this.size = 0;
    this.least = Number.MIN_VALUE;
  }

  /** Adds a number whose score is at least `least`, if it is among the highest. */
  add(item: number, score: number): void {
    const { items, scores } = this;
    if (this.size < items.length) this.size++;
    else if (!this.isBefore(item, score, this.size - 1)) return;
    let rank = this.size - 1;
    for (; rank > 0 && this.isBefore(item, score, rank - 1); rank--) {
      items[rank] = items[rank - 1] as number;
      scores[rank] = scores[rank - 1] as number;
    }
    items[rank] = item;
    scores[rank] = score;
    if (this.size === items.length) this.least = scores[this.size - 1] as number;
  }

  private isBefore(item: number, score: number, rank: number): boolean {
    const other = this.scores[rank] as number;
    return score > other || (score === other && item < (this.items[rank] as number));
  }
}
