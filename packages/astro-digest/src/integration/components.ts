import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { siteError } from '../content/site-error.ts';
import type { ComponentName } from './virtual-modules.ts';

/**
 * Makes a specifier that Vite can load of the path of one of a site's own components.
 *
 * @param option the option that has the path, such as `layout`
 * @param path from the site's root, beginning with a dot or a slash, or a specifier of a package, which stays
 * @param root folder of the site
 * @param example a path that could be right
 * @throws AstroError when there is no such file
 */
export function componentSpecifier(option: string, path: string, root: string, example: string): string {
  if (!/^[./]/.test(path)) return path;
  const file = resolve(root, path.startsWith('/') ? path.slice(1) : path);
  if (existsSync(file)) return file;
  throw siteError(
    `digest() in astro.config: \`${option}\` is not valid: there is no file ${path}: write the path of a component from the site's root, such as ${example}.`,
  );
}

/**
 * Makes specifiers that Vite can load of the paths of a site's own components.
 *
 * @param components paths from the site's root that begin with a dot or a slash, or specifiers of packages, which stay
 * @param root folder of the site
 * @throws AstroError when there is no such file
 */
export function componentSpecifiers(
  components: Partial<Record<ComponentName, string>>,
  root: string,
): Partial<Record<ComponentName, string>> {
  return Object.fromEntries(
    Object.entries(components).map(([name, path]) => [
      name,
      componentSpecifier(`components.${name}`, path, root, `./src/components/${name}.astro`),
    ]),
  );
}
