import { toCitations, type Citation, type CitedPaper } from '../model/citation.ts';
import type { Paper } from '../model/entries.ts';
import { toJsonLines } from '../outputs/json-lines.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import type { Library } from './library.ts';

/** A paper as citations need it; its address is that of its own place, so a paper that appeared before is given as that one. */
export function toCitedPaper({ id, data, body = '' }: Paper): CitedPaper {
  return { id, data, abstract: body, url: absolute(addresses.paper(id)) };
}

/** Papers in the forms in which bibliographies have them. */
export interface Cited {
  citations: Citation[];
  /** One line of JSON Lines a paper, each with a line feed at its end. */
  lines: string[];
}

/** Every paper of the digest by its id: its citation, and its line of JSON Lines. */
type AllCited = Map<string, { citation: Citation; line: string }>;

const kept = new WeakMap<Library, AllCited>();

/**
 * Papers as bibliographies have them: each once, as its first appearance, in the order given.
 *
 * All papers of the digest are cited at once, when the first is asked for, so that a paper has the same key in every
 * bibliography.
 */
export function citedPapers(library: Library, papers: readonly Paper[]): Cited {
  const all = citeAll(library);
  const ids = new Set(papers.map((paper) => library.homeOf(paper).id));
  const found = [...ids].flatMap((id) => all.get(id) ?? []);
  return { citations: found.map(({ citation }) => citation), lines: found.map(({ line }) => line) };
}

function citeAll(library: Library): AllCited {
  let all = kept.get(library);
  if (!all) {
    const papers = library.papers.map(toCitedPaper);
    const citations = toCitations(papers);
    // No text of a line has a line feed, so there are as many lines as papers.
    const lines = toJsonLines(papers).split('\n');
    all = new Map(
      papers.map(({ id }, index) => [
        id,
        { citation: citations[index] as Citation, line: `${lines[index]}\n` },
      ]),
    );
    kept.set(library, all);
  }
  return all;
}
