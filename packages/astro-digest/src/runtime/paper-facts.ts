import type { LinkKind } from 'remark-digest';
import { arxivAddress, doiAddress } from '../model/citation.ts';
import type { Paper } from '../model/entries.ts';
import type { ExternalLink } from '../outputs/external-link.ts';
import { listOf, mediumDate, t } from './interface.ts';

/** What is known of a paper, in the words and the order of its page: people, categories, then all that is no list of names. */
export function factsOf(paper: Paper): string[] {
  const { authors, organizations, categories = [] } = paper.data;
  return [listOf(authors), listOf(organizations), listOf(categories), ...factsBesidePeople(paper)].filter(
    Boolean,
  );
}

/** What is known of a paper besides names that have pages of their own. */
export function factsBesidePeople({ data }: Paper): string[] {
  const {
    venue,
    date,
    updated,
    announcement,
    replaces,
    withdrawn,
    comment,
    upvotes,
    comments,
    stars,
    submittedBy,
  } = data;
  return [
    venue,
    date && mediumDate(date),
    updated && updated !== date && t('updatedOn', { date: mediumDate(updated) }),
    announcement === 'cross-list' && t('crossListed'),
    announcement === 'replacement' && t('replacement'),
    replaces && t('replaces', { paper: replaces }),
    withdrawn && t('withdrawn'),
    comment,
    upvotes === undefined ? undefined : t('votes', { count: upvotes }),
    comments === undefined ? undefined : t('comments', { count: comments }),
    stars === undefined ? undefined : t('starsOfCode', { count: stars }),
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
