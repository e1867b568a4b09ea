import type { CatalogueName } from '../../fetch-arguments.ts';
import { fromDigest } from '../../../from-digest.ts';
import type { DigestEntry } from '../../../types.ts';
import { FetchFault, shownAddress, type Answer } from '../answer.ts';
import { endpoint } from '../endpoint.ts';
import { isWebPage } from '../file-kind.ts';
import { refused, webPage, wrongContent } from '../findings.ts';
import type { Surroundings } from '../surroundings.ts';
import { titleWords } from './title-key.ts';

/** A service that knows papers by their titles. */
export interface Catalogue {
  name: CatalogueName;
  /** What people call it. */
  label: string;
  /** Milliseconds that it wants between two requests of one person. */
  pause: number;
  /** How many titles one request may ask for. */
  titles: number;
  accept: string;
  /** Where it is asked for some titles. */
  address(titles: readonly string[]): URL;
  /**
   * The papers of an answer, among them others than those that were asked for.
   *
   * @throws {FetchFault} when it is no answer of that service
   */
  read(answer: Answer): DigestEntry[];
}

/**
 * The catalogues by their names.
 *
 * @param mail address under which the one who asks can be reached, for services that want to know
 */
export function catalogueOf(
  name: CatalogueName,
  { env }: Pick<Surroundings, 'env'>,
  mail: string | undefined,
): Catalogue {
  return {
    arxiv: () => arxiv(endpoint(env, 'ARXIV_API_ENDPOINT', 'https://export.arxiv.org')),
    crossref: () => crossref(endpoint(env, 'CROSSREF_ENDPOINT', 'https://api.crossref.org'), mail),
    'semantic-scholar': () =>
      semanticScholar(endpoint(env, 'SEMANTIC_SCHOLAR_ENDPOINT', 'https://api.semanticscholar.org')),
  }[name]();
}

/** https://info.arxiv.org/help/api/user-manual.html; a pause for all of its APIs and feeds together. */
function arxiv(origin: string): Catalogue {
  const titles = 10;
  return {
    name: 'arxiv',
    label: 'arXiv',
    pause: 3000,
    titles,
    accept: 'application/atom+xml',
    address: (asked) =>
      addressOf(origin, '/api/query', {
        search_query: asked.map((title) => `ti:"${titleWords(title).join(' ')}"`).join(' OR '),
        max_results: String(20 * titles),
      }),
    read: (answer) => {
      const text = textOf(answer, 'papers of arXiv');
      if (!/<feed[\s>]/.test(text) || !/<\/feed>\s*$/.test(text))
        throw new FetchFault(wrongContent('no feed, or one that is cut off', 'papers of arXiv'));
      if (/<id>\s*https?:\/\/arxiv\.org\/api\/errors/.test(text))
        throw new FetchFault(wrongContent('the feed of an error', 'papers of arXiv'));
      return papersOf(answer, 'answer.xml');
    },
  };
}

/** https://www.crossref.org/documentation/retrieve-metadata/rest-api/: one list a second for those who say nothing of themselves. */
function crossref(origin: string, mail: string | undefined): Catalogue {
  return {
    name: 'crossref',
    label: 'Crossref',
    pause: 1000,
    titles: 1,
    accept: 'application/json',
    address: ([title = '']) =>
      addressOf(origin, '/works', {
        'query.title': titleWords(title).join(' '),
        rows: '10',
        select: 'DOI,type,title,author,container-title,issued',
        ...(mail === undefined ? {} : { mailto: mail }),
      }),
    read: (answer) => papersOfJson(answer, 'papers of Crossref'),
  };
}

/** https://api.semanticscholar.org/api-docs/: all who have no key share one allowance. */
function semanticScholar(origin: string): Catalogue {
  return {
    name: 'semantic-scholar',
    label: 'Semantic Scholar',
    pause: 1000,
    titles: 1,
    accept: 'application/json',
    address: ([title = '']) =>
      addressOf(origin, '/graph/v1/paper/search/match', {
        query: titleWords(title).join(' '),
        fields: 'title,authors,externalIds',
      }),
    // It answers that it has no such title as if there were no such address.
    read: (answer) => (answer.status === 404 ? [] : papersOfJson(answer, 'papers of Semantic Scholar')),
  };
}

function addressOf(origin: string, path: string, query: Record<string, string>): URL {
  const address = new URL(`${origin.replace(/\/+$/, '')}${path}`);
  address.search = new URLSearchParams(query).toString();
  return address;
}

function textOf({ status, headers, body, address }: Answer, wanted: string): string {
  if (status >= 400) throw new FetchFault(refused(status));
  const text = Buffer.from(body).toString('utf8');
  if (isWebPage(text, headers['content-type'] ?? ''))
    throw new FetchFault(webPage(wanted, shownAddress(address)));
  return text;
}

function papersOfJson(answer: Answer, wanted: string): DigestEntry[] {
  const text = textOf(answer, wanted);
  try {
    JSON.parse(text);
  } catch {
    throw new FetchFault(wrongContent('no JSON, or broken', wanted));
  }
  return papersOf(answer, 'answer.json');
}

/** What a service answers is a digest, too. */
function papersOf({ body }: Answer, path: string): DigestEntry[] {
  return fromDigest(body, { path }).children.filter((node) => node.type === 'digestEntry');
}
