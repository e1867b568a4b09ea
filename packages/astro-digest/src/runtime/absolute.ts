import config from 'virtual:astro-digest/config';

const origin = config.site === undefined ? undefined : new URL(config.site).origin;

/** An address that can be followed from anywhere; the path as it is where the site's own address is not known; nothing of nothing. */
export function absolute(path: string): string;
export function absolute(path: string | undefined): string | undefined;
export function absolute(path: string | undefined): string | undefined {
  if (origin === undefined || path === undefined) return path;
  // What the URL standard would leave as it is.
  return /^(?:\/[\w-]+(?:\.[\w-]+)*)+\/?$/.test(path) ? origin + path : new URL(path, config.site).href;
}
