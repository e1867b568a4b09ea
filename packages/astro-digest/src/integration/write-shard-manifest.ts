import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Shard } from '../model/shard.ts';
import { shardManifestName, type ShardManifest } from '../model/shard-manifest.ts';

/**
 * Hashes all that the shards of a site must have in common.
 *
 * @param recordsFile the issues with the hashes of their files, as JSON
 * @param config anything that can be written as JSON
 */
export async function hashOfSite(recordsFile: string, config: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(config));
  await pipeline(createReadStream(recordsFile), hash);
  return hash.digest('hex');
}

/** Writes what a shard is of into its output folder. */
export async function writeShardManifest(
  folder: string,
  { number, count }: Shard,
  contentHash: string,
  shards: ReadonlyMap<string, number>,
  offline: ShardManifest['offline'],
): Promise<void> {
  const issues = [...shards].filter(([, shard]) => shard === number).map(([id]) => id);
  const manifest: ShardManifest = { shard: number, of: count, contentHash, issues, offline };
  await writeFile(join(folder, shardManifestName), `${JSON.stringify(manifest)}\n`);
}
