import type { HookParameters } from 'astro';

/** The dev server, as integrations get it. */
export type DevServer = HookParameters<'astro:server:setup'>['server'];

/** Where Astro renders pages in the dev server, by the names that it has for these environments of Vite. */
const rendering = ['ssr', 'prerender'];

/**
 * Has the dev server ask routes for their paths again, and browsers load their pages again. Astro does the same when it has written its file of the
 * entries, and has no public way to ask for it.
 */
export function renewPages({ environments }: DevServer): void {
  for (const name of rendering) environments[name]?.hot.send('astro:content-changed', {});
  environments.client.hot.send({ type: 'full-reload', path: '*' });
}

/** What is off where pages are rendered elsewhere, as a sentence. */
export function probeDevPages({ environments }: DevServer): string | undefined {
  if (rendering.some((name) => environments[name])) return undefined;
  return 'This version of Astro renders its pages elsewhere, so that a digest that is new takes longer to be on screen: tell us the version.';
}
