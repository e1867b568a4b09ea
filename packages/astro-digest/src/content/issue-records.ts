import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../model/entries.ts';
import { onOneLine } from '../model/single-line.ts';
import { sealText, unsealText } from './sealed-text.ts';
import { writeSyncFile, type SearchRecord } from './sync-files.ts';

/** The records of issues, each issue in a file that has the hash of what it was read from for its name. */
export interface IssueRecords {
  /** Whether the records of that hash are there, as they were written. */
  has(contentHash: string): boolean;
  /** Whether there is a file of that hash, damaged or not. */
  lists(contentHash: string): boolean;
  /** Writes the records of an issue. */
  write(contentHash: string, papers: readonly RecordedPaper[], dialect: string | undefined): void;
  /** Takes away what belongs to no issue any more. */
  keepOnly(contentHashes: ReadonlySet<string>): void;
}

/** What a record is made of. */
export type RecordedPaper = Pick<Paper, 'id' | 'body' | 'data'>;

/** Opens a folder of records; it is made where it is missing. */
export function openIssueRecords(folder: string): IssueRecords {
  mkdirSync(folder, { recursive: true });
  const names = new Set(readdirSync(folder));
  return {
    has: (contentHash) => names.has(recordsName(contentHash)) && readText(folder, contentHash) !== undefined,
    lists: (contentHash) => names.has(recordsName(contentHash)),
    write(contentHash, papers, dialect) {
      const lines = papers.map((paper) => `${JSON.stringify(toRecord(paper, dialect))}\n`);
      const name = recordsName(contentHash);
      writeSyncFile(join(folder, name), sealText(lines.join('')));
      names.add(name);
    },
    keepOnly(contentHashes) {
      const kept = new Set([...contentHashes].map(recordsName));
      for (const name of names) if (!kept.has(name)) rmSync(join(folder, name));
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

function toRecord({ id, body = '', data }: RecordedPaper, dialect: string | undefined): SearchRecord {
  const { title, issue, issueDate, authors, links, arxivId, doi, upvotes, categories } = data;
  const names = authors.map((name) => onOneLine(name.normalize('NFC'))).filter(Boolean);
  return {
    id,
    title,
    text: body,
    issue: issue.id,
    date: issueDate,
    ...(names.length > 0 ? { authors: names } : {}),
    ...(links.length > 0 ? { links } : {}),
    arxivId,
    doi,
    votes: upvotes,
    dialect,
    categories,
  };
}
