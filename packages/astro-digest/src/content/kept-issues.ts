import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { readSealedData, writeSealedData } from '../kept/sealed-data.ts';
import type { IssueFront } from './sync-files.ts';

/** An entry as Astro's store gives it. */
export type StoreEntry = NonNullable<ReturnType<LoaderContext['store']['get']>>;

/** An issue as it was read. */
export interface KeptIssue {
  /** The entries of its papers, in the order of the digest. */
  papers: readonly StoreEntry[];
  front: IssueFront;
  /** Name of the dialect it was read with. */
  dialect?: string | undefined;
}

/** Issues that are kept from build to build, each in a file that has the hash of what it was read from for its name. */
export interface KeptIssues {
  /** The issue of that hash; `undefined` where it is not kept, or its file is damaged. The same object as long as the process keeps it. */
  get(contentHash: string): KeptIssue | undefined;
  keep(contentHash: string, issue: KeptIssue): void;
  /** Takes away what belongs to no issue any more. */
  keepOnly(contentHashes: ReadonlySet<string>): void;
}

/** Opens a folder of issues; it is made where it is missing. */
export function openKeptIssues(folder: string): KeptIssues {
  const known = new Map<string, KeptIssue>();
  return {
    get(contentHash) {
      const issue = known.get(contentHash) ?? readKeptIssue(folder, contentHash);
      if (issue) known.set(contentHash, issue);
      return issue;
    },
    keep(contentHash, issue) {
      writeSealedData(join(folder, contentHash), issue, contentHash);
      known.set(contentHash, issue);
    },
    keepOnly(contentHashes) {
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(folder)) if (!contentHashes.has(name)) rmSync(join(folder, name));
      for (const contentHash of known.keys()) if (!contentHashes.has(contentHash)) known.delete(contentHash);
    },
  };
}

/** Reads one of the issues; `undefined` where it is not kept, or its file is damaged. */
export function readKeptIssue(folder: string, contentHash: string): KeptIssue | undefined {
  return readSealedData(join(folder, contentHash), contentHash) as KeptIssue | undefined;
}
