import { createHash } from 'node:crypto';
import { bundleModules, type BundleSource } from './bundle-scripts.ts';
import { folderOf, type FindFile } from './site-assets.ts';
import type { ModuleScript } from './rewrite-page.ts';

/** The scripts of pages, each list of modules as one script. */
export interface PageScripts {
  /** Name of the script that has the modules of a page. */
  nameOf(modules: readonly ModuleScript[], from: string): string;
  /** Makes the scripts that were asked for: their texts by name. */
  bundle(): Promise<Map<string, string>>;
}

/**
 * Collects which modules pages have together.
 *
 * @param first module that runs before those of the page
 * @param folder of the site
 */
export function collectScripts(first: string, folder: string, find: FindFile): PageScripts {
  const sources = new Map<string, BundleSource>();
  const names = new Map<string, string>();
  return {
    nameOf(modules, from) {
      const found = toSource(modules, from, find);
      const key = JSON.stringify(found);
      const known = names.get(key) ?? `${createHash('sha256').update(key).digest('hex').slice(0, 12)}.js`;
      names.set(key, known);
      sources.set(known, { first, modules: found });
      return known;
    },
    async bundle() {
      const scripts = new Map<string, string>();
      for (const [name, source] of sources)
        scripts.set(name, `${await bundleModules(source, folder, find)}\n`);
      return scripts;
    },
  };
}

/** An import by an address that begins at the page. */
const importsFromHere = /\b(?:from|import)\s*\(?\s*["'`]\./;

/** What a bundle is made of: the modules of a page that are of the site, each once. */
export function toSource(
  modules: readonly ModuleScript[],
  from: string,
  find: FindFile,
): BundleSource['modules'] {
  const found = modules.flatMap((module): BundleSource['modules'] => {
    // Where a text stands matters only for what it imports from there: else it is the same script on all pages.
    if ('text' in module)
      return [{ text: module.text, folder: importsFromHere.test(module.text) ? folderOf(from) : '' }];
    const file = find(module.address, from);
    return file === undefined ? [] : [{ file }];
  });
  const keys = found.map((module) => JSON.stringify(module));
  return found.filter((_, index) => keys.indexOf(keys[index] as string) === index);
}
