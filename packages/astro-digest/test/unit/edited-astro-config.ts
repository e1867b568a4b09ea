import { editAstroConfig } from '../../src/cli/init/astro-config.ts';

/** What `init` writes into the integrations of a site. */
export const call = "digest({ title: 'Daily Papers' })";

/** What `init` makes of a config with this text. */
export function edit(text: string, path = 'astro.config.mjs') {
  return editAstroConfig(text, path, { title: 'Daily Papers' });
}
