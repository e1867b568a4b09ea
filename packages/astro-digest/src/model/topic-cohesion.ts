import type { PaperTexts } from './paper-texts.ts';

/** Tells how much nearer papers are to one another than to all others. */
export class Cohesion {
  private readonly texts: PaperTexts;
  /** What each term counts in all papers together. */
  private readonly all: Float64Array;
  /** One number a term, used for each question anew. */
  private readonly sums: Float64Array;

  constructor(texts: PaperTexts) {
    const { terms, frequency } = texts.index;
    this.texts = texts;
    this.all = new Float64Array(frequency.length);
    this.sums = new Float64Array(frequency.length);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      this.all[term] = (this.all[term] as number) + (texts.weights[at] as number);
    }
  }

  /**
   * The mean cosine of two of the papers, by that of one of them and one of the others: 1 where the papers have no more in
   * common than any have, `Infinity` where they have nothing in common with the others.
   *
   * @param papers their numbers, at least two
   * @param isLeftOut tells of a term whether it doesn't count, such as that by which the papers were found
   */
  of(papers: ReadonlySet<number>, isLeftOut: (term: number) => boolean): number {
    const { index, weights } = this.texts;
    const { starts, terms } = index;
    const touched: number[] = [];
    // The cosines of all pairs of the papers, each twice; then, of the papers and the others.
    let inside = 0;
    for (const paper of papers) {
      const start = starts[paper] as number;
      const end = starts[paper + 1] as number;
      let squares = 0;
      for (let at = start; at < end; at++) {
        if (!isLeftOut(terms[at] as number)) squares += (weights[at] as number) ** 2;
      }
      if (squares === 0) continue;
      // A paper and itself are no pair.
      inside--;
      for (let at = start; at < end; at++) {
        const term = terms[at] as number;
        if (isLeftOut(term)) continue;
        const sum = this.sums[term] as number;
        if (sum === 0) touched.push(term);
        this.sums[term] = sum + (weights[at] as number) / Math.sqrt(squares);
      }
    }
    let outside = 0;
    for (const term of touched) {
      const sum = this.sums[term] as number;
      inside += sum * sum;
      outside += sum * (this.all[term] as number);
    }
    for (const paper of papers) {
      for (let at = starts[paper] as number; at < (starts[paper + 1] as number); at++) {
        outside -= (this.sums[terms[at] as number] as number) * (weights[at] as number);
      }
    }
    for (const term of touched) this.sums[term] = 0;
    const others = this.texts.reading.ids.length - papers.size;
    // What rounding leaves of a sum that is 0.
    if (outside < 1e-9) return Infinity;
    // Rounded, so that the last bits decide nothing.
    return Math.round(((inside * others) / (outside * (papers.size - 1))) * 1000) / 1000;
  }
}
