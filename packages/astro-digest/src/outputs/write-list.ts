import { toCitations, type CitablePaper, type Citation } from '../model/citation.ts';
import { toBibtex } from './bibtex.ts';
import { toCslJson } from './csl-json.ts';
import { toMarkdownList } from './markdown-list.ts';
import { toRis } from './ris.ts';

/** Forms in which a list of papers can be saved, by the ending of the file. */
export type FileFormat = 'bib' | 'ris' | 'json' | 'md';

/** Media types of the files. */
export const fileTypes: Readonly<Record<FileFormat, string>> = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  json: 'application/vnd.citationstyles.csl+json',
  md: 'text/markdown',
};

const writers: Record<FileFormat, (citations: readonly Citation[]) => string> = {
  bib: toBibtex,
  ris: toRis,
  json: toCslJson,
  md: toMarkdownList,
};

/** Writes a list of papers in a format, as the site's own bibliographies have them. */
export function writeList(format: FileFormat, papers: readonly CitablePaper[]): string {
  return writers[format](toCitations(papers));
}
