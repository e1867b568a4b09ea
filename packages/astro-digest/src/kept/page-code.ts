import { createHash, type Hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { outsideSourceOf } from './outside-sources.ts';

/** What a plugin of Vite's has to do here; Vite's own types come with the site's version of it. */
type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** What a plugin can ask of modules. */
interface ModuleGraph {
  getModuleIds(): Iterable<string>;
  getModuleInfo(id: string): {
    code?: string | null;
    importedIds: readonly string[];
    dynamicallyImportedIds: readonly string[];
  } | null;
}

/** Files that a bundler writes, by their names. */
type Bundle = Record<
  string,
  { type: 'chunk'; code: string } | { type: 'asset'; source: string | Uint8Array }
>;

/** The code of which pages are made. */
export interface PageCode {
  /** Looks at what is bundled. */
  plugin: VitePlugin;
  /**
   * Hash of all that pages are made of besides the library; `undefined` where that can't be known, because of `unknown`.
   *
   * @param heads what Astro puts into the heads of pages
   */
  hash(heads: string): string | undefined;
  /** A file that takes something from outside, such as entries of a collection; absent where there is none. */
  unknown(): string | undefined;
}

/** The folder of this package. */
const packageFolder = slashed(fileURLToPath(new URL('../../', import.meta.url)));

/** The folder of `remark-digest`, of which pages have parts. */
const parserFolder = slashed(fileURLToPath(new URL('../', import.meta.resolve('remark-digest'))));

/** The folders in which modules are ours. */
const ownFolders = [
  ...['components', 'dist', 'routes', 'styles'].map((name) => `${packageFolder}${name}/`),
  parserFolder,
];

/** Modules from which Astro has entries: what a page asks of them is told by its questions. */
const contentModules =
  /^\0?(?:astro:content|astro:data-layer-content|astro:asset-imports|astro:content-module|virtual:astro-content|content-modules)/;

/**
 * Hashes the code of a digest's pages while Vite bundles it: modules of the routes and all that they import, what Vite defines in them, the
 * site's middleware, every style sheet, and every file for browsers, whose names stand in pages.
 *
 * @param srcDir folder of the site's sources
 * @param restsOn what else pages rest on, as a text
 */
export function pageCode(srcDir: URL, restsOn: () => string): PageCode {
  const middleware = `${slashed(fileURLToPath(srcDir))}middleware`;
  const parts = new Map<string, string>();
  let unknown: string | undefined;
  return {
    plugin: {
      name: 'astro-digest:page-code',
      apply: 'build',
      enforce: 'pre',
      generateBundle: {
        order: 'pre',
        handler(this: unknown, _options: unknown, bundle: unknown) {
          const { environment } = this as { environment?: { name: string; config: { define?: unknown } } };
          const name = environment?.name ?? '';
          const isClient = name === 'client';
          parts.set(`files of ${name}`, hashOfBundle(bundle as Bundle, isClient));
          if (isClient) return;
          const modules = modulesOf(this as ModuleGraph, middleware);
          // Vite puts these into the code of modules when it is done with them.
          parts.set(`defined in ${name}`, JSON.stringify(environment?.config.define ?? {}));
          parts.set(`modules of ${name}`, hashOfModules(this as ModuleGraph, modules));
          unknown ??= modules.find((id) => isUnknown(this as ModuleGraph, id));
        },
      },
    },
    hash(heads) {
      if (unknown !== undefined || parts.size === 0) return undefined;
      const hash = createHash('sha256').update(JSON.stringify([restsOn(), heads]));
      for (const [name, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) add(hash, name, part);
      return hash.digest('base64url');
    },
    unknown: () => unknown,
  };
}

/** The modules of a digest's routes and those that they import, sorted. */
function modulesOf(graph: ModuleGraph, middleware: string): string[] {
  const isRoot = (id: string): boolean => {
    const path = slashed(id);
    return (
      path.startsWith(`${packageFolder}routes/`) ||
      path.startsWith(`${packageFolder}dist/endpoints/`) ||
      path.startsWith(middleware) ||
      /^\0?(?:virtual:)?astro:(?:scripts|middleware)/.test(id)
    );
  };
  const found = new Set([...graph.getModuleIds()].filter(isRoot));
  for (const id of found) {
    const info = graph.getModuleInfo(id);
    for (const other of [...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? [])])
      if (!contentModules.test(other)) found.add(other);
  }
  return [...found].sort();
}

function hashOfModules(graph: ModuleGraph, ids: readonly string[]): string {
  const hash = createHash('sha256');
  for (const id of ids) {
    const code = graph.getModuleInfo(id)?.code ?? '';
    add(hash, id, code);
    if (!isOfSite(id)) continue;
    add(hash, 'environment', JSON.stringify(variablesOf(code)));
    if (outsideSourceOf(code) === 'year') add(hash, 'year', String(new Date().getFullYear()));
  }
  return hash.digest('base64url');
}

/** @param all whether all files count, or style sheets alone */
function hashOfBundle(bundle: Bundle, all: boolean): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(bundle).sort()) {
    if (!all && !name.endsWith('.css')) continue;
    const file = bundle[name];
    if (file) add(hash, name, file.type === 'chunk' ? file.code : file.source);
  }
  return hash.digest('base64url');
}

function add(hash: Hash, name: string, content: string | Uint8Array): void {
  hash.update(JSON.stringify([name, content.length])).update(content);
}

/** Whether a module is one of this package or of the parser. */
function isOurs(id: string): boolean {
  const path = slashed(id);
  return ownFolders.some((folder) => path.startsWith(folder));
}

/** Whether a module is the site's own. */
function isOfSite(id: string): boolean {
  return !id.startsWith('\0') && !isOurs(id) && !slashed(id).includes('/node_modules/');
}

/**
 * Whether a module asks for entries of collections, or takes something else that may change from build to build. Packages may ask for
 * entries, too, such as a theme that lists them; the rest is their own business.
 */
function isUnknown(graph: ModuleGraph, id: string): boolean {
  const info = graph.getModuleInfo(id);
  if (!info || isOurs(id) || /\.(?:css|scss|sass|less|styl|pcss)(?:$|\?)/.test(id)) return false;
  const asksContent = [...info.importedIds, ...info.dynamicallyImportedIds].some((other) =>
    contentModules.test(other),
  );
  return asksContent || (isOfSite(id) && outsideSourceOf(info.code ?? '') === 'unknown');
}

/** The variables of the environment that code names, with their values; all of them where it takes them as a whole. */
function variablesOf(code: string): unknown {
  const names = [...code.matchAll(/\b(?:process|import\.meta)\.env\b(?:\.(\w+)|\[['"](\w+)['"]\])?/g)].map(
    ([, dotted, quoted]) => dotted ?? quoted,
  );
  if (names.includes(undefined)) return Object.entries(process.env).sort();
  return names.map((name) => process.env[name as string] ?? null);
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
