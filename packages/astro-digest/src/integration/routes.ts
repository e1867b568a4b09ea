import type { InjectedRoute } from 'astro';
import { joinPaths } from '../model/addresses.ts';
import type { Routes } from '../model/route-kinds.ts';

/** The routes of a digest, their patterns under its base, of the kinds that are on. */
export function digestRoutes(base: string, on: Routes): InjectedRoute[] {
  const route = (path: string, entrypoint: string): InjectedRoute => ({
    pattern: joinPaths(base, path),
    entrypoint: `astro-digest/${entrypoint}`,
    prerender: true,
  });
  const page = (path: string, file: string) => route(path, `routes/${file}.astro`);
  const file = (path: string, name: string) => route(path, `endpoints/${name}.js`);
  const feeds = (path: string, name: string) =>
    on.feeds
      ? ['rss.xml', 'atom.xml', 'feed.json'].map((feed) => file(`${path}${feed}`, `${name}-feed`))
      : [];
  const bibliographies = (path: string, name: string) =>
    on.bibliographies
      ? ['papers.bib', 'papers.ris', 'papers.json', 'papers.jsonl'].map((bibliography) =>
          file(`${path}${bibliography}`, `${name}-bibliography`),
        )
      : [];
  const when = (isOn: boolean, ...made: InjectedRoute[]) => (isOn ? made : []);
  return [
    ...when(on.latest, page('', 'latest')),
    ...when(on.archive, page('archive', 'archive'), page('archive/[period]', 'archive-period')),
    ...when(
      on.authors,
      page('authors', 'authors'),
      page('authors/[person]', 'author'),
      ...feeds('authors/[person]/', 'author'),
    ),
    ...when(
      on.organizations,
      page('organizations', 'organizations'),
      page('organizations/[person]', 'organization'),
    ),
    ...when(
      on.topics,
      page('topics', 'topics'),
      page('topics/[topic]', 'topic'),
      ...feeds('topics/[topic]/', 'topic'),
      ...bibliographies('topics/[topic]/', 'topic'),
    ),
    ...when(on.search, page('search', 'search')),
    ...when(on.subscribe, page('subscribe', 'subscribe')),
    ...when(on.about, page('about', 'about')),
    ...when(on.starred, page('starred', 'starred')),
    ...when(on.notFound, page('404', 'not-found')),
    ...when(on.issue, page('[issue]', 'issue')),
    ...when(on.byVotes, page('[issue]/by-votes', 'by-votes')),
    ...when(on.paper, page('[issue]/[paper]', 'paper')),
    ...feeds('', 'site'),
    ...bibliographies('', 'site'),
    ...bibliographies('[issue]/', 'issue'),
    ...when(on.mail, ...['mail.html', 'mail.txt', 'mail.eml'].map((mail) => file(`[issue]/${mail}`, 'mail'))),
    ...when(on.sitemap, file('[sitemap].xml', 'sitemap')),
    ...when(on.llms, file('llms.txt', 'llms')),
  ];
}
