import type { AstroIntegration } from 'astro';

/** Integrations that add files to a built site and read none of it. */
const addingOnly: ReadonlySet<string> = new Set(['@astrojs/sitemap']);

/**
 * Whether the folder of a build needs to hold only what differs from the last site, because nobody else looks into it before it takes the
 * place of that one.
 */
export function isSparseSite(integrations: readonly AstroIntegration[]): boolean {
  return integrations.every(
    ({ name, hooks }) =>
      name === 'astro-digest' ||
      name.startsWith('astro-digest:') ||
      addingOnly.has(name) ||
      !(hooks['astro:build:done'] ?? hooks['astro:build:generated']),
  );
}
