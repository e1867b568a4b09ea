import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { componentNames } from './virtual-modules.ts';

type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** What ends the specifiers of the modules of a named digest, such as `astro-digest/components/LatestIssue.astro?digest=vision`. */
export function digestQuery(name: string): string {
  return `?digest=${name}`;
}

/** Types of the modules of a named digest that a site may import, as the text of a declaration file. */
export function digestTypes(name: string): string {
  const components = componentNames.map((component) => `astro-digest/components/${component}.astro`);
  const declare = (module: string, exported: string): string =>
    `declare module '${module}${digestQuery(name)}' {\n  export ${exported} from '${module}';\n}\n`;
  return [
    declare('astro-digest/runtime', '*'),
    ...components.map((component) => declare(component, '{ default }')),
  ].join('');
}

/** The folders of this package whose modules rest on the configuration; all others are the same for every digest. */
const ownFolder = new RegExp(
  `^${escapeRegExp(fileURLToPath(new URL('../..', import.meta.url)).replaceAll('\\', '/'))}(?:components|routes|dist/(?:runtime|endpoints))/[^?]+\\.(?:astro|js)$`,
);

/**
 * Vite plugin that gives a named digest modules of its own, so that they have its configuration and its collections: what is
 * imported with its query, and whatever of this package such a module imports.
 *
 * @param isDefault whether the modules without a query are its own, so that it needs no others
 */
export function digestModules(name: string, isDefault: boolean): VitePlugin {
  const query = digestQuery(name);
  const without = (id: string): string => (id.endsWith(query) ? id.slice(0, -query.length) : id);
  return {
    name: `astro-digest:modules:${name}`,
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isAsked = source.endsWith(query);
      if (!isAsked && !importer?.endsWith(query)) return undefined;
      const bare = without(source);
      if (bare.startsWith('virtual:astro-digest/')) return `\0${isDefault ? bare : bare + query}`;
      const resolved = await this.resolve(bare, importer && without(importer), {
        ...options,
        skipSelf: true,
      });
      if (!resolved || isDefault || resolved.external) return resolved;
      const isOwn = isAsked || ownFolder.test(resolved.id.replaceAll('\\', '/'));
      return isOwn ? { ...resolved, id: resolved.id + query } : resolved;
    },
    load(id) {
      if (!id.endsWith(query) || id.startsWith('\0')) return undefined;
      this.addWatchFile(without(id));
      return readFileSync(without(id), 'utf8');
    },
  };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
