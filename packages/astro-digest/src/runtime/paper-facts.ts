import { arxivAddress, doiAddress } from '../model/citation.ts';
import type { Paper } from '../model/entries.ts';
import type { ExternalLink } from '../outputs/external-link.ts';
import { mediumDate, t } from './interface.ts';

/** What is known of a paper, in the words and the order of its page: people, venue, day, votes, who handed it in. */
export function factsOf({ data }: Paper): string[] {
  const { authors, organizations, venue, date, upvotes, submittedBy } = data;
  return [
    authors.join(', '),
    organizations.join(', '),
    venue,
    date && mediumDate(date),
    upvotes === undefined ? undefined : t('votes', { count: upvotes }),
    submittedBy && t('submittedBy', { person: submittedBy }),
  ].filter((fact): fact is string => Boolean(fact));
}

/** Where a paper, its code, its data and so on are, in the order of its page. */
export function linksOf({ data: { arxivId, doi, links } }: Paper): ExternalLink[] {
  return [
    ...(arxivId ? [{ url: arxivAddress(arxivId), name: 'arXiv' }] : []),
    ...(doi ? [{ url: doiAddress(doi), name: 'DOI' }] : []),
    ...links.map(({ url, kind }) => ({ url, name: t(kind) })),
  ];
}
