import type { AstroPrerenderer } from 'astro';

/**
 * Renders each page and file at an address that fits the pattern of its route, for `trailingSlash: 'always'` in Astro 6: there a route
 * with parameters fits no address without a slash at its end, not even that of a file such as `rss.xml`, and what does not fit
 * ends the build. With `build.format: 'file'` Astro 6 itself asks for pages at such addresses. Astro 7 renders them all.
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
