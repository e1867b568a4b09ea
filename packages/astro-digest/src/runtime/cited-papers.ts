import { toCitations, type Citation, type CitedPaper } from '../model/citation.ts';
import type { Paper } from '../model/entries.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import type { Library } from './library.ts';

const kept = new WeakMap<Library, Map<string, Citation>>();

/**
 * The citation of a paper, as its first appearance.
 *
 * All papers of the digest are cited at once, when the first is asked for, so that a paper has the same key everywhere.
 */
export function citationOf(library: Library, paper: Paper): Citation {
  let all = kept.get(library);
  if (!all) {
    const citations = toCitations(library.papers.map(toCitedPaper));
    all = new Map(library.papers.map(({ id }, index) => [id, citations[index] as Citation]));
    kept.set(library, all);
  }
  return all.get(library.homeOf(paper).id) as Citation;
}

/** A paper as citations need it; its address is that of its own place, so a paper that appeared before is given as that one. */
export function toCitedPaper({ id, data, body = '' }: Paper): CitedPaper {
  return { id, data, abstract: body, url: absolute(addresses.paper(id)) };
}
