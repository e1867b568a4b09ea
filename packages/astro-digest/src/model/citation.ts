import { canonicalText } from 'remark-digest/light';
import type { PaperData } from '../content/schemas.ts';
import { citationKey, uniqueKeys, type KeyedWork, type ToAscii } from './citation-key.ts';
import { toName, type CitationName } from './person-name.ts';
import { singleLine } from './single-line.ts';
import { isArxiv, venueKind } from './venue.ts';

/** A paper as citations need it. */
export interface CitablePaper {
  /** What tells it from others: the id of its issue, a slash, its slug. */
  id: string;
  data: CitedFacts;
  /** Plain text of its abstract; empty where it has none. */
  abstract: string;
  /**
   * Address of it in the digest, where it has one: absolute, or a path from the root of the host where the site has no address
   * of its own.
   */
  url?: string | undefined;
}

/** What of a paper is cited. */
export type CitedFacts = Pick<PaperData, 'title' | 'authors' | 'organizations'> &
  Partial<
    Pick<PaperData, 'venue' | 'date' | 'arxivId' | 'doi' | 'keywords' | 'categories' | 'comment' | 'language'>
  > & { links: readonly Pick<PaperData['links'][number], 'kind' | 'url'>[] };

/** A paper as bibliographies need it, with all that is known of it. */
export interface CitedPaper extends CitablePaper {
  data: PaperData;
}

/**
 * One paper in the terms of CSL-JSON, version 1.0.2
 * (https://github.com/citation-style-language/schema, `csl-data.json`).
 *
 * Every text is well-formed Unicode without control characters, and all but the abstract are on one line. Some texts of
 * CSL-JSON may have markup such as `<i>`; there is no way to say that a title's `<i>` is none, so such a title is read
 * by CSL processors as they like.
 */
export interface Citation {
  /** Key of the citation, such as `kingma2014adam`. */
  id: string;
  /** A journal or a conference where the venue tells so for sure; `article`, which is a preprint, otherwise. */
  type: 'article' | 'article-journal' | 'paper-conference';
  /** Never empty: `Untitled` in place of one without any visible character. */
  title: string;
  /** Absent when the digest names none. */
  author?: CitationName[];
  /**
   * When the paper came out: year, month, day, as far as it is known.
   *
   * Of a paper that is on arXiv alone and has no date, the year and month that its arXiv identifier tells
   * (https://info.arxiv.org/help/arxiv_identifier.html). Never the day of the issue: this is when the paper was listed.
   * It is no `accessed` either, since nobody has looked at the paper's address for this citation on that day.
   */
  issued?: { 'date-parts': [number[]] };
  /** Journal, conference, or what else the digest has as venue. */
  'container-title'?: string;
  /** `arXiv`, of a paper that is there, whether its identifier is known or not. */
  archive?: 'arXiv';
  /** arXiv identifier after `arXiv:`, of a paper that has no venue: styles print it as the number of the preprint. */
  number?: string;
  /** arXiv identifier, of a paper that has a venue: there styles would print a number as one of the venue's. */
  archive_location?: string;
  DOI?: string;
  /**
   * Where the paper is: on arXiv, at its DOI, at the digest's link of the kind `paper`, or, where none of these is known,
   * the page of the digest, if its address is absolute.
   */
  URL?: string;
  /** Plain text, one line a paragraph. */
  abstract?: string;
  /** Keywords, then what the digest sorts it under, with commas between. */
  keyword?: string;
  /** BCP 47 tag of the language it is written in. */
  language?: string;
  /** What its authors say of it, such as `12 pages, 3 figures`. */
  note?: string;
}

/**
 * Makes the citation of one paper; the same for all that write it.
 *
 * @param key what it is called among others
 */
export function citationWithKey(paper: CitablePaper, key: string): Citation {
  const { data, abstract, url } = paper;
  const title = titleOf(data);
  const author = authorNames(data).map((name) => toName(name, data.organizations));
  const given = givenVenue(data);
  const venue = isArxiv(given) ? '' : given;
  const kind = venueKind(venue);
  const arxivId = validArxivId(data.arxivId);
  const doi = validDoi(data.doi);
  const date = dateOf(data, arxivId, venue);
  const address = addressOf(data, arxivId, doi, url);
  const text = canonicalText(abstract);
  // A comma parts keywords in every format, so none can have one.
  const keywords = [...new Set([...(data.keywords ?? []), ...(data.categories ?? [])])]
    .map((word) => singleLine(word.replaceAll(',', ' ')))
    .filter(Boolean);
  const note = data.comment === undefined ? '' : singleLine(data.comment);
  return {
    id: key,
    type: kind === 'journal' ? 'article-journal' : kind === 'conference' ? 'paper-conference' : 'article',
    title,
    ...(author.length > 0 ? { author } : {}),
    ...(date ? { issued: { 'date-parts': [date] } } : {}),
    ...(venue === '' ? {} : { 'container-title': venue }),
    ...(arxivId || isArxiv(given) ? { archive: 'arXiv' } : {}),
    ...(arxivId && (venue === '' ? { number: `arXiv:${arxivId}` } : { archive_location: arxivId })),
    ...(doi ? { DOI: doi } : {}),
    ...(address ? { URL: address } : {}),
    ...(text === '' ? {} : { abstract: text }),
    ...(keywords.length > 0 ? { keyword: keywords.join(', ') } : {}),
    ...(data.language === undefined ? {} : { language: singleLine(data.language) }),
    ...(note === '' ? {} : { note }),
  };
}

/**
 * The key of a paper's citation where no other paper has the same.
 *
 * @param toAscii writes a text in ASCII, as far as it can
 */
export function bareKeyOf({ data }: CitablePaper, toAscii: ToAscii): string {
  const [first] = authorNames(data);
  const given = givenVenue(data);
  const date = dateOf(data, validArxivId(data.arxivId), isArxiv(given) ? '' : given);
  const work: KeyedWork = {
    title: titleOf(data),
    ...(first === undefined ? {} : { author: [toName(first, data.organizations)] }),
    ...(date ? { issued: { 'date-parts': [date] } } : {}),
  };
  return citationKey(work, toAscii);
}

const titleOf = ({ title }: CitedFacts): string => singleLine(title) || 'Untitled';

const givenVenue = ({ venue }: CitedFacts): string => (venue === undefined ? '' : singleLine(venue));

/** Names of authors that have any letter. */
function authorNames({ authors }: CitedFacts): string[] {
  return authors.filter((name) => /[^\s,]/.test(singleLine(name)));
}

function dateOf({ date }: CitedFacts, arxivId: string | undefined, venue: string): number[] | undefined {
  return datePartsOf(date) ?? (arxivId && venue === '' ? datePartsOfArxivId(arxivId) : undefined);
}

/**
 * Makes the citations of several papers, each with a key of its own ({@link uniqueKeys}).
 *
 * A paper that is given twice is there twice; whoever asks gives each once.
 *
 * @param toAscii writes a text in ASCII, as far as it can
 */
export function citationsWithKeys(papers: readonly CitablePaper[], toAscii: ToAscii): Citation[] {
  const keys = uniqueKeys(papers.map((paper) => ({ id: paper.id, key: bareKeyOf(paper, toAscii) })));
  return papers.map((paper, index) => citationWithKey(paper, keys[index] as string));
}

/** The arXiv identifier of a citation, without `arXiv:`. */
export function arxivIdOf({ number, archive_location: location }: Citation): string | undefined {
  return location ?? number?.replace(/^arXiv:/, '');
}

/** Address of a paper on arXiv. */
export function arxivAddress(arxivId: string): string {
  return `https://arxiv.org/abs/${arxivId}`;
}

/** Address of a DOI (https://www.doi.org/doi-handbook/HTML/encoding.html: what has a meaning in addresses is encoded). */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/').replaceAll('%3A', ':')}`;
}

/** Whether an address can be followed from anywhere. */
export function isAbsolute(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

function addressOf(
  { links }: CitedFacts,
  arxivId: string | undefined,
  doi: string | undefined,
  page: string | undefined,
): string | undefined {
  if (arxivId) return arxivAddress(arxivId);
  if (doi) return doiAddress(doi);
  const link = singleLine(links.find(({ kind }) => kind === 'paper')?.url ?? page ?? '');
  return isAbsolute(link) && URL.canParse(link) ? safeAddress(link) : undefined;
}

/** An address as the URL standard writes it (https://url.spec.whatwg.org), without quotes, braces and other signs of TeX. */
function safeAddress(address: string): string {
  return new URL(address).href.replace(/["'<>\\^`{|}]/g, (sign) =>
    sign === "'" ? '%27' : encodeURIComponent(sign),
  );
}

/** Both forms of https://info.arxiv.org/help/arxiv_identifier.html, with or without a version. */
function validArxivId(id: string | undefined): string | undefined {
  return id !== undefined && /^(?:\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/.test(id)
    ? id
    : undefined;
}

function validDoi(doi: string | undefined): string | undefined {
  const clean = doi === undefined ? '' : singleLine(doi);
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(clean) ? clean : undefined;
}

/** Year, month and day, as far as they are told, of a day that there is. */
function datePartsOf(day: string | undefined): number[] | undefined {
  const parts = /^[1-9]\d{3}(?:-\d{2}){0,2}$/.test(day ?? '')
    ? (day ?? '').split('-').map(Number)
    : undefined;
  if (!parts) return undefined;
  const [year = 0, month = 1, date = 1] = parts;
  const real = new Date(Date.UTC(year, month - 1, date));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === date ? parts : undefined;
}

function datePartsOfArxivId(id: string): number[] | undefined {
  const [, year, month] = /(?:^|\/)(\d{2})(\d{2})/.exec(id)?.map(Number) ?? [];
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  return [year + (year > 90 ? 1900 : 2000), month];
}
