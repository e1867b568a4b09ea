import type { AstroPrerenderer } from 'astro';
import type { DigestRoute } from './routes.ts';

/**
 * Leaves out the pages and files of a digest that the site makes itself under the same address, such as with a page of its own
 * that has a parameter.
 *
 * @param routes the digest's routes
 * @param onLeftOut is told their paths, each with the file of the site that makes it, where there are any
 */
export function withoutSitePaths(
  prerenderer: AstroPrerenderer,
  routes: readonly DigestRoute[],
  onLeftOut: (paths: ReadonlyMap<string, string>) => void,
): AstroPrerenderer {
  const patterns = new Set(routes.map(({ pattern }) => pattern));
  return {
    ...prerenderer,
    setup: () => prerenderer.setup?.() ?? Promise.resolve(),
    render: (request, options) => prerenderer.render(request, options),
    async getStaticPaths() {
      const paths = await prerenderer.getStaticPaths();
      const ofSite = new Map(
        paths
          .filter(({ route }) => route.origin === 'project' && route.type !== 'fallback')
          .map(({ pathname, route }) => [bare(pathname), route.component]),
      );
      const leftOut = new Map<string, string>();
      const kept = paths.filter(({ pathname, route }) => {
        const place = ofSite.get(bare(pathname));
        if (place === undefined || route.origin === 'project' || !patterns.has(route.route)) return true;
        leftOut.set(pathname, place);
        return false;
      });
      if (leftOut.size > 0) onLeftOut(leftOut);
      return kept;
    },
  };
}

function bare(pathname: string): string {
  return pathname.replace(/^\/+|\/+$/g, '');
}
