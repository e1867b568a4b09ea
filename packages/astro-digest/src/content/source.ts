import { createHash } from 'node:crypto';
import type { Dialect } from 'remark-digest';
import { codeHash } from './code-hash.ts';
import { findFiles } from './find-files.ts';
import { openKeptHashes, stampOf } from './kept-hashes.ts';
import { collectionNames, type CollectionNames } from '../model/digest-name.ts';
import type { LeftOut } from './walk-folder.ts';
import type { IssueFiles, ReadDigest, ReadIssue, ReadOptions } from './read-issue.ts';
import type { IssueMessage } from './schemas.ts';
import { takeTurns } from './take-turns.ts';

/** Options of {@link createSource}. */
export interface SourceOptions {
  /** Folder of the digests, from the site's root. */
  base: string;
  /** Year of digests whose file name and front matter tell none. */
  year: number | undefined;
  /** What is mended inside titles and abstracts. */
  inline: ReadOptions['inline'];
  /** Name of the dialect of all digests; told from each text where it is not given. */
  dialect?: string | undefined;
  /** The dialects to choose from; all of ours by default. */
  dialects?: readonly Dialect[] | undefined;
  /** Name of the digest, where a site has several. */
  name?: string | undefined;
}

/** One issue whose files are known but may not have been read yet. */
export interface SourceIssue {
  id: string;
  /**
   * Tells whether anything has changed: rests on the files, the options and the code that reads them. Where {@link read} finds
   * files that have changed since they were found, it becomes theirs.
   */
  contentHash: string;
  /** Reads the issue; work that is asked for twice at the same state of the files is done once. */
  read(): Promise<ReadIssue>;
}

/** What is in the folder of the digests. */
export interface FoundIssues {
  /** Whether the folder is there at all. */
  exists: boolean;
  issues: SourceIssue[];
  /** Digests that would have had the id of another one. */
  clashes: { path: string; other: string; id: string }[];
  /** Links and files that are left out, where there are any. */
  leftOut?: LeftOut[] | undefined;
  /** What is wrong with digests that give no issue, where there are any. */
  failures?: IssueMessage[] | undefined;
}

/** The digests of a site, shared by the loaders of both collections. */
export interface Source {
  options: SourceOptions;
  /** What the collections are called. */
  collections: CollectionNames;
  /**
   * Looks at the folder and finds what is there now.
   *
   * @param hashes file in which hashes are kept from scan to scan
   * @param loader name of the loader that asks
   * @param once whether one look does for both loaders, because nothing changes meanwhile: the second one gets what the first
   * one found
   */
  scan(root: string, hashes: string, loader: string, once: boolean): Promise<FoundIssues>;
}

/** Makes the source of a folder of digests. */
export function createSource(options: SourceOptions): Source {
  const collections = collectionNames(options.name);
  const readBy = [
    codeHash(),
    options.year ?? null,
    options.inline ?? null,
    options.dialect ?? null,
    // A dialect of the site's own is read anew when its code has changed.
    options.dialects?.map(({ name, detect, read }) => [name, String(detect), String(read)]) ?? null,
  ];
  const hashOf = ({ id, digest, papers }: IssueFiles): string => {
    const hash = createHash('sha256').update(JSON.stringify([id, ...readBy]));
    for (const file of digest ? [digest, ...papers] : papers) {
      hash.update(JSON.stringify([file.path, file.bytes.length])).update(file.bytes);
    }
    return hash.digest('base64url');
  };
  // What was read waits here for both loaders, so that every changed digest is read once.
  const waiting = new Map<string, { issue: ReadIssue; loaders: number }>();
  // One loader at a time looks or reads: the other one finds what came of it, and does nothing twice.
  const inTurn = takeTurns();
  const readFiles = async (files: IssueFiles, contentHash: string): Promise<ReadDigest> => {
    // A build in which no digest has changed does without the parser.
    const { readIssues } = await import('./read-issue.ts');
    const read = await readIssues(files, { ...options, collections });
    for (const [index, issue] of read.issues.entries()) {
      waiting.set(hashOfIssue(contentHash, index), { issue, loaders: 2 });
    }
    return read;
  };
  const find = async (root: string, hashes: string): Promise<FoundIssues> => {
    const kept = openKeptHashes(hashes, JSON.stringify(readBy));
    const { exists, issues, clashes, leftOut } = findFiles(root, options.base);
    const found: SourceIssue[] = [];
    const failures: IssueMessage[] = [];
    const readFrom = new Map<string, string>();
    for (const files of issues) {
      const stamp = stampOf(root, files);
      let contentHash = kept.get(stamp) ?? hashOf(files);
      let ids = kept.issuesOf(contentHash);
      if (!ids) {
        contentHash = hashOf(files);
        const read = await readFiles(files, contentHash);
        ids = read.issues.map(({ id }) => id);
        failures.push(...read.failures);
      }
      // What gives no issue is read again each time, so that it is said each time.
      if (ids.length > 0) kept.keep(stamp, contentHash, ids);
      const path = files.digest?.path ?? files.papers[0]?.path ?? '';
      for (const [index, id] of ids.entries()) {
        const other = readFrom.get(id);
        if (other !== undefined) {
          clashes.push({ path, other, id });
          continue;
        }
        readFrom.set(id, path);
        found.push({
          id,
          contentHash: hashOfIssue(contentHash, index),
          read() {
            return inTurn(async () => {
              const ready = waiting.get(hashOfIssue(contentHash, index));
              if (!ready) {
                // The files may have changed since they were found.
                contentHash = hashOf(files);
                await readFiles(files, contentHash);
              }
              const key = hashOfIssue(contentHash, index);
              const now = waiting.get(key);
              if (!now) return { id, data: { papers: [], messages: [] }, papers: [] };
              this.contentHash = key;
              if (--now.loaders === 0) waiting.delete(key);
              return now.issue;
            });
          },
        });
      }
    }
    kept.save();
    return { exists, issues: found, clashes, leftOut, failures: failures.length > 0 ? failures : undefined };
  };
  let found: { by: string; issues: FoundIssues } | undefined;
  return {
    options,
    collections,
    scan(root, hashes, loader, once) {
      return inTurn(async () => {
        const ready = once && found?.by !== loader ? found : undefined;
        const issues = ready?.issues ?? (await find(root, hashes));
        found = once && !ready ? { by: loader, issues } : undefined;
        return issues;
      });
    },
  };
}

/** The hash of one issue of a digest: that of the digest where it holds but one. */
function hashOfIssue(contentHash: string, index: number): string {
  return index === 0 ? contentHash : `${contentHash}-${index + 1}`;
}
