import type { AstroPrerenderer } from 'astro';

/** What Astro knows of a route, as far as a version of it tells. */
interface ManifestRoute {
  routeData?: { route: string };
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
  const heads = routes.flatMap(({ routeData, scripts, styles, links }) =>
    routeData && patterns.has(routeData.route)
      ? [JSON.stringify([routeData.route, scripts, styles, links])]
      : [],
  );
  return heads.sort().join('\n');
}
