import { readFileSync, statSync } from 'node:fs';
import type { IssueFiles } from './read-issue.ts';
import { sealText, unsealText } from './sealed-text.ts';
import { writeSyncFile } from './sync-files.ts';

/** Content hashes of digests, kept from build to build, so that files that have not changed need not be read. */
export interface KeptHashes {
  /** The hash that was kept for files in this state. */
  get(stamp: Stamp): string | undefined;
  /** Ids of the issues in files with this hash, where that is known. */
  issuesOf(contentHash: string): string[] | undefined;
  /** Keeps the hash of files that were in this state when they were looked at, before they were read, and ids of their issues. */
  keep(stamp: Stamp, contentHash: string, issues: readonly string[]): void;
  /** Writes what was kept, and nothing else. */
  save(): void;
}

/** In what state the files of an issue are, without reading them. */
export interface Stamp {
  /** The same text means the same files with the same bytes, once some time has gone by. */
  text: string;
  /** When one of them was changed last, in nanoseconds; absent where that can't be known. */
  changed: bigint | undefined;
}

/**
 * How long files must have been left alone before their state is taken for their bytes, in nanoseconds: within one tick of its
 * clock, which takes up to two seconds, a file system gives two changes the same time.
 */
const settled = 2_000_000_000n;

/**
 * Opens a list of hashes. One that is missing, damaged or of another `readBy` is as good as an empty one.
 *
 * @param path its file
 * @param readBy what else than the files the hashes rest on
 */
export function openKeptHashes(path: string, readBy: string): KeptHashes {
  const latest = BigInt(Date.now()) * 1_000_000n - settled;
  const before = readText(path);
  const known = new Map<string, string>();
  const issues = new Map<string, string[]>();
  for (const line of unsealText(before, readBy)?.split('\n') ?? []) {
    // Neither a hash nor an id has a blank in it.
    const [contentHash = '', ids = '', ...stamp] = line.split(' ');
    if (stamp.length > 0) known.set(stamp.join(' '), contentHash);
    issues.set(contentHash, ids.split(','));
  }
  const kept: string[] = [];
  return {
    get: ({ text }) => known.get(text),
    issuesOf: (contentHash) => issues.get(contentHash),
    keep({ text, changed }, contentHash, issues) {
      const isSettled = changed !== undefined && changed < latest;
      kept.push([contentHash, issues.join(','), ...(isSettled ? [text] : [])].join(' '));
    },
    save() {
      const now = sealText(kept.join('\n'), readBy);
      if (now !== before) writeSyncFile(path, now);
    },
  };
}

/**
 * Looks at the files of an issue. A change that keeps the size and the time of the text (`touch -r`, `cp -p`, `rsync -t`) still
 * changes the time of the file's own record, which nobody can set.
 *
 * @param root folder of the site
 */
export function stampOf(root: string, { id, digest, papers }: IssueFiles): Stamp {
  const parts: (string | bigint)[] = [id];
  let changed = 0n;
  let isKnown = true;
  for (const { path } of digest ? [digest, ...papers] : papers) {
    const { size, ino, mtimeNs, ctimeNs } = statSync(`${root}/${path}`, { bigint: true });
    parts.push(path, size, ino, mtimeNs, ctimeNs);
    if (ctimeNs > changed) changed = ctimeNs;
    // The text was given a time to come, or the file system keeps no time of the record.
    if (ctimeNs < mtimeNs) isKnown = false;
  }
  return { text: JSON.stringify(parts.map(String)), changed: isKnown ? changed : undefined };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
