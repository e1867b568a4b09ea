import type { LinkKind } from 'remark-digest';
import { arxivAddress, doiAddress } from '../model/citation.ts';
import type { Paper } from '../model/entries.ts';
import type { ExternalLink } from '../outputs/external-link.ts';
import { listOf, mediumDate, t } from './interface.ts';

/** What is known of a paper, in the words and the order of its page: people, venue, day, votes, who handed it in. */
export function factsOf({ data }: Paper): string[] {
  const { authors, organizations, venue, date, upvotes, submittedBy } = data;
  return [
    listOf(authors),
    listOf(organizations),
    venue,
    date && mediumDate(date),
    upvotes === undefined ? undefined : t('votes', { count: upvotes }),
    submittedBy && t('submittedBy', { person: submittedBy }),
  ].filter((fact): fact is string => Boolean(fact));
}

/** Where a paper, its code, its data and so on are, each once, in the order of its page. */
export function linksOf({ data: { arxivId, doi, links } }: Paper): (ExternalLink & { kind: LinkKind })[] {
  const identifiers = [
    ...(arxivId ? [{ url: arxivAddress(arxivId), name: 'arXiv', kind: 'paper' as const }] : []),
    ...(doi ? [{ url: doiAddress(doi), name: 'DOI', kind: 'paper' as const }] : []),
  ];
  const others = links.filter(({ url }) => !identifiers.some((identifier) => url.startsWith(identifier.url)));
  return [...identifiers, ...others.map(({ url, kind }) => ({ url, name: t(kind), kind }))];
}
