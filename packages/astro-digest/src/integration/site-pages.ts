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
  routes: readonly Pick<DigestRoute, 'pattern'>[],
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

/**
 * Where a page of the digest leads back to.
 *
 * @param asked what the site asks for: an address, `false` for nowhere, or nothing
 * @param base path of the digest within the site
 * @returns an address; nothing where the digest is the front page, or where the site has none
 */
export function homeOf(
  asked: string | false | undefined,
  base: string,
  config: Pick<AstroConfig, 'root' | 'srcDir' | 'redirects' | 'base'>,
): string | undefined {
  if (asked !== undefined) return asked === false ? undefined : asked;
  const front = { pattern: joinPaths('/') };
  return base !== front.pattern && sitePages(config, [front]).size > 0
    ? joinPaths(config.base, '/').replace(/\/?$/, '/')
    : undefined;
}
