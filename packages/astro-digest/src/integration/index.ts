import '../content/require-versions.ts';

// What it imports may be missing in old versions, which have been refused by now.
const { default: makeIntegration } = await import('./digest.ts');

export type { LayoutProps } from '../model/layout-props.ts';
export type { DigestOptions } from './options.ts';
export type { DigestConfig } from './virtual-modules.ts';

/**
 * Astro integration that adds the pages of a digest to a site, with their search.
 *
 * ```js
 * // astro.config.mjs
 * import { defineConfig } from 'astro/config';
 * import digest from 'astro-digest';
 * export default defineConfig({ integrations: [digest({ title: 'Daily Papers' })] });
 * ```
 *
 * A site may have several: each but one with a `name`, and each under a `base` of its own. Without options, as `astro add` writes
 * it, a digest has a title to be replaced, and the site is told so.
 *
 * @throws AstroError when an option is unknown or wrong
 */
const digest: typeof makeIntegration = makeIntegration;
export default digest;
