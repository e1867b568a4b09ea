import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

/** What a plugin of Vite's has to do here; Vite's own types come with the site's version of it. */
type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** The module in which Astro has all entries of all collections. */
const storeModule = '\0astro:data-layer-content';

/** The module that reads the entries. It is bundled with the pages, so that it must not be one of this file's own. */
const reader = fileURLToPath(new URL('./filled-store.js', import.meta.url)).replaceAll('\\', '/');

/** Where the entries of a site are. */
export interface ContentStore {
  /** Astro's own file of them. */
  file: string;
  /** Astro's `cacheDir`, with the entries that the file has stand-ins for. */
  cacheFolder: string;
}

/**
 * Vite plugin that lets pages read the entries of the collections from files, where Astro writes all of them into a module. That module is as
 * large as all texts together, and is bundled, printed and compiled before the first page of a build, and in the dev server again after each
 * digest that is saved: with ten thousand papers two seconds and several hundred megabytes.
 *
 * Only for pages that Node renders here; for a server the entries have to be in its bundle. Where Astro keeps its entries otherwise, the plugin
 * does nothing.
 *
 * @param store where they are, once it is known; `undefined` where Astro's module has to stay
 */
export function contentStore(store: () => ContentStore | undefined): VitePlugin {
  return {
    name: 'astro-digest:content-store',
    load: {
      order: 'pre',
      filter: { id: new RegExp(`^${storeModule}$`) },
      handler() {
        const place = store();
        if (!place || !existsSync(place.file)) return undefined;
        const { file, cacheFolder } = place;
        return {
          code: [
            `import { filledStore } from ${JSON.stringify(reader)};`,
            `export default filledStore(${JSON.stringify(file)}, ${JSON.stringify(cacheFolder)});`,
          ].join('\n'),
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
): ContentStore | undefined {
  const { collectionStorage = 'single-file', incrementalBuild } = experimental as {
    collectionStorage?: unknown;
    incrementalBuild?: boolean;
  };
  // Astro's incremental build tells by the module whether an entry has changed.
  if (buildOutput === 'server' || adapter || incrementalBuild || collectionStorage !== 'single-file')
    return undefined;
  const file = new URL('data-store.json', command === 'build' ? cacheDir : new URL('.astro/', root));
  return { file: fileURLToPath(file), cacheFolder: fileURLToPath(cacheDir) };
}
