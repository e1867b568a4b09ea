import type { AstroConfig } from 'astro';

type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** What the pages know of the configuration: JSON, under `virtual:astro-digest/config`. */
export interface DigestConfig {
  title: string;
  description?: string | undefined;
  /** Path of the digest within the site. */
  base: string;
  /** Astro's `base`. */
  siteBase: string;
  trailingSlash: 'always' | 'never' | 'ignore';
  format: 'directory' | 'file' | 'preserve';
}

const id = 'virtual:astro-digest/config';

/** Vite plugin that hands the configuration to the pages. */
export function virtualConfig(config: DigestConfig): VitePlugin {
  return {
    name: 'astro-digest:config',
    resolveId: (source: string) => (source === id ? `\0${id}` : undefined),
    load: (resolved: string) =>
      resolved === `\0${id}` ? `export default ${JSON.stringify(config)};` : undefined,
  };
}
