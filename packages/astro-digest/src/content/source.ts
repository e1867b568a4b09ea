import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { findFiles } from './find-files.ts';
import { openKeptHashes, stampOf } from './kept-hashes.ts';
import { collectionNames, type CollectionNames } from '../model/digest-name.ts';
import type { LeftOut } from './walk-folder.ts';
import { readIssue, type IssueFiles, type ReadIssue, type ReadOptions } from './read-issue.ts';

/** Options of {@link createSource}. */
export interface SourceOptions {
  /** Folder of the digests, from the site's root. */
  base: string;
  /** Year of digests whose file name and front matter tell none. */
  year: number | undefined;
  /** What is mended inside titles and abstracts. */
  inline: ReadOptions['inline'];
  /** Name of the digest, where a site has several. */
  name?: string | undefined;
}

/** One issue whose files are known but may not have been read as a digest yet. */
export interface SourceIssue {
  id: string;
  /**
   * Tells whether anything has changed: rests on the files, the options and the version of the parser. Where {@link read} finds
   * files that have changed since they were found, it becomes theirs.
   */
  contentHash: string;
  /** Reads the issue; work that is asked for twice at the same state of the files is done once. */
  read(): ReadIssue;
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
  scan(root: string, hashes: string, loader: string, once: boolean): FoundIssues;
}

const require = createRequire(import.meta.url);
const versionOf = (manifest: string): string => (require(manifest) as { version: string }).version;

/** A new version may read the same text in another way. */
const parserVersion = `${versionOf('../../package.json')} ${versionOf('remark-digest/package.json')}`;

/** Makes the source of a folder of digests. */
export function createSource(options: SourceOptions): Source {
  const collections = collectionNames(options.name);
  const readBy = [parserVersion, options.year ?? null, options.inline ?? null];
  const hashOf = ({ id, digest, papers }: IssueFiles): string => {
    const hash = createHash('sha256').update(JSON.stringify([id, ...readBy]));
    for (const file of digest ? [digest, ...papers] : papers) {
      hash.update(JSON.stringify([file.path, file.bytes.length])).update(file.bytes);
    }
    return hash.digest('base64url');
  };
  // What one loader has read waits here for the other one; both read every changed issue once.
  const waiting = new Map<string, ReadIssue>();
  const find = (root: string, hashes: string): FoundIssues => {
    const kept = openKeptHashes(hashes, JSON.stringify(readBy));
    const { exists, issues, clashes, leftOut } = findFiles(root, options.base);
    const found = issues.map((files): SourceIssue => {
      const stamp = stampOf(root, files);
      let hashOfBytes: string | undefined;
      const issue: SourceIssue = {
        id: files.id,
        contentHash: kept.get(stamp) ?? (hashOfBytes = hashOf(files)),
        read() {
          issue.contentHash = hashOfBytes ??= hashOf(files);
          const key = `${files.id} ${issue.contentHash}`;
          const ready = waiting.get(key);
          if (ready) {
            waiting.delete(key);
            return ready;
          }
          const read = readIssue(files, { ...options, collections });
          waiting.set(key, read);
          return read;
        },
      };
      kept.keep(stamp, issue.contentHash);
      return issue;
    });
    kept.save();
    return { exists, issues: found, clashes, leftOut };
  };
  let found: { by: string; issues: FoundIssues } | undefined;
  return {
    options,
    collections,
    scan(root, hashes, loader, once) {
      const ready = once && found?.by !== loader ? found : undefined;
      const issues = ready?.issues ?? find(root, hashes);
      found = once && !ready ? { by: loader, issues } : undefined;
      return issues;
    },
  };
}
