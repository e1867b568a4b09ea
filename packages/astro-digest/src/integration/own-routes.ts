import type { AstroConfig } from 'astro';
import type { DigestConfig } from './virtual-modules.ts';
import { digestRoutes, type DigestRoute } from './routes.ts';
import { sitePages } from './site-pages.ts';

/** The routes of a digest, and what its site has in place of some. */
export interface OwnRoutes {
  routes: readonly DigestRoute[];
  /** What the site has in place of each that is left out, by its pattern. */
  ofSite: ReadonlyMap<string, string>;
}

/** Finds the routes that a digest adds to its site: those that are on and that the site does not have itself. */
export function ownRoutes({ base, routes: on, mail }: DigestConfig, site: AstroConfig): OwnRoutes {
  const wanted = digestRoutes(base, on, mail);
  const ofSite = sitePages(site, wanted);
  return { routes: wanted.filter(({ pattern }) => !ofSite.has(pattern)), ofSite };
}

/** Says which pages the site has in place of the digest's, and where. */
export function tellOwnPages(pages: ReadonlyMap<string, string>): string {
  const list = [...pages].map(([path, place]) => `${path} (${place})`).join(', ');
  return `The site has pages of its own where the digest would have some, and they stay: ${list}`;
}
