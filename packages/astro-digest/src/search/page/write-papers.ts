import { toCitations, type CitablePaper, type Citation } from '../../model/citation.ts';
import { toBibtex } from '../../outputs/bibtex.ts';
import { toCslJson } from '../../outputs/csl-json.ts';
import { toMarkdownList } from '../../outputs/markdown-list.ts';
import { toRis } from '../../outputs/ris.ts';
import { betweenNames, type PagefindData } from '../pagefind-api.ts';

/** Forms in which papers that were found can be saved, by the ending of the file. */
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

/**
 * Writes papers of the index in a format, as the site's own bibliographies have them, but for what the index does not hold: venue, keywords,
 * date of the paper, organizations, and the paragraphs of an abstract.
 *
 * @param home absolute address of a page of the site; without one papers of the site that are nowhere else have no address
 */
export function writePapers(
  format: FileFormat,
  records: readonly PagefindData[],
  home: string | undefined,
): string {
  return writers[format](toCitations(records.map((record) => toCitable(record, home))));
}

function toCitable({ url, content, meta }: PagefindData, home: string | undefined): CitablePaper {
  const { title = url, authors, id, doi, links, url: path = url } = meta;
  const address = home === undefined ? path : new URL(path, home).href;
  // Pagefind wants some content, so a paper without an abstract has its title there.
  const abstract = content === title ? '' : content.replaceAll('\u200B_', '_');
  return {
    id: path,
    data: {
      title,
      authors: authors === undefined ? [] : authors.split(betweenNames),
      organizations: [],
      links: (links?.split(' ') ?? [])
        .filter((link) => link.startsWith('p='))
        .map((link) => ({ kind: 'paper', url: link.slice(2) })),
      ...(id !== undefined && { arxivId: id }),
      ...(doi !== undefined && { doi }),
    },
    abstract,
    url: address,
  };
}
