import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, HookParameters } from 'astro';
import { isAstro6 } from '../content/astro-version.ts';
import { withoutClassNames } from './class-names/index.ts';
import { componentSpecifier, componentSpecifiers } from './components.ts';
import { contentStore, type ContentStore } from '../seams/content-store.ts';
import { digestModules, digestQuery } from './digest-modules.ts';
import { mdxUnlessThere } from './mdx-unless-there.ts';
import type { ResolvedOptions } from './options.ts';
import { scriptsByFile } from './scripts-by-file.ts';
import { virtualModules, type DigestConfig, type LoadedFiles } from './virtual-modules.ts';

/** What a plugin of Vite's has to do here; Vite's own types come with the site's version of it. */
type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** A part of Astro's configuration. */
type ConfigPart = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0];

/** What a build adds that keeps what it makes. */
export interface StagedAdditions {
  /** The folder in which the site is built, where this digest has it made. */
  outDir: URL | undefined;
  /** Looks at the code of pages. */
  pageCode: VitePlugin;
  /** Is asked last when a build is done. */
  last: AstroIntegration;
}

/** What later stages tell the modules of the pages; each is asked when a module is loaded. */
export interface ModuleSources {
  config: DigestConfig;
  /** Where the loaders tell how many issues and papers they read; `undefined` in the dev server. */
  loaded(): LoadedFiles | undefined;
  /** The file with the connections of the papers; `undefined` where the pages work them out themselves. */
  connectionsFile(): string | undefined;
  /** Where the entries are; `undefined` where Astro's module of them has to stay. */
  store(): ContentStore | undefined;
  /** What the digest is called in `liveDigest`. */
  liveKey: string;
}

/**
 * Has this package bundled with the pages wherever they run, since its modules import virtual ones. Astro does so by itself for what a site's
 * `package.json` names. The parser is left to Node where modules run one by one, also where it is a link: Vite takes ten times as long to load
 * it.
 */
const bundledPackage: VitePlugin = {
  name: 'astro-digest:bundled',
  configEnvironment(name, _config, { command }) {
    if (name === 'client') return undefined;
    const external = command === 'serve' ? ['remark-digest'] : [];
    return { resolve: { noExternal: ['astro-digest'], external } };
  },
};

/**
 * What a digest adds to Astro's configuration.
 *
 * @param isDefault whether components mean this digest when they name none
 */
export function astroAdditions(
  { name, base, layout, components }: ResolvedOptions,
  isDefault: boolean,
  siteRoot: URL,
  { config, loaded, connectionsFile, store, liveKey }: ModuleSources,
  staged: StagedAdditions | undefined,
): ConfigPart {
  const root = fileURLToPath(siteRoot);
  const plugins = [
    name !== undefined && digestModules(name, isDefault),
    name !== undefined && isAstro6 && scriptsByFile(name),
    virtualModules({
      config,
      components: componentSpecifiers(components, root),
      layout: layout && componentSpecifier('layout', layout, root, './src/layouts/Base.astro'),
      connectionsFile,
      loaded,
      liveKey,
      query: name === undefined || isDefault ? '' : digestQuery(name),
    }),
    contentStore(store),
    bundledPackage,
    staged?.pageCode,
  ];
  const integrations = [
    mdxUnlessThere(),
    withoutClassNames({ name, base }),
    ...(staged ? [staged.last] : []),
  ];
  return {
    integrations,
    ...(staged?.outDir ? { outDir: staged.outDir } : {}),
    vite: {
      plugins,
      // The folder of a staged site is empty, and already has what is kept.
      ...(staged?.outDir ? { build: { emptyOutDir: false } } : {}),
    },
  };
}
