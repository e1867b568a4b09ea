import anyAscii from 'any-ascii';
import { uniqueKeys } from './citation-key.ts';
import {
  bareKeyOf,
  citationsWithKeys,
  citationWithKey,
  type CitablePaper,
  type Citation,
} from './citation.ts';

/**
 * Makes the citation of one paper, with a key in which names and titles of all scripts are written in ASCII. The table for that is too large for
 * browsers.
 *
 * @param key what it is called among others. Default: the key that it has where no other paper has the same
 */
export function toCitation(paper: CitablePaper, key: string = bareKeyOf(paper, anyAscii)): Citation {
  return citationWithKey(paper, key);
}

/** Makes the citations of several papers; see {@link citationsWithKeys}. */
export function toCitations(papers: readonly CitablePaper[]): Citation[] {
  return citationsWithKeys(papers, anyAscii);
}

/** The keys that {@link toCitations} gives papers. */
export function citationKeys(papers: readonly CitablePaper[]): string[] {
  return uniqueKeys(papers.map((paper) => ({ id: paper.id, key: bareKeyOf(paper, anyAscii) })));
}
