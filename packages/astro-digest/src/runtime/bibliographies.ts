import type { Paper } from '../model/entries.ts';
import { toBibtex } from '../outputs/bibtex.ts';
import { toCslJson } from '../outputs/csl-json.ts';
import { toRis } from '../outputs/ris.ts';
import { citedPapers, type Cited } from './cited-papers.ts';
import { fileNameOf, textFile } from './files.ts';
import type { Library } from './library.ts';

const formats: Record<string, { write: (papers: Cited) => string; type: string }> = {
  'papers.bib': { write: ({ citations }) => toBibtex(citations), type: 'application/x-bibtex' },
  'papers.ris': { write: ({ citations }) => toRis(citations), type: 'application/x-research-info-systems' },
  'papers.json': {
    write: ({ citations }) => toCslJson(citations),
    type: 'application/vnd.citationstyles.csl+json',
  },
  'papers.jsonl': { write: ({ lines }) => lines.join(''), type: 'application/jsonl' },
};

/**
 * Answers with a bibliography of papers in the format that the route's last part names.
 *
 * @param routePattern such as `/papers/[issue]/papers.bib`
 */
export function bibliographyFile(library: Library, papers: readonly Paper[], routePattern: string): Response {
  const { write, type } = formats[fileNameOf(routePattern)] as (typeof formats)[string];
  return textFile(write(citedPapers(library, papers)), type);
}
