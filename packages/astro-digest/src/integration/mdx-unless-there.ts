import type { AstroIntegration } from 'astro';
import { findMdx } from './find-mdx.ts';

/**
 * Adds `@astrojs/mdx` where the site has it installed and nothing else adds it. It has to stand at the end of the list of
 * integrations: another one, such as Starlight, adds it with options of its own, but only where it is not there yet.
 */
export function mdxUnlessThere(): AstroIntegration {
  return {
    name: 'astro-digest:mdx',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        if (config.integrations.some(({ name }) => name === '@astrojs/mdx')) return;
        const mdx = await findMdx(config.root);
        if (mdx) updateConfig({ integrations: [mdx()] });
      },
    },
  };
}
