import type { AstroConfig } from 'astro';
import { joinPaths } from '../model/addresses.ts';
import type { OfflineConfig } from './page/offline-config.ts';

/**
 * Where a digest is, for its pages and its worker.
 *
 * @param base path of the digest within the site
 */
export function offlineConfigOf(
  base: string,
  { base: siteBase, trailingSlash, build }: Pick<AstroConfig, 'base' | 'trailingSlash' | 'build'>,
): OfflineConfig {
  const site = joinPaths(siteBase, '/');
  const place = {
    siteBase: site === '/' ? site : `${site}/`,
    folder: base === '/' ? '' : `${base.slice(1)}/`,
    assets: build.assets,
  };
  const root = place.siteBase + place.folder;
  // The front page has an address without a slash there, which is not within the folder; a script beside the folder may answer for both.
  const isBeside = base !== '/' && (build.format !== 'directory' || trailingSlash === 'never');
  return isBeside
    ? { ...place, worker: `${root.slice(0, -1)}-worker.js`, scope: root.slice(0, -1) }
    : { ...place, worker: `${root}worker.js`, scope: root };
}
