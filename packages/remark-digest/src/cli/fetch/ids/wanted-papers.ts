import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DigestEntry } from '../../../types.ts';
import { issueNames, splitIssues } from '../../../split-issues.ts';
import { findDigests } from '../../find-digests.ts';
import { symbolicLink, wrongKind } from '../../findings.ts';
import { hashOf, lookAtFiles, lookAtFolder, realFolder } from '../../look.ts';
import { aboutFile, type Message } from '../../messages.ts';
import { nameOf } from '../../prepare.ts';
import { readDigest } from '../../read-digest.ts';
import { unopenedPaperFile } from './findings.ts';
import type { KnownPaper } from './match.ts';
import { openPaperFile, type PaperFile } from './paper-file.ts';

/** A paper of which something is not known, and the file that can have it. */
export interface WantedPaper extends KnownPaper {
  /** Path of the file, as people call it. */
  path: string;
  /** Real path of the folder that the digest is in. */
  root: string;
  issue: string;
  /** Name of the file in the folder of the issue. */
  name: string;
  file: PaperFile;
  /** Hash of its bytes; absent where there is none yet. */
  hash?: string;
}

/** The papers of some digests, and what could not be read. */
export interface WantedPapers {
  wanted: WantedPaper[];
  /** How many papers there are in all. */
  papers: number;
  messages: Message[];
}

/** Finds the papers of digests that have no identifier, or no authors, neither in the digest nor in a file of their own. */
export function wantedPapers(files: readonly string[]): WantedPapers {
  const found: WantedPapers = { wanted: [], papers: 0, messages: [] };
  for (const digest of findDigests(files)) {
    const read = 'reason' in digest ? digest : readDigest(digest.path, {});
    if ('reason' in read) {
      found.messages.push(read);
      continue;
    }
    const { path } = digest;
    const trees = splitIssues(read.tree);
    const names = issueNames(
      nameOf(path),
      trees.map(({ data }) => data?.digest ?? {}),
    );
    for (const [at, tree] of trees.entries()) {
      const entries = tree.children.filter((node) => node.type === 'digestEntry');
      found.papers += entries.length;
      addIssue(found, dirname(path), names[at] as string, entries);
    }
  }
  return found;
}

function addIssue(
  { wanted, messages }: WantedPapers,
  folder: string,
  issue: string,
  entries: readonly DigestEntry[],
): void {
  const root = realFolder(folder) as string;
  const place = lookAtFolder(root, issue);
  if (place.kind !== 'folder' && place.kind !== 'nothing') {
    messages.push(
      aboutFile(join(folder, issue), place.kind === 'link' ? symbolicLink() : wrongKind('folder')),
    );
    return;
  }
  const names = entries.map(({ slug }) => `${slug}.mdx`);
  const disk = place.kind === 'folder' ? lookAtFiles(join(root, issue), names) : undefined;
  for (const [at, entry] of entries.entries()) {
    const name = names[at] as string;
    const path = join(folder, issue, name);
    const there = disk?.get(name) ?? { kind: 'nothing' as const };
    if (there.kind !== 'file' && there.kind !== 'nothing') {
      messages.push(aboutFile(path, there.kind === 'link' ? symbolicLink() : wrongKind('file')));
      continue;
    }
    const bytes = there.kind === 'file' ? readFileSync(join(root, issue, name)) : undefined;
    const file = openPaperFile(bytes?.toString('utf8'));
    if (typeof file === 'string') {
      messages.push(aboutFile(path, unopenedPaperFile(file)));
      continue;
    }
    const known = knownOf(entry, file);
    if ((known.arxivId ?? known.doi) !== undefined && known.authors !== undefined) continue;
    wanted.push({
      ...known,
      path,
      root,
      issue,
      name,
      file,
      ...(bytes === undefined ? {} : { hash: hashOf(bytes) }),
    });
  }
}

/** What the digest and the paper's own file tell; the file wins. */
function knownOf(entry: DigestEntry, { keys }: PaperFile): KnownPaper {
  const own = new Map(keys.map(({ key, value }) => [key, value]));
  const text = (name: 'title' | 'arxivId' | 'doi'): string | undefined =>
    own.has(name) ? String(own.get(name)) : entry[name];
  const names = own.has('authors') ? own.get('authors') : entry.authors;
  const authors =
    Array.isArray(names) && (own.has('authors') || names.length > 0) ? names.map(String) : undefined;
  const [arxivId, doi] = [text('arxivId'), text('doi')];
  return {
    title: text('title') ?? '',
    ...(arxivId === undefined ? {} : { arxivId }),
    ...(doi === undefined ? {} : { doi }),
    ...(authors === undefined ? {} : { authors }),
  };
}
