import type { Lexicon } from './lexicon.ts';
import type { Terms } from './term-index.ts';
import type { TermWorth } from './term-weights.ts';

/** Words and terms as papers taught them. */
export interface Vocabulary {
  lexicon: Lexicon;
  terms: Terms;
  worth: TermWorth;
}
