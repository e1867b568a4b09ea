import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';

/**
 * Adds `@astrojs/mdx` where nothing else does. It has to stand at the end of the list of integrations: another one, such as
 * Starlight, adds it with options of its own, but only where it is not there yet.
 */
export function mdxUnlessThere(): AstroIntegration {
  return {
    name: 'astro-digest:mdx',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        if (config.integrations.some(({ name }) => name === '@astrojs/mdx')) return;
        updateConfig({ integrations: [mdx()] });
      },
    },
  };
}
