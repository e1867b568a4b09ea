import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Files under the site's cache folder through which the loaders tell the integration what they loaded. The two may run
 * as two copies of one module, so that nothing in memory reaches from one to the other.
 */
export interface SyncFiles {
  /** Path of the folder of the digests, from the site's root. It stays from build to build. */
  folder: string;
  /** What {@link IssuesReport} tells. */
  issues: string;
  /** What {@link PapersReport} tells. */
  papers: string;
  /** All messages about the digests, one a line, for people: of many, few are printed. */
  messages: string;
  /** The issues in the order of the site, as JSON: {@link RecordedIssue}s. The last to be written. */
  records: string;
  /** Folder with a file for each of them, in which is one {@link SearchRecord} as JSON a line. It stays from build to build. */
  recordsFolder: string;
  /** Folder with the issues as they were read, for `kept-issues.ts`. It stays from build to build. */
  keptIssues: string;
  /** Hashes of the issues as `kept-hashes.ts` keeps them. They stay from build to build. */
  hashes: string;
  /** One {@link IssueFront} as JSON a line. */
  fronts: string;
  /** What connects the papers with one another, as JSON: `KeptConnections`. Made in a build only. */
  connections: string;
  /** Folder for the search index while the site is built. */
  index: string;
  /** Folder for what a build keeps for the next one. It stays from build to build. */
  kept: string;
}

/** What the loader of the issues did. */
export interface IssuesReport {
  issues: number;
  /** Milliseconds. */
  time: number;
  messages: number;
}

/** What the loader of the papers did. */
export interface PapersReport {
  papers: number;
  /** How many papers were read anew; the others were still in the store. */
  read: number;
  /** Milliseconds. */
  time: number;
}

/** An issue whose papers are searched. */
export interface RecordedIssue {
  id: string;
  /** Hash of what it was read from, which names the file of its records. */
  contentHash: string;
}

/** What the search index holds of one paper. */
export interface SearchRecord {
  /** Id of the paper. */
  id: string;
  title: string;
  /** Plain text of the abstract. */
  text: string;
  /** Id of the issue. */
  issue: string;
  /** Day of the issue, `YYYY-MM-DD`. */
  date?: string | undefined;
  /** Authors, in the order of the digest. */
  authors?: string[];
  links?: { url: string; kind: string }[];
  arxivId?: string | undefined;
  doi?: string | undefined;
  votes?: number | undefined;
  /** Name of the dialect of its issue. */
  dialect?: string | undefined;
  /** What its digest sorts it under. */
  categories?: string[] | undefined;
}

/** What the picture of an issue is drawn of. */
export interface IssueFront {
  /** Id of the issue. */
  id: string;
  /** Its title, where it has one of its own. */
  title?: string | undefined;
  /** Its day, `YYYY-MM-DD`; absent when no year is known. */
  date?: string | undefined;
  /** Its date as the digest has it, such as `Mar 12`. */
  dateText?: string | undefined;
  /** How many papers it has. */
  papers: number;
  /** Titles of the first dozen. */
  titles: string[];
}

/**
 * Places of the files, of a build or of the dev server.
 *
 * @param name name of the digest, where a site has several
 */
export function syncFiles(cacheDir: URL, command: 'build' | 'dev', name?: string): SyncFiles {
  return runFiles(fileURLToPath(cacheDir), runName(command, name));
}

/** Names the files of a digest in a build, or in the dev server: no other digest of the site has that name there. */
export function runName(command: 'build' | 'dev', name?: string): string {
  return name === undefined ? command : `${command}-${name}`;
}

/**
 * Places of the files of a run.
 *
 * @param run as {@link runName} names it
 */
export function runFiles(cacheFolder: string, run: string): SyncFiles {
  const folder = join(cacheFolder, 'astro-digest', run);
  return {
    folder: join(folder, 'folder.txt'),
    issues: join(folder, 'issues.json'),
    papers: join(folder, 'papers.json'),
    messages: join(folder, 'messages.txt'),
    records: join(folder, 'records.json'),
    recordsFolder: join(folder, 'records'),
    keptIssues: join(folder, 'issues'),
    hashes: join(folder, 'hashes.txt'),
    fronts: join(folder, 'fronts.jsonl'),
    connections: join(folder, 'connections.json'),
    index: join(folder, 'pagefind'),
    kept: join(folder, 'kept'),
  };
}

/** Forgets what an earlier run left, so that nothing old is taken for new. */
export async function clearSyncFiles(files: SyncFiles): Promise<void> {
  const { issues, papers, messages, records, fronts, connections, index } = files;
  for (const path of [issues, papers, messages, records, fronts, connections, index, `${index}-pieces`])
    await rm(path, { recursive: true, force: true });
}

/**
 * Writes one of the files whole: a reader sees the old text or the new one, never a part. Waits for it, as the files are small
 * and turns of Node's threads would take longer.
 */
export function writeSyncFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/** Reads one of the reports; `undefined` when the loader did not run. */
export async function readReport<Report>(path: string): Promise<Report | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Report);
}

/** Reads what is known of each issue; empty when the loader did not run. */
export async function readFronts(path: string): Promise<IssueFront[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as IssueFront);
}
