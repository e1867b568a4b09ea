import type { AstroPrerenderer } from 'astro';

/** What Astro knows of a route. */
interface ManifestRoute {
  routeData: { route: string };
  scripts: unknown;
  styles: unknown;
  links: unknown;
}

/**
 * What Astro puts into the heads of pages by itself, as a text: their style sheets, and scripts of other integrations, which no module has.
 * Astro has no public way to ask for that; without it nothing is told.
 *
 * @param defaultPrerenderer Astro's own, once it is set up
 * @param patterns patterns of the pages' routes
 */
export function pageHeads(defaultPrerenderer: AstroPrerenderer, patterns: ReadonlySet<string>): string {
  const { app } = defaultPrerenderer as { app?: { manifest?: { routes?: readonly ManifestRoute[] } } };
  const routes = app?.manifest?.routes ?? [];
  const heads = routes.flatMap(({ routeData: { route }, scripts, styles, links }) =>
    patterns.has(route) ? [JSON.stringify([route, scripts, styles, links])] : [],
  );
  return heads.sort().join('\n');
}
