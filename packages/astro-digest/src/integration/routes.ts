import type { InjectedRoute } from 'astro';
import { joinPaths } from '../model/addresses.ts';

/** What decides which routes there are. */
export interface RouteOptions {
  /** Path of the digest within the site. */
  base: string;
  /** Whether there are topics. */
  topics: boolean;
  /** Whether the site's own address is known, which feeds, mails, the sitemap and `llms.txt` need. */
  site: boolean;
}

/** The routes of a digest, their patterns under its base. */
export function routes({ base, topics, site }: RouteOptions): InjectedRoute[] {
  const route = (path: string, entrypoint: string): InjectedRoute => ({
    pattern: joinPaths(base, path),
    entrypoint: `astro-digest/${entrypoint}`,
    prerender: true,
  });
  const page = (path: string, file: string) => route(path, `routes/${file}.astro`);
  const file = (path: string, name: string) => route(path, `endpoints/${name}.js`);
  const feeds = (path: string, name: string) =>
    site ? ['rss.xml', 'atom.xml', 'feed.json'].map((feed) => file(`${path}${feed}`, `${name}-feed`)) : [];
  const bibliographies = (path: string, name: string) =>
    ['papers.bib', 'papers.ris', 'papers.json', 'papers.jsonl'].map((bibliography) =>
      file(`${path}${bibliography}`, `${name}-bibliography`),
    );
  return [
    page('', 'latest'),
    page('archive', 'archive'),
    page('archive/[period]', 'archive-period'),
    page('authors', 'authors'),
    page('authors/[person]', 'author'),
    page('organizations', 'organizations'),
    page('organizations/[person]', 'organization'),
    page('search', 'search'),
    page('subscribe', 'subscribe'),
    page('about', 'about'),
    page('starred', 'starred'),
    page('404', 'not-found'),
    page('[issue]', 'issue'),
    page('[issue]/by-votes', 'by-votes'),
    page('[issue]/[paper]', 'paper'),
    ...feeds('', 'site'),
    ...feeds('authors/[person]/', 'author'),
    ...bibliographies('', 'site'),
    ...bibliographies('[issue]/', 'issue'),
    ...(site
      ? [
          ...['mail.html', 'mail.txt', 'mail.eml'].map((mail) => file(`[issue]/${mail}`, 'mail')),
          file('[sitemap].xml', 'sitemap'),
          file('llms.txt', 'llms'),
        ]
      : []),
    ...(topics
      ? [
          page('topics', 'topics'),
          page('topics/[topic]', 'topic'),
          ...feeds('topics/[topic]/', 'topic'),
          ...bibliographies('topics/[topic]/', 'topic'),
        ]
      : []),
  ];
}
