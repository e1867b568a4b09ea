import type { AstroPrerenderer } from 'astro';

/**
 * The list of the pages of which Astro tells integrations at the end, such as one that lists them in a sitemap. Astro has no public way to
 * add to it.
 *
 * @param defaultPrerenderer Astro's own, once it is set up
 * @returns `undefined` where this version of Astro has it elsewhere
 */
export function pageNames(defaultPrerenderer: AstroPrerenderer): string[] | undefined {
  const { app } = defaultPrerenderer as { app?: { getOptions?(): { pageNames?: unknown } } };
  const names = app?.getOptions?.().pageNames;
  return Array.isArray(names) ? (names as string[]) : undefined;
}

/** What is off where the list was not found, as a sentence. */
export function probePageNames(names: string[] | undefined): string | undefined {
  if (names) return undefined;
  return 'This version of Astro keeps its list of pages elsewhere, so that sitemaps of other integrations lack the pages of issues and papers: tell us the version.';
}
