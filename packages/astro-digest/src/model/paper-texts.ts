import { once } from './once.ts';
import { readPapers, type Reading, type TextPaper } from './reading.ts';
import { indexTerms, type TermIndex } from './term-index.ts';
import { weighTerms } from './term-weights.ts';

/** What papers say, worked out when it is first asked for, and once for all that rests on it. */
export interface PaperTexts {
  readonly reading: Reading;
  readonly index: TermIndex;
  /** What each term counts in each paper; see `weighTerms`. */
  readonly weights: Float64Array;
}

/**
 * Reads papers, when somebody asks.
 *
 * @param papers each once: of a paper that several issues have, one appearance only
 * @param known texts whose words are known beforehand, such as the terms of a site's own topics; see `readPapers`
 * @param isLearnt tells of a paper whether something is learnt from it. Default: of all
 */
export function textsOf(
  papers: readonly TextPaper[],
  known: readonly string[] = [],
  isLearnt?: (id: string) => boolean,
): PaperTexts {
  const reading = once(() => readPapers(papers, known, isLearnt));
  const index = once(() => indexTerms(reading()));
  const weights = once(() => weighTerms(index(), reading().learnt));
  return {
    get reading() {
      return reading();
    },
    get index() {
      return index();
    },
    get weights() {
      return weights();
    },
  };
}
