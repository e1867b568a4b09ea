import type { AstroPrerenderer } from 'astro';

/**
 * Renders each page at an address that fits the pattern of its route. With `trailingSlash: 'always'` Astro 6 writes some
 * addresses without the slash that it looks for (those of files with parameters, and all with `build.format: 'file'`), and
 * fails, because it finds no parameters in them. Astro 7 renders them.
 *
 * @param siteBase Astro's `base`
 * @param patterns patterns of the digest's routes
 */
export function renderInPattern(
  prerenderer: AstroPrerenderer,
  siteBase: string,
  patterns: ReadonlySet<string>,
): AstroPrerenderer {
  const base = siteBase.replace(/\/$/, '');
  return {
    ...prerenderer,
    setup: () => prerenderer.setup?.() ?? Promise.resolve(),
    getStaticPaths: () => prerenderer.getStaticPaths(),
    render(request, options) {
      const { route, pattern, type } = options.routeData;
      const url = new URL(request.url);
      const path = url.pathname.slice(base.length);
      if (!patterns.has(route) || pattern.test(path)) return prerenderer.render(request, options);
      url.pathname = `${base}${type === 'page' ? path.replace(/\.html$/, '') : path}/`;
      return prerenderer.render(new Request(url), options);
    },
  };
}
