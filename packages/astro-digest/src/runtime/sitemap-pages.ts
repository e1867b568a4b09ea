import config from 'virtual:astro-digest/config';
import type { SitemapPage } from '../outputs/sitemap.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import type { Library } from './library.ts';

/**
 * The pages that search engines should know, each with the day of the latest issue that changed it: all but those that are
 * of use to one reader only (search, starred papers) and those whose content another one has (an issue by votes).
 */
export function sitemapPages(library: Library): SitemapPage[] {
  const { issues, papers, archive, topics, authors, organizations } = library;
  const latest = dateOf(issues);
  const ofPapers = (ids: readonly string[]) => dateOf(ids.map((id) => library.paper(id)).map(issueOf));
  const issueOf = (paper: ReturnType<Library['paper']>) => paper && library.issueOf(paper);
  return [
    page(addresses.latest(), latest),
    ...issues.map((issue) => page(addresses.issue(issue.id), issue.data.date)),
    ...papers.map(({ id, data }) => page(addresses.paper(id), data.issueDate)),
    page(addresses.archive(), latest),
    ...[...archive.years, ...archive.months, ...archive.weeks].map(({ id, issues }) =>
      page(addresses.period(id), dateOf(issues)),
    ),
    ...(config.hasTopics ? [page(addresses.topics(), latest)] : []),
    ...topics.map((topic) => page(addresses.topic(topic.slug), ofPapers(topic.papers))),
    page(addresses.authors(), latest),
    ...authors.map((author) => page(addresses.author(author.slug), ofPapers(author.papers))),
    page(addresses.organizations(), latest),
    ...organizations.map(({ slug, papers }) => page(addresses.organization(slug), ofPapers(papers))),
    page(addresses.subscribe(), latest),
    page(addresses.about(), latest),
  ];
}

function page(address: string, changed: string | undefined): SitemapPage {
  return { url: absolute(address), ...(changed === undefined ? {} : { changed }) };
}
