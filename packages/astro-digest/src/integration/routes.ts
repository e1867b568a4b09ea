import { joinPaths } from '../model/addresses.ts';
import {
  bibliographyFormats,
  bibliographyStem,
  epubFormat,
  exportListName,
  feedFormats,
  mailFormats,
} from '../model/file-formats.ts';
import { offlineFolder } from '../offline/pack-table.ts';
import type { MailRhythm } from '../model/mail-rhythm.ts';
import type { RouteKind, Routes } from '../model/route-kinds.ts';

/** A route of a digest. */
export interface DigestRoute {
  /** What it makes. */
  kind: RouteKind;
  /** The kind of the pages that it makes its files for, which is turned off with them; absent when that is nothing else. */
  within?: RouteKind;
  pattern: string;
  entrypoint: string;
}

/**
 * The routes of a digest, their patterns under its base, of the kinds that are on.
 *
 * @param mail of what mail editions are made. Default: of issues, weeks and months
 */
export function digestRoutes(base: string, on: Routes, mail: MailRhythm = 'issue'): DigestRoute[] {
  const route = (kind: RouteKind, path: string, entrypoint: string, within?: RouteKind): DigestRoute => ({
    kind,
    ...(within ? { within } : {}),
    pattern: joinPaths(base, path),
    entrypoint: `astro-digest/${entrypoint}`,
  });
  const page = (kind: RouteKind, path: string, file: string) => route(kind, path, `routes/${file}.astro`);
  const file = (kind: RouteKind, path: string, name: string, within?: RouteKind) =>
    route(kind, path, `endpoints/${name}.js`, within);
  const feedsOf = (path: string, name: string, within?: RouteKind) =>
    feedFormats.map((feed) => file('feeds', path + feed.file, `${name}-feed`, within));
  const bibliographiesOf = (path: string, name: string, within?: RouteKind) =>
    bibliographyFormats.map((format) =>
      file('bibliographies', `${path}.${format.file}`, `${name}-bibliography`, within),
    );
  const all = [
    page('latest', '', 'latest'),
    page('archive', 'archive', 'archive'),
    page('archive', 'archive/[period]', 'archive-period'),
    page('topics', 'topics', 'topics'),
    page('topics', 'topics/[topic]', 'topic'),
    page('authors', 'authors', 'authors'),
    page('authors', 'authors/[person]', 'author'),
    page('organizations', 'organizations', 'organizations'),
    page('organizations', 'organizations/[person]', 'organization'),
    page('categories', 'categories', 'categories'),
    page('categories', 'categories/[category]', 'category'),
    page('watch', 'watch', 'watches'),
    page('watch', 'watch/[watch]', 'watch'),
    page('trends', 'trends', 'trends'),
    page('reviews', 'reviews', 'reviews'),
    page('reviews', 'reviews/[review]', 'review'),
    page('search', 'search', 'search'),
    page('subscribe', 'subscribe', 'subscribe'),
    page('about', 'about', 'about'),
    page('starred', 'starred', 'starred'),
    page('offline', offlineFolder, 'offline'),
    page('notFound', '404', 'not-found'),
    page('issue', '[issue]', 'issue'),
    page('byVotes', '[issue]/by-votes', 'by-votes'),
    page('paper', '[issue]/[paper]', 'paper'),
    ...feedsOf('', 'site'),
    ...feedsOf('topics/[topic]/', 'topic', 'topics'),
    ...feedsOf('authors/[person]/', 'author', 'authors'),
    ...feedsOf('watch/[watch]/', 'watch', 'watch'),
    ...feedsOf('reviews/', 'review', 'reviews'),
    ...bibliographiesOf('[export]', 'site'),
    file('bibliographies', exportListName, 'export-list'),
    ...bibliographiesOf(`[issue]/${bibliographyStem}`, 'issue'),
    ...bibliographiesOf('topics/[topic]/[export]', 'topic', 'topics'),
    ...bibliographiesOf('watch/[watch]/[export]', 'watch', 'watch'),
    file('epub', `[issue]/${bibliographyStem}.${epubFormat.file}`, 'issue-epub'),
    file('epub', `archive/[period].${epubFormat.file}`, 'period-epub', 'archive'),
    ...(mail === 'issue' ? mailFormats.map((format) => file('mail', `[issue]/${format.file}`, 'mail')) : []),
    ...mailFormats.map((format) => file('mail', `reviews/[review]/${format.file}`, 'review-mail', 'reviews')),
    file('sitemap', '[sitemap].xml', 'sitemap'),
    file('llms', 'llms.txt', 'llms'),
  ];
  return all.filter(({ kind, within }) => on[kind] && (within === undefined || on[within]));
}
