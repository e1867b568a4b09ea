import type { Citation } from '../model/citation.ts';
import type { Paper } from '../model/entries.ts';
import { bibliographyFormats } from '../model/file-formats.ts';
import { toBibtex } from '../outputs/bibtex.ts';
import { toCslJson } from '../outputs/csl-json.ts';
import { toJsonLines } from '../outputs/json-lines.ts';
import { toRis } from '../outputs/ris.ts';
import { toCitedPaper } from './cited-papers.ts';
import { fileNameOf, textFile } from './files.ts';
import type { Library } from '../model/library.ts';

type Write = (citations: readonly Citation[], papers: readonly Paper[]) => string;

const writers: Record<(typeof bibliographyFormats)[number]['file'], Write> = {
  bib: toBibtex,
  ris: toRis,
  json: toCslJson,
  jsonl: (citations, papers) => toJsonLines(papers.map(toCitedPaper), citations),
};

/**
 * Answers with a bibliography of papers in the format that the route's last part names: each paper once, as its first
 * appearance, in the order given.
 *
 * @param routePattern such as `/papers/[issue]/papers.bib`
 */
export function bibliographyFile(library: Library, papers: readonly Paper[], routePattern: string): Response {
  const ending = fileNameOf(routePattern).split('.').at(-1);
  const { file, type } = bibliographyFormats.find(
    ({ file }) => file === ending,
  ) as (typeof bibliographyFormats)[number];
  const homes = [...new Set(papers.map(library.homeOf))];
  const citations = homes.map(library.citationOf);
  return textFile(writers[file](citations, homes), type);
}
