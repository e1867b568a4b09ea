import { mkdirSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import type { Finding } from '../../messages.ts';
import { changedMeanwhile, namesake, symbolicLink, wrongKind } from '../findings.ts';
import { hashOf, lookAtFiles, realFolder } from '../look.ts';
import { removeLeftovers, syncFolder, writeAtomically } from '../write-file.ts';
import { existingFile, sameIssue, unwritten } from './findings.ts';

/** What became of a file: it is written (with a backup of what was there), was there already, or is not written for a reason. */
export type Saved =
  | { done: 'written'; backup?: string }
  | { done: 'there' }
  | { done: 'refused'; finding: Finding };

/** Extensions of files that are digests. */
const digestFiles: readonly string[] = [
  '.txt',
  '.md',
  '.mdx',
  '.json',
  '.jsonl',
  '.xml',
  '.html',
  '.bib',
  '.ris',
  '.eml',
];

/**
 * Writes a digest into a folder, whole or not at all, and never over another one.
 *
 * @param out the folder; it is made when it is not there
 * @param force whether a file that says something else is written anew and kept as a backup
 */
export function save(out: string, name: string, bytes: Uint8Array, force: boolean): Saved {
  try {
    if (realFolder(out) === undefined) mkdirSync(out, { recursive: true });
    const root = realFolder(out) as string;
    removeLeftovers(root);
    const disk = lookAtFiles(root, [name]).get(name) ?? { kind: 'nothing' };
    if (disk.kind === 'link') return refuse(symbolicLink());
    if (disk.kind === 'other') return refuse(wrongKind('file'));
    if (disk.kind === 'namesake') return refuse(namesake(disk.name));
    if (disk.kind === 'file' && disk.hash === hashOf(bytes)) return { done: 'there' };
    if (disk.kind === 'file' && !force) return refuse(existingFile());
    const other = disk.kind === 'nothing' ? otherFileOf(root, name) : undefined;
    if (other !== undefined) return refuse(sameIssue(other));
    const over = disk.kind === 'file' ? disk.hash : undefined;
    const { done, backup } = writeAtomically(root, name, bytes, { over, backup: over !== undefined });
    if (!done) return refuse(changedMeanwhile());
    syncFolder(root);
    return backup === undefined ? { done: 'written' } : { done: 'written', backup };
  } catch (error) {
    return refuse(unwritten(error));
  }
}

function refuse(finding: Finding): Saved {
  return { done: 'refused', finding };
}

/** A file of the folder that is the same issue in another kind of file. */
function otherFileOf(root: string, name: string): string | undefined {
  const stem = name.slice(0, -extname(name).length);
  return readdirSync(root).find(
    (entry) => digestFiles.includes(extname(entry)) && entry.slice(0, -extname(entry).length) === stem,
  );
}
