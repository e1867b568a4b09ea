import type { Citation } from '../model/citation.ts';
import type { Paper } from '../model/entries.ts';
import { toBibtex } from '../outputs/bibtex.ts';
import { toCslJson } from '../outputs/csl-json.ts';
import { toJsonLines } from '../outputs/json-lines.ts';
import { toRis } from '../outputs/ris.ts';
import { toCitedPaper } from './cited-papers.ts';
import { fileNameOf, textFile } from './files.ts';
import type { Library } from '../model/library.ts';

interface Format {
  write: (citations: readonly Citation[], papers: readonly Paper[]) => string;
  type: string;
}

const formats: Record<string, Format> = {
  'papers.bib': { write: toBibtex, type: 'application/x-bibtex' },
  'papers.ris': { write: toRis, type: 'application/x-research-info-systems' },
  'papers.json': { write: toCslJson, type: 'application/vnd.citationstyles.csl+json' },
  'papers.jsonl': {
    write: (citations, papers) => toJsonLines(papers.map(toCitedPaper), citations),
    type: 'application/jsonl',
  },
};

/**
 * Answers with a bibliography of papers in the format that the route's last part names: each paper once, as its first
 * appearance, in the order given.
 *
 * @param routePattern such as `/papers/[issue]/papers.bib`
 */
export function bibliographyFile(library: Library, papers: readonly Paper[], routePattern: string): Response {
  const { write, type } = formats[fileNameOf(routePattern)] as Format;
  const homes = [...new Set(papers.map(library.homeOf))];
  const citations = homes.map(library.citationOf);
  return textFile(write(citations, homes), type);
}
