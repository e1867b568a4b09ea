import {
  arxivAddress,
  arxivIdOf,
  doiAddress,
  isAbsolute,
  type Citation,
  type CitedPaper,
} from '../model/citation.ts';
import { toCitation } from '../model/keyed-citation.ts';
import { isOrganization, spokenName, type CitationName } from '../model/person-name.ts';
import { singleLine } from '../model/single-line.ts';

const context = 'https://schema.org' as const;

/** A page with its name. */
export interface NamedPage {
  name: string;
  /** Absolute, or a path from the root of the host; absent where there is no such page. */
  url?: string | undefined;
}

/** What the page of an issue tells of itself. */
export interface IssuePage extends NamedPage {
  description?: string;
  /** Its day, `YYYY-MM-DD`. */
  date?: string;
  /** Who chose the papers. */
  curator?: string;
  /** Its papers, in their order. */
  papers: readonly NamedPage[];
  /** The digest it is an issue of. */
  digest: NamedPage;
}

/** What the front page tells of the digest. */
export interface FrontPage extends NamedPage {
  description?: string;
  /** Address of the search page, which takes what is sought as `q`; absent where there is none. */
  search?: string | undefined;
}

/**
 * A paper as a `ScholarlyArticle` (https://schema.org/ScholarlyArticle).
 *
 * @param issue the issue it is in
 * @param citation that of the paper, where it is made already
 */
export function paperJsonLd(paper: CitedPaper, issue: NamedPage, citation: Citation = toCitation(paper)) {
  const { data, url } = paper;
  const { type, title, author, issued, DOI, abstract } = citation;
  const arxivId = arxivIdOf(citation);
  const venue = citation['container-title'];
  const elsewhere = [
    ...(arxivId ? [arxivAddress(arxivId)] : []),
    ...(DOI ? [doiAddress(DOI)] : []),
    ...data.links.filter(({ kind }) => kind === 'paper').map((link) => singleLine(link.url)),
  ].filter((address, index, all) => isAbsolute(address) && all.indexOf(address) === index);
  return {
    '@context': context,
    '@type': 'ScholarlyArticle' as const,
    ...addressOf(url),
    name: title,
    headline: title,
    ...(author ? { author: author.map((name) => toAgent(name, data.organizations)) } : {}),
    ...(issued ? { datePublished: issued['date-parts'][0].map(twoDigits).join('-') } : {}),
    ...(DOI || arxivId
      ? {
          identifier: [
            ...(DOI ? [identifier('DOI', DOI)] : []),
            ...(arxivId ? [identifier('arXiv', arxivId)] : []),
          ],
        }
      : {}),
    ...(elsewhere.length > 0 ? { sameAs: elsewhere } : {}),
    ...(citation.keyword ? { keywords: citation.keyword } : {}),
    ...(citation.language ? { inLanguage: citation.language } : {}),
    ...(data.updated ? { dateModified: data.updated } : {}),
    ...(abstract ? { abstract } : {}),
    isPartOf: [
      { '@type': 'CollectionPage' as const, ...toPage(issue) },
      ...(venue && type === 'article-journal' ? [{ '@type': 'Periodical' as const, name: venue }] : []),
    ],
  };
}

/**
 * The page of an issue as a `CollectionPage` (https://schema.org/CollectionPage) with the list of its papers.
 *
 * No `PublicationIssue`: the digest has not published the papers, it lists them.
 */
export function issueJsonLd({ name, url, description, date, curator, papers, digest }: IssuePage) {
  return {
    '@context': context,
    '@type': 'CollectionPage' as const,
    ...toPage({ name, url }),
    ...(description ? { description: singleLine(description) } : {}),
    ...(date ? { datePublished: date } : {}),
    ...(curator ? { editor: { '@type': 'Person' as const, name: singleLine(curator) } } : {}),
    isPartOf: { '@type': 'WebSite' as const, ...toPage(digest) },
    mainEntity: {
      '@type': 'ItemList' as const,
      numberOfItems: papers.length,
      itemListOrder: 'https://schema.org/ItemListOrderAscending' as const,
      itemListElement: papers.map(toListItem),
    },
  };
}

/** The digest as a `WebSite` (https://schema.org/WebSite) with its search. */
export function frontPageJsonLd({ name, url, description, search }: FrontPage) {
  return {
    '@context': context,
    '@type': 'WebSite' as const,
    ...toPage({ name, url }),
    ...(description ? { description: singleLine(description) } : {}),
    ...(search
      ? {
          potentialAction: {
            '@type': 'SearchAction' as const,
            target: {
              '@type': 'EntryPoint' as const,
              urlTemplate: `${singleLine(search)}?q={search_term_string}`,
            },
            'query-input': 'required name=search_term_string',
          },
        }
      : {}),
  };
}

/**
 * The way to a page as a `BreadcrumbList` (https://schema.org/BreadcrumbList).
 *
 * @param pages from the front page to the page itself; those without an address are left out
 */
export function breadcrumbsJsonLd(pages: readonly NamedPage[]) {
  return {
    '@context': context,
    '@type': 'BreadcrumbList' as const,
    itemListElement: pages
      .filter(({ url }) => url !== undefined)
      .map(({ name, url = '' }, index) => ({
        '@type': 'ListItem' as const,
        position: index + 1,
        name: singleLine(name),
        item: singleLine(url),
      })),
  };
}

/**
 * Writes an object as the content of `<script type="application/ld+json">`.
 *
 * Nothing in it can end the element, begin a comment or be taken for a reference: `<`, `>`, `&` and the two line ends of
 * Unicode are written as `\u…`, halves of characters become U+FFFD. What is read from it is the object
 * (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 */
export function toJsonLdText(object: object): string {
  const json = JSON.stringify(object);
  // How a half of a character is written; few texts have one, and to look at each text takes long.
  const text = /\\ud[89a-f]/.test(json) ? JSON.stringify(object, (_, value) => wellFormed(value)) : json;
  return text.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function wellFormed(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

function toPage({ name, url }: NamedPage) {
  return { ...addressOf(url), name: singleLine(name) };
}

function addressOf(url: string | undefined) {
  return url === undefined ? {} : { '@id': singleLine(url), url: singleLine(url) };
}

function toListItem({ name, url }: NamedPage, index: number) {
  return {
    '@type': 'ListItem' as const,
    position: index + 1,
    name: singleLine(name),
    ...(url === undefined ? {} : { url: singleLine(url) }),
  };
}

function toAgent(name: CitationName, organizations: readonly string[]) {
  const whole = spokenName(name);
  if (name.literal !== undefined && isOrganization(name.literal, organizations)) {
    return { '@type': 'Organization' as const, name: whole };
  }
  const { family, given, suffix } = name;
  const particle = name['non-dropping-particle'];
  return {
    '@type': 'Person' as const,
    name: whole,
    ...(family ? { familyName: particle ? `${particle} ${family}` : family } : {}),
    ...(given ? { givenName: given } : {}),
    ...(suffix ? { honorificSuffix: suffix } : {}),
  };
}

function identifier(propertyID: string, value: string) {
  return { '@type': 'PropertyValue' as const, propertyID, value };
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
