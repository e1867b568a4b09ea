import { kindsToAskFor, routeKinds, type RouteKind, type Routes } from '../model/route-kinds.ts';
import type { ResolvedOptions } from './options.ts';

/** Kinds that are made of whole addresses. */
export const kindsThatNeedSite: readonly RouteKind[] = ['feeds', 'epub', 'mail', 'sitemap', 'llms', 'images'];

/** Which kinds a site has asked for: all but those that an option turns off, and those that it has to name. */
export function requestedRoutes({ routes, pages, topics, watch, search, offline }: RouteOptions): Routes {
  const isOn = (kind: RouteKind): boolean => routes[kind] ?? !kindsToAskFor.includes(kind);
  // Search results and starred papers lead to papers, which need a place to be at.
  const hasPapers = (pages === 'paper' && isOn('paper')) || isOn('issue');
  return withEach((kind) => {
    if (kind === 'paper') return isOn(kind) && pages === 'paper';
    if (kind === 'topics') return isOn(kind) && topics !== false;
    if (kind === 'watch') return isOn(kind) && watch.length > 0;
    if (kind === 'search') return isOn(kind) && search !== false && hasPapers;
    if (kind === 'starred') return isOn(kind) && hasPapers;
    if (kind === 'offline') return isOn(kind) && offline;
    return isOn(kind);
  });
}

/** Which kind is asked for by name and can't be made, because the site has no address, as a sentence. */
export function findRoutesProblem(
  routes: ResolvedOptions['routes'],
  site: string | undefined,
): string | undefined {
  const kind = site === undefined ? kindsThatNeedSite.find((kind) => routes[kind]) : undefined;
  return kind === undefined
    ? undefined
    : `\`routes.${kind}\` is not valid: what it turns on needs whole addresses: set \`site\` to the address of the site, such as \`https://example.org\`, or leave \`${kind}\` out.`;
}

/** Which kinds there are where some can't be made. */
export function withoutRoutes(routes: Routes, kinds: readonly RouteKind[]): Routes {
  return withEach((kind) => routes[kind] && !kinds.includes(kind));
}

/** The options that decide which kinds there are. */
type RouteOptions = Pick<ResolvedOptions, 'routes' | 'pages' | 'topics' | 'watch' | 'search' | 'offline'>;

function withEach(isOn: (kind: RouteKind) => boolean): Routes {
  return Object.fromEntries(routeKinds.map((kind) => [kind, isOn(kind)])) as Record<RouteKind, boolean>;
}
