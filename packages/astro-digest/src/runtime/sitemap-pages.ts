import config from 'virtual:astro-digest/config';
import type { SitemapGroup, SitemapPage } from '../outputs/sitemap.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import type { Paper } from '../model/entries.ts';
import type { Library } from '../model/library.ts';

/**
 * The pages that search engines should know, each with the day of the latest issue that it tells of: all but those that are
 * of use to one reader only (search, starred papers), those whose content another one has (an issue by votes), and lists of
 * people where there are none. Those of issues and papers are grouped by volumes, as soon as there are several.
 */
export function sitemapGroups(library: Library): SitemapGroup[] {
  const { volumes } = library;
  const [first = { issues: [] }] = volumes;
  if (volumes.length < 2) {
    const pages = pagesOfIssues(library, first.issues);
    return [{ name: 'pages', pages: [...frontPages(library), ...pages, ...otherPages(library)] }];
  }
  return [
    { name: 'pages', pages: [...frontPages(library), ...otherPages(library)] },
    ...volumes.map(({ id, issues }) => ({ name: id, pages: pagesOfIssues(library, issues) })),
  ];
}

function frontPages({ issues }: Library): SitemapPage[] {
  return page(addresses.latest(), newest(issues.map(({ data }) => data.date)));
}

const grouped = new WeakMap<Library, Map<string, Paper[]>>();

/** The papers by the ids of their issues. */
function papersByIssue(library: Library): Map<string, Paper[]> {
  const papers = grouped.get(library) ?? Map.groupBy(library.papers, ({ data }) => data.issue.id);
  grouped.set(library, papers);
  return papers;
}

/** The pages of issues, then those of their papers. */
function pagesOfIssues(library: Library, ids: readonly string[]): SitemapPage[] {
  const { routes } = config;
  const papers = papersByIssue(library);
  return [
    ...ids.flatMap((id) => page(addresses.issue(id), library.issue(id)?.data.date)),
    // Where papers have no pages, those of their issues are there already.
    ...(routes.paper
      ? ids
          .flatMap((id) => papers.get(id) ?? [])
          .flatMap(({ id, data }) => page(addresses.paper(id), data.issueDate))
      : []),
  ];
}

function otherPages(library: Library): SitemapPage[] {
  const { routes } = config;
  const { issues, topics, authors, organizations, categories } = library;
  const latest = newest(issues.map(({ data }) => data.date));
  const ofPapers = (ids: readonly string[]) => newest(ids.map((id) => library.paper(id)?.data.issueDate));
  return [
    ...page(addresses.archive(), latest),
    ...(routes.archive ? periodPages(library) : []),
    ...page(addresses.topics(), latest),
    ...topics.flatMap(({ slug, papers }) => page(addresses.topic(slug), ofPapers(papers))),
    ...(authors.length > 0 ? page(addresses.authors(), latest) : []),
    ...authors.flatMap(({ slug, papers }) => page(addresses.author(slug), ofPapers(papers))),
    ...(organizations.length > 0 ? page(addresses.organizations(), latest) : []),
    ...organizations.flatMap(({ slug, papers }) => page(addresses.organization(slug), ofPapers(papers))),
    ...(categories.length > 0 ? page(addresses.categories(), latest) : []),
    ...categories.flatMap(({ slug, papers }) => page(addresses.category(slug), ofPapers(papers))),
    ...page(addresses.watches(), latest),
    ...(routes.watch
      ? library.watches.flatMap(({ slug, papers }) => page(addresses.watch(slug), ofPapers(papers)))
      : []),
    ...(library.has('trends') ? page(addresses.trends(), latest) : []),
    ...(routes.reviews ? reviewPages(library) : []),
    ...page(addresses.subscribe(), latest),
    ...page(addresses.about(), latest),
  ];
}

function periodPages({ archive: { years, months, weeks } }: Library): SitemapPage[] {
  return [...years, ...months, ...weeks].flatMap(({ id, issues }) =>
    page(addresses.period(id), newest(issues.map(({ data }) => data.date))),
  );
}

/** None while no review is there. */
function reviewPages(library: Library): SitemapPage[] {
  const reviews = library.reviews.flatMap((id) => library.review(id) ?? []);
  return [
    ...(reviews.length > 0 ? page(addresses.reviews(), newest(reviews.map(({ last }) => last))) : []),
    ...reviews.flatMap(({ id, last }) => page(addresses.review(id), last)),
  ];
}

/** One page, or none where its kind is turned off. */
function page(address: string | undefined, changed: string | undefined): SitemapPage[] {
  if (address === undefined) return [];
  return [{ url: absolute(address), ...(changed === undefined ? {} : { changed }) }];
}

function newest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
