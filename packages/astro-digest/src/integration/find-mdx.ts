import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Finds the MDX integration that a site has installed, in the version that goes with its Astro.
 *
 * What `require.resolve` finds beyond that, in folders that a package manager names in `NODE_PATH`, may belong to another site.
 *
 * @param root folder of the site
 * @returns a function that makes it; `undefined` where the site has none
 */
export async function findMdx(root: URL): Promise<(() => AstroIntegration) | undefined> {
  for (let folder = root; ; folder = new URL('../', folder)) {
    const manifest = new URL('node_modules/@astrojs/mdx/package.json', folder);
    if (existsSync(manifest)) {
      const { href } = pathToFileURL(createRequire(manifest).resolve('@astrojs/mdx'));
      return ((await import(href)) as { default: () => AstroIntegration }).default;
    }
    if (new URL('../', folder).href === folder.href) return undefined;
  }
}
