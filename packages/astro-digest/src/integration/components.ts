import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { siteError } from './site-error.ts';
import type { ComponentName } from './virtual-modules.ts';

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
  const specifiers = Object.entries(components).map(([name, path]) => {
    if (!/^[./]/.test(path)) return [name, path];
    const file = resolve(root, path.startsWith('/') ? path.slice(1) : path);
    if (!existsSync(file)) {
      throw siteError(
        `digest() in astro.config: \`components.${name}\` is not valid: there is no file ${path}: write the path of a component from the site's root, such as ./src/components/${name}.astro.`,
      );
    }
    return [name, file];
  });
  return Object.fromEntries(specifiers);
}
