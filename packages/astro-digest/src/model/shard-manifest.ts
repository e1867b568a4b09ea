import type { DigestPlace } from '../offline/saved/place.ts';
import type { VolumeIssue } from './volumes.ts';

/** Name of the file, at the root of a shard's output, that tells what the shard is of. */
export const shardManifestName = 'astro-digest-shard.json';

/** What a shard tells of itself, so that only shards of one site are put together. */
export interface ShardManifest {
  /** Which one it is, from 1. */
  shard: number;
  /** How many there are. */
  of: number;
  /** SHA-256 in hexadecimal of all papers and of the configuration: the same in all shards of one state of a site. */
  contentHash: string;
  /** Ids of its issues. */
  issues: string[];
  /** What is needed to pack the whole site for reading offline; absent where it is not read so. */
  offline?: { place: DigestPlace; issues: readonly VolumeIssue[] } | undefined;
}
