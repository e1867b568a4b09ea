import { fileURLToPath } from 'node:url';
import type { HookParameters } from 'astro';
import { isAstro6 } from '../content/astro-version.ts';
import { withoutClassNames } from './class-names/index.ts';
import { componentSpecifier, componentSpecifiers } from './components.ts';
import { contentStore } from './content-store.ts';
import { digestModules, digestQuery } from './digest-modules.ts';
import { mdxUnlessThere } from './mdx-unless-there.ts';
import type { ResolvedOptions } from './options.ts';
import { scriptsByFile } from './scripts-by-file.ts';
import { virtualModules, type DigestConfig } from './virtual-modules.ts';

/** A part of Astro's configuration. */
type ConfigPart = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0];

/** What later stages tell the modules of the pages; each is asked when a module is loaded. */
export interface ModuleSources {
  config(): DigestConfig;
  /** The file with the connections of the papers; `undefined` where the pages work them out themselves. */
  connectionsFile(): string | undefined;
  /** The file in which Astro has its entries; `undefined` where Astro's module of them has to stay. */
  store(): URL | undefined;
}

/**
 * What a digest adds to Astro's configuration.
 *
 * @param isDefault whether components mean this digest when they name none
 */
export function astroAdditions(
  { name, base, layout, components }: ResolvedOptions,
  isDefault: boolean,
  siteRoot: URL,
  { config, connectionsFile, store }: ModuleSources,
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
      query: name === undefined || isDefault ? '' : digestQuery(name),
    }),
    contentStore(store),
  ];
  const integrations = [mdxUnlessThere(), withoutClassNames({ name, base })];
  return { integrations, vite: { plugins, ssr: { noExternal: ['astro-digest'] } } };
}
