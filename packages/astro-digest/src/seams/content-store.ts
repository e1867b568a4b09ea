import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

/** What a plugin of Vite's has to do here; Vite's own types come with the site's version of it. */
type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** The module in which Astro has all entries of all collections. */
const storeModule = '\0astro:data-layer-content';

/**
 * Vite plugin that lets pages read the entries of the collections from Astro's own file of them, where Astro writes all
 * of them into a module. That module is as large as all texts together, and is bundled, printed and compiled before the
 * first page of a build, and in the dev server again after each digest that is saved: with ten thousand papers two seconds and several hundred
 * megabytes.
 *
 * Only for pages that Node renders here; for a server the entries have to be in its bundle. Where Astro keeps its entries otherwise, the plugin
 * does nothing.
 *
 * @param store the file, once it is known; `undefined` where Astro's module has to stay
 */
export function contentStore(store: () => URL | undefined): VitePlugin {
  return {
    name: 'astro-digest:content-store',
    load: {
      order: 'pre',
      filter: { id: new RegExp(`^${storeModule}$`) },
      handler() {
        const url = store();
        if (!url || !existsSync(url)) return undefined;
        const path = JSON.stringify(fileURLToPath(url));
        return {
          code: `import { readFileSync } from 'node:fs';\nexport default JSON.parse(readFileSync(${path}, 'utf8'));`,
          map: { mappings: '' },
        };
      },
    },
  };
}

/** Where Astro has the entries of a build that renders all its pages itself, or of the dev server. */
export function contentStoreOf(
  { root, cacheDir, experimental, adapter }: AstroConfig,
  buildOutput: 'static' | 'server',
  command: 'build' | 'dev',
): URL | undefined {
  const { collectionStorage = 'single-file', incrementalBuild } = experimental as {
    collectionStorage?: unknown;
    incrementalBuild?: boolean;
  };
  // Astro's incremental build tells by the module whether an entry has changed.
  if (buildOutput === 'server' || adapter || incrementalBuild || collectionStorage !== 'single-file')
    return undefined;
  return new URL('data-store.json', command === 'build' ? cacheDir : new URL('.astro/', root));
}
