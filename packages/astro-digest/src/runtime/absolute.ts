import config from 'virtual:astro-digest/config';

/** An address that can be followed from anywhere; the path as it is where the site's own address is not known; nothing of nothing. */
export function absolute(path: string): string;
export function absolute(path: string | undefined): string | undefined;
export function absolute(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  return config.site === undefined ? path : new URL(path, config.site).href;
}
