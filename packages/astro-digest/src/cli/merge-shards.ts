import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { packMergedSite } from './pack-merged-site.ts';
import { shardManifestName, type ShardManifest } from '../model/shard-manifest.ts';

/** What keeps shards from being put together, in one sentence that says how to mend it. */
export class MergeError extends Error {}

/** What was put together. */
export interface MergedSite {
  shards: number;
  issues: number;
  files: number;
  /** Bytes of all files. */
  bytes: number;
}

/**
 * Puts the outputs of all shards of a site into one folder. The folder is replaced when everything is in place, and stays as
 * it was when something is wrong.
 *
 * @param folders outputs of the shards, in any order
 * @param out the folder to write
 * @throws MergeError when a shard is missing, is there twice or is of another state of the site, or when two shards have
 *   different files at one place
 */
export async function mergeShards(folders: readonly string[], out: string): Promise<MergedSite> {
  const manifests = await Promise.all(folders.map(readManifest));
  checkManifests(folders, manifests);

  const fresh = `${out}.new`;
  await rm(fresh, { recursive: true, force: true });
  const merged: MergedSite = {
    shards: folders.length,
    issues: manifests.reduce((sum, { issues }) => sum + issues.length, 0),
    files: 0,
    bytes: 0,
  };
  try {
    for (const folder of folders) await addShard(folder, fresh, merged);
    const offline = manifests[0]?.offline;
    if (offline) await packMergedSite(fresh, offline);
    await replaceFolder(fresh, out);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  return merged;
}

async function readManifest(folder: string): Promise<ShardManifest> {
  const path = join(folder, shardManifestName);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new MergeError(
      `${folder} is no shard of a site: it has no ${shardManifestName}; build it with \`shard: '1/4'\` or the like.`,
    );
  }
  try {
    const manifest = JSON.parse(text) as ShardManifest;
    if ([manifest.shard, manifest.of].every(Number.isInteger) && Array.isArray(manifest.issues))
      return manifest;
  } catch {
    // It is told below.
  }
  throw new MergeError(`${path}:1:1 This file was not written by a build: build the shard again.`);
}

function checkManifests(folders: readonly string[], manifests: readonly ShardManifest[]): void {
  const [first] = manifests as [ShardManifest];
  const byNumber = new Map<number, string>();
  for (const [index, { shard, of, contentHash }] of manifests.entries()) {
    const folder = folders[index] as string;
    if (of !== first.of) {
      throw new MergeError(
        `${folder} is one of ${of} shards and ${folders[0]} one of ${first.of}: build all with the same number.`,
      );
    }
    if (contentHash !== first.contentHash) {
      throw new MergeError(
        `${folder} and ${folders[0]} were built from different papers or options: build all shards from one commit.`,
      );
    }
    const other = byNumber.get(shard);
    if (other !== undefined)
      throw new MergeError(`${folder} and ${other} are both shard ${shard}: name each shard once.`);
    byNumber.set(shard, folder);
  }
  const missing = Array.from({ length: first.of }, (_, index) => index + 1).filter(
    (shard) => !byNumber.has(shard),
  );
  if (missing.length > 0) {
    throw new MergeError(
      `Of ${first.of} shards ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing: name the folder of each.`,
    );
  }
}

async function addShard(folder: string, out: string, merged: MergedSite): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const from = join(entry.parentPath, entry.name);
    const path = relative(folder, from);
    if (!entry.isFile() || path === shardManifestName) continue;
    const to = join(out, path);
    await mkdir(dirname(to), { recursive: true });
    try {
      await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      merged.files += 1;
      merged.bytes += (await stat(to)).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      // What is not rendered, such as styles and what is in `public`, every shard has.
      if ((await readFile(from)).equals(await readFile(to))) continue;
      throw new MergeError(
        `${from} is another file than that of an earlier shard at its place: build all shards from one commit.`,
      );
    }
  }
}

/** Puts a folder in the place of another one; the other one is whole until then. */
async function replaceFolder(fresh: string, place: string): Promise<void> {
  const old = `${place}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(place, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(fresh, place);
  await rm(old, { recursive: true, force: true });
}
