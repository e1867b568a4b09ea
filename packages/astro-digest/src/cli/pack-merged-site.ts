import { mkdtemp, rm } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../kept/list-files.ts';
import type { ShardManifest } from '../model/shard-manifest.ts';
import { packSite } from '../offline/packing/pack-site.ts';

/**
 * Packs a site for reading offline when its shards are in one folder: each shard had only a part of what goes into a pack.
 *
 * @param folder of the whole site
 */
export async function packMergedSite(
  folder: string,
  { place, issues }: NonNullable<ShardManifest['offline']>,
): Promise<void> {
  const kept = await mkdtemp(join(tmpdir(), 'astro-digest-packs-'));
  try {
    const files = (listFiles(folder) ?? []).map((path) => ({
      path,
      size: statSync(join(folder, path)).size,
    }));
    packSite({ folder, published: folder, files, same: [], place, issues, kept });
  } finally {
    await rm(kept, { recursive: true, force: true });
  }
}
