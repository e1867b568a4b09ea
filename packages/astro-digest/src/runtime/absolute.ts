import config from 'virtual:astro-digest/config';

/** An address that can be followed from anywhere; the path as it is where the site's own address is not known. */
export function absolute(path: string): string {
  return config.site === undefined ? path : new URL(path, config.site).href;
}
