import config from 'virtual:astro-digest/config';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';

/**
 * What feeds know something of the digest by: an absolute address in one form, below the address that the digest had when its feeds were
 * first read, where the site names that.
 *
 * @param path id of an issue or a paper, or another path from the digest's base, without a slash at its end; empty for the digest
 */
export function identityOf(path: string): string {
  const { identity } = config.feeds;
  if (identity === undefined) return absolute(addresses.identity(path));
  return path === '' ? identity : new URL(`./${path}/`, identity).href;
}
