import ts from 'typescript';
import { digestRoutes } from '../../packages/astro-digest/src/integration/routes.ts';
import {
  kindsToAskFor,
  routeKinds,
  type RouteKind,
  type Routes,
} from '../../packages/astro-digest/src/model/route-kinds.ts';
import { code, list, page, wrap } from './markdown.ts';
import { commentBefore, parseSource, valueOf } from './source.ts';

/** What is made without a route. */
const withoutRoute: Partial<Record<RouteKind, string[]>> = {
  images: ['/images/[issue].png'],
  search: ['/pagefind/'],
};

/** Kinds that are made only where the site's address is known. */
const needSite = new Set<RouteKind>(['feeds', 'epub', 'mail', 'sitemap', 'llms', 'images']);

/** The routes and files of a digest, by their kinds. */
export function routesPage(): string {
  const all = Object.fromEntries(routeKinds.map((kind) => [kind, true])) as Routes;
  const routes = digestRoutes('/', all);
  return page(
    '# Routes and files',
    wrap(
      'Paths are under the option `base`, which is `/papers` by default. What is in brackets stands for a name, as in Astro’s routes. The option `routes` turns a kind off by its name, such as `routes: { topics: false }`, or on, such as `routes: { epub: true }`, and with `false` all of them off. The addresses follow Astro’s `base`, `trailingSlash` and `build.format`.',
    ),
    ...kindTexts().map(([kind, text]) => {
      const paths = routes
        .filter((route) => route.kind === kind)
        .map(({ pattern }) => pattern.replace('[sitemap]', 'sitemap'));
      const asked = kindsToAskFor.includes(kind)
        ? ` Made where \`routes: { ${kind}: true }\` asks for it.`
        : '';
      const site = needSite.has(kind) ? ' Made where `site` is set in astro.config.' : '';
      return `## ${code(kind)}\n\n${wrap(text + asked + site)}\n\n${list([...paths, ...(withoutRoute[kind] ?? [])].map(code))}`;
    }),
  );
}

/** What each kind is, as the comment above its name says. */
function kindTexts(): [RouteKind, string][] {
  const kinds = valueOf(parseSource('packages/astro-digest/src/model/route-kinds.ts'), 'routeKinds');
  const names = ts.isAsExpression(kinds) ? kinds.expression : kinds;
  if (!ts.isArrayLiteralExpression(names)) throw new Error('`routeKinds` is not a list.');
  return names.elements
    .filter(ts.isStringLiteral)
    .map((element) => [element.text as RouteKind, commentBefore(element)]);
}
