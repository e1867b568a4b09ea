import { once } from './once.ts';
import { readPapers, type Reading, type TextPaper } from './reading.ts';
import { indexTerms, type TermIndex } from './term-index.ts';
import { termWorth, weighTerms, type TermWorth } from './term-weights.ts';

/** What papers say, worked out when it is first asked for, and once for all that rests on it. */
export interface PaperTexts {
  readonly reading: Reading;
  readonly index: TermIndex;
  readonly worth: TermWorth;
  /** What each term counts in each paper; see `weighTerms`. */
  readonly weights: Float64Array;
}

/**
 * Reads papers, when somebody asks.
 *
 * @param papers each once: of a paper that several issues have, one appearance only
 * @param known texts whose words are known beforehand, such as the terms of a site's own topics; see `readPapers`
 */
export function textsOf(papers: readonly TextPaper[], known: readonly string[] = []): PaperTexts {
  const reading = once(() => readPapers(papers, known));
  const index = once(() => indexTerms(reading()));
  const worth = once(() => termWorth(index()));
  const weights = once(() => weighTerms(index(), worth()));
  return {
    get reading() {
      return reading();
    },
    get index() {
      return index();
    },
    get worth() {
      return worth();
    },
    get weights() {
      return weights();
    },
  };
}
