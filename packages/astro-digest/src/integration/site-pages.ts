import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { joinPaths } from '../model/addresses.ts';
import type { DigestRoute } from './routes.ts';

/** What Astro takes for a page or an endpoint in the folder of a site's pages. */
const extension = /\.(?:astro|md|markdown|mdown|mkdn|mkd|mdwn|mdx|html|js|ts)$/;

/**
 * Finds which routes of a digest the site has itself, in its folder of pages or among its redirects. Astro wants a route from one
 * side only, so the digest leaves these to the site. Routes with parameters are not among them: two of them may well make
 * different pages, and which of them do is known only when they are rendered.
 *
 * @returns what the site has in place of each, by the route's pattern: a file from the site's root, or `redirects`
 */
export function sitePages(
  { root, srcDir, redirects }: Pick<AstroConfig, 'root' | 'srcDir' | 'redirects'>,
  routes: readonly DigestRoute[],
): Map<string, string> {
  const own = new Map(Object.keys(redirects).map((path) => [joinPaths(path), '`redirects`']));
  const folder = join(fileURLToPath(srcDir), 'pages');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  for (const file of files) {
    const parts = file.split(sep);
    if (!extension.test(file) || parts.some((part) => /^[_.]/.test(part))) continue;
    const path = parts
      .join('/')
      .replace(extension, '')
      .replace(/(?:^|\/)index$/, '');
    own.set(joinPaths(path), relative(fileURLToPath(root), join(folder, file)).split(sep).join('/'));
  }
  return new Map(
    routes.flatMap(({ pattern }) => {
      const place = own.get(pattern);
      return place === undefined ? [] : [[pattern, place] as const];
    }),
  );
}
