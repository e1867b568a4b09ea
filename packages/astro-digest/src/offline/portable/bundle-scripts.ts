import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import { PortableError } from './portable-error.ts';

/** What a bundle is made of. */
export interface BundleSource {
  /** A module that is run first. */
  first: string;
  /** The modules of the page, in their order: paths of files in the site, or texts. */
  modules: readonly ({ file: string } | { text: string; folder: string })[];
}

/**
 * Makes one classic script of modules, since browsers load no modules from files. It is done by the Vite that the site's Astro brings.
 *
 * @param folder of the site
 * @param find gives the path in the site of what a module imports by an address; `undefined` where there is no such file
 * @throws PortableError when a module needs what can't be in a classic script
 */
export async function bundleModules(
  { first, modules }: BundleSource,
  folder: string,
  find: (address: string, from: string) => string | undefined,
): Promise<string> {
  const texts = new Map<string, string>();
  const imports = modules.map((module, index) => {
    if ('file' in module) return join(folder, module.file);
    const id = join(folder, module.folder, `__inline-${index}.js`);
    texts.set(id, module.text);
    return id;
  });
  const begin = '\0first';
  const entry = [begin, ...imports].map((id) => `import ${JSON.stringify(id)};`).join('\n');
  return bundle(entry, undefined, {
    name: 'astro-digest:portable',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === begin || texts.has(id)) return id;
      if (importer === undefined || !importer.startsWith(folder)) return null;
      const from = posix.join('/', importer.slice(folder.length).replaceAll('\\', '/'));
      const file = find(id, from.slice(1));
      return file === undefined ? null : join(folder, file);
    },
    load: (id) => {
      if (id === begin) return first;
      return texts.get(id) ?? (id.startsWith(folder) ? readFileSync(id, 'utf8') : null);
    },
  });
}

/**
 * Makes of Pagefind's module the text of a function that gives what the module exports, and whose one parameter stands for the browser's `fetch`.
 *
 * @param code of the module
 */
export async function bundlePagefind(code: string): Promise<string> {
  const module = '\0pagefind';
  const script = await bundle(`export * from ${JSON.stringify(module)};`, 'pagefind', {
    name: 'astro-digest:pagefind',
    enforce: 'pre',
    resolveId: (id) => (id === module ? id : null),
    // It has no address; where its files are it is told.
    load: (id) => (id === module ? code.replaceAll('import.meta.url', 'undefined') : null),
  });
  return `function (fetch) {${script};return pagefind;}`;
}

/** What of Vite is used here; see https://vite.dev/guide/api-javascript#build */
interface Vite {
  build(
    config: AstroConfig['vite'] & { configFile: false; envFile: false },
  ): Promise<BuildOutput | BuildOutput[]>;
}

interface BuildOutput {
  output: readonly { code: string }[];
}

/** A plugin that brings modules which are no files, or files under other names. */
interface ModulePlugin {
  name: string;
  enforce: 'pre';
  resolveId(id: string, importer: string | undefined): string | null;
  load(id: string): string | null;
}

const entryName = '\0entry';

async function bundle(entry: string, name: string | undefined, plugin: ModulePlugin): Promise<string> {
  const { build } = await loadVite();
  const { resolveId, load } = plugin;
  const result = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    root: dirname(fileURLToPath(import.meta.url)),
    logLevel: 'silent',
    plugins: [
      {
        ...plugin,
        resolveId: (id, importer) => (id === entryName ? id : resolveId(id, importer)),
        load: (id) => (id === entryName ? entry : load(id)),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      rollupOptions: {
        input: entryName,
        preserveEntrySignatures: name === undefined ? false : 'strict',
        output: { format: 'iife', ...(name === undefined ? {} : { name }) },
      },
    },
  }).catch((error: Error) => {
    throw new PortableError(
      `A script of the site can't be made one that opens from a file: ${error.message.split('\n')[0]}. Leave it out of the layout of the digest.`,
    );
  });
  const [made] = [result].flat();
  return made?.output[0]?.code.trim() ?? '';
}

/** The Vite of the site's Astro, which the site itself need not have. */
async function loadVite(): Promise<Vite> {
  const ofAstro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'));
  return (await import(pathToFileURL(ofAstro.resolve('vite')).href)) as Vite;
}
