import type { InjectedRoute } from 'astro';
import { joinPaths } from '../model/addresses.ts';

/** The routes of a digest, their patterns under its base. */
export function routes(base: string): InjectedRoute[] {
  const route = (path: string, file: string): InjectedRoute => ({
    pattern: joinPaths(base, path),
    entrypoint: `astro-digest/routes/${file}`,
    prerender: true,
  });
  return [
    route('', 'latest.astro'),
    route('archive', 'archive.astro'),
    route('search', 'search.astro'),
    route('404', 'not-found.astro'),
    route('[issue]', 'issue.astro'),
    route('[issue]/[paper]', 'paper.astro'),
  ];
}
