import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('astro/package.json') as { version: string };

/** The version of Astro that the site has, such as `7.3.5`. */
export const astroVersion = version;

/** Whether it is Astro 6, which does some things otherwise than Astro 7. */
export const isAstro6 = version.startsWith('6.');
