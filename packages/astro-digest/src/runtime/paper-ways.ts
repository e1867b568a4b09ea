import config from 'virtual:astro-digest/config';
import { arxivForms } from '../model/arxiv-forms.ts';
import { doiAddress } from '../model/citation.ts';
import type { Paper } from '../model/entries.ts';
import { lookupAddress } from '../model/lookup.ts';
import { placeOf, type ExternalLink } from '../outputs/external-link.ts';
import { linksOf } from './paper-facts.ts';

/** The way to a paper itself. */
export interface PaperWays {
  /** Where it is, such as on arXiv, each place with its forms; none where the digest does not tell. */
  places: {
    /** What the place is called. */
    name: string;
    /** The forms in which it has the paper, such as its PDF. */
    forms: ExternalLink[];
  }[];
  /** Where its title can be looked for; nothing where the digest tells a place. */
  lookup: ExternalLink[];
}

/** The way to a paper itself: the places that its digest tells, by an identifier or an address; where it tells none, searches for its title. */
export function waysTo(paper: Paper): PaperWays {
  const { arxivId, doi, title } = paper.data;
  const arxiv = arxivId === undefined ? undefined : arxivForms(arxivId);
  const onArxiv = Object.values(arxiv ?? {});
  const identified = [...onArxiv, ...(doi === undefined ? [] : [doiAddress(doi)])];
  const others = linksOf(paper).filter(
    ({ kind, url }) => kind === 'paper' && !identified.some((address) => url.startsWith(address)),
  );
  const places = [
    ...(arxiv === undefined ? [] : [{ name: 'arXiv', forms: formsOf(arxivId as string, arxiv) }]),
    ...(doi === undefined ? [] : [{ name: 'DOI', forms: [{ url: doiAddress(doi), name: doi }] }]),
    ...others.map(({ url, name }) => ({ name, forms: [{ url, name: placeOf(url) }] })),
  ];
  const lookup = config.lookup.map((place) => ({
    name: place.name,
    url: lookupAddress(place, title),
  }));
  return { places, lookup: places.length > 0 ? [] : lookup };
}

function formsOf(arxivId: string, { abstract, pdf, html }: ReturnType<typeof arxivForms>): ExternalLink[] {
  return [
    { url: abstract, name: arxivId },
    { url: pdf, name: 'PDF' },
    ...(html === undefined ? [] : [{ url: html, name: 'HTML' }]),
  ];
}
