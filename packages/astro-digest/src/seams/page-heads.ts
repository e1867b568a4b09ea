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
 * Astro has no public way to ask for that.
 *
 * @param defaultPrerenderer Astro's own, once it is set up
 * @param patterns patterns of the pages' routes
 * @returns `undefined` where this version of Astro has it elsewhere
 */
export function pageHeads(
  defaultPrerenderer: AstroPrerenderer,
  patterns: ReadonlySet<string>,
): string | undefined {
  const { app } = defaultPrerenderer as { app?: { manifest?: { routes?: readonly ManifestRoute[] } } };
  const routes = app?.manifest?.routes;
  if (!Array.isArray(routes)) return undefined;
  const heads = (routes as readonly ManifestRoute[]).flatMap(({ routeData, scripts, styles, links }) =>
    routeData && patterns.has(routeData.route)
      ? [JSON.stringify([routeData.route, scripts, styles, links])]
      : [],
  );
  return heads.sort().join('\n');
}

/** What is off where the heads were not found, as a sentence. */
export function probePageHeads(heads: string | undefined): string | undefined {
  if (heads !== undefined) return undefined;
  return 'This version of Astro does not tell what it puts into pages, so that each build makes all pages anew: tell us the version.';
}
