import { arxivIdOf, isAbsolute, type Citation } from '../model/citation.ts';
import { fullFamilyName, type CitationName } from '../model/person-name.ts';

/** A `<meta>` element with a name; whoever writes it escapes both. */
export interface MetaTag {
  name: string;
  content: string;
}

/**
 * The tags of Highwire Press that Google Scholar and Zotero read from a paper's page
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing).
 *
 * @param page address of the paper's page; told only where it is absolute
 * @param language of the paper, such as `en` (BCP 47); not told when absent
 */
export function citationMeta(
  citation: Citation,
  { page, language }: { page?: string; language?: string } = {},
): MetaTag[] {
  const venue = citation['container-title'];
  const tags: [name: string, content: string | undefined][] = [
    ['citation_title', citation.title],
    ...(citation.author ?? []).map((name): [string, string] => ['citation_author', authorOf(name)]),
    [
      'citation_publication_date',
      citation.issued?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('/'),
    ],
    ['citation_journal_title', citation.type === 'article-journal' ? venue : undefined],
    ['citation_conference_title', citation.type === 'paper-conference' ? venue : undefined],
    ['citation_doi', citation.DOI],
    ['citation_arxiv_id', arxivIdOf(citation)],
    ['citation_abstract_html_url', page && isAbsolute(page) ? page : undefined],
    ['citation_keywords', citation.keyword?.replaceAll(', ', '; ')],
    ['citation_language', citation.language ?? language],
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

/** A name such as `van der Berg, Jan Jr.`: Zotero reads two parts only. */
function authorOf(name: CitationName): string {
  if (name.literal !== undefined) return name.literal;
  const given = [name.given, name.suffix].filter(Boolean).join(' ');
  return [fullFamilyName(name), given].filter(Boolean).join(', ');
}
