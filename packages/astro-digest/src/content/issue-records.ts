import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../model/entries.ts';
import { toSearchRecord } from '../model/search-record.ts';
import { sealText, unsealText } from './sealed-text.ts';
import { writeSyncFile, type SearchRecord } from './sync-files.ts';

/** The records of issues, each issue in a file that has the hash of what it was read from for its name. */
export interface IssueRecords {
  /** Whether the records of that hash are there, as they were written; a file that has been looked at in this process is not read again. */
  has(contentHash: string): boolean;
  /** Writes the records of an issue. */
  write(contentHash: string, papers: readonly RecordedPaper[], dialect: string | undefined): void;
  /** Takes away what belongs to no issue any more. */
  keepOnly(contentHashes: ReadonlySet<string>): void;
}

/** What a record is made of. */
export type RecordedPaper = Pick<Paper, 'id' | 'body' | 'data'>;

/** Opens a folder of records; it is made where it is missing. */
export function openIssueRecords(folder: string): IssueRecords {
  const sound = new Set<string>();
  const isSound = (contentHash: string): boolean =>
    sound.has(contentHash) || readText(folder, contentHash) !== undefined;
  return {
    has(contentHash) {
      if (!existsSync(join(folder, recordsName(contentHash))) || !isSound(contentHash)) return false;
      sound.add(contentHash);
      return true;
    },
    write(contentHash, papers, dialect) {
      const lines = papers.map((paper) => `${JSON.stringify(toSearchRecord(paper, dialect))}\n`);
      writeSyncFile(join(folder, recordsName(contentHash)), sealText(lines.join('')));
      sound.add(contentHash);
    },
    keepOnly(contentHashes) {
      const kept = new Set([...contentHashes].map(recordsName));
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name));
      for (const contentHash of sound) if (!contentHashes.has(contentHash)) sound.delete(contentHash);
    },
  };
}

/**
 * Reads the records of an issue.
 *
 * @returns in the order of the digest; `undefined` where their file is damaged
 */
export function readIssueRecords(folder: string, contentHash: string): SearchRecord[] | undefined {
  return readText(folder, contentHash)
    ?.split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SearchRecord);
}

function readText(folder: string, contentHash: string): string | undefined {
  return unsealText(readFileSync(join(folder, recordsName(contentHash)), 'utf8'));
}

/** Name of the file with the records of an issue. */
function recordsName(contentHash: string): string {
  return `${contentHash}.jsonl`;
}
