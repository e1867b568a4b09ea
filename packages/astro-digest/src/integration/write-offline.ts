import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../content/printable-logger.ts';
import { readFronts } from '../content/sync-files.ts';
import type { SameFile } from '../kept/site-files.ts';
import { makeAddresses } from '../model/addresses.ts';
import { directionOf } from '../strings/index.ts';
import type { SiteFile } from '../offline/packing/choose-files.ts';
import type { OfflineConfig } from '../offline/page/offline-config.ts';
import { rootOf } from '../offline/saved/place.ts';
import { iconPath, iconSizes, webManifest, webManifestPath } from '../offline/web-manifest.ts';
import type { DigestSetup } from './digest-setup.ts';

/** What is asked of a built site to make it one that can be read offline. */
export interface SiteForOffline {
  /** Folder in which the site is built. */
  folder: string;
  /** Folder of the last site. */
  published: string;
  /** All files of the site. */
  files: () => readonly SiteFile[];
  /** Those that are as in the last site. */
  same: readonly SameFile[];
  /** Folder of what is kept from build to build. */
  kept: string;
}

/**
 * Writes the worker of a digest, and what it can give to readers: packs, a manifest as an app, icons. Where a digest is not to be read offline,
 * the worker takes away what an earlier one has left.
 *
 * @param place where the digest is
 * @returns files that the last site has, too
 */
export async function writeOffline(
  { config, files, shard, options }: DigestSetup,
  place: OfflineConfig,
  site: SiteForOffline,
  logger: Logger,
): Promise<readonly SameFile[]> {
  const { siteBase, folder } = place;
  const isOn = config.offline !== undefined;
  const put = (path: string, content: string | Uint8Array): void => {
    const file = join(site.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  put(place.worker.slice(siteBase.length), workerScript(isOn ? 'worker' : 'remover', place));
  if (!isOn) return [];
  const { title, description, lang } = options;
  const addresses = makeAddresses(config);
  const app = { title, description, lang, dir: directionOf(lang), root: rootOf(place), scope: place.scope };
  put(folder + webManifestPath, webManifest({ ...app, start: addresses.home() }));
  for (const [size, icon] of await drawIcons(title, logger)) put(folder + iconPath(size), icon);
  // A shard has a part of the files: who puts the shards together packs them.
  if (shard) return [];
  const issues = await readFronts(files.fronts);
  // What compresses is loaded where something is.
  const { packSite } = await import('../offline/packing/pack-site.ts');
  const { same } = packSite({ ...site, files: site.files(), place, issues });
  return same;
}

/** The script of a worker, which knows where its digest is. */
export function workerScript(
  name: 'worker' | 'remover',
  { siteBase, folder, assets }: OfflineConfig,
): string {
  const bundle = new URL(`../offline/worker/${name}.bundle.js`, import.meta.url);
  const place = JSON.stringify({ siteBase, folder, assets });
  return `const digestPlace = ${place};\n${readFileSync(fileURLToPath(bundle), 'utf8')}`;
}

/** Icons need letters that are drawn, which some machines can't. */
async function drawIcons(
  title: string,
  logger: Logger,
): Promise<(readonly [size: number, icon: Uint8Array])[]> {
  try {
    const { drawAppIcon } = await import('./app-icon.ts');
    return iconSizes.map((size) => [size, drawAppIcon(title, size)] as const);
  } catch (error) {
    logger.warn(`The digest has no icon as an app, because none can be drawn: ${(error as Error).message}`);
    return [];
  }
}
