import type { CitablePaper } from '../../model/citation.ts';
import { betweenNames, type PagefindData } from '../pagefind-api.ts';

/**
 * A paper of the index as citations need it, with all that the index holds: no venue, keywords, date of the paper and organizations, and no
 * paragraphs of an abstract.
 *
 * @param home absolute address of a page of the site; without one papers of the site that are nowhere else have no address
 */
export function toCitable({ url, content, meta }: PagefindData, home: string | undefined): CitablePaper {
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
