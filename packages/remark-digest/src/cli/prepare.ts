import { basename, extname, join } from 'node:path';
import type { Root } from 'mdast';
import { slugify } from '../identity.ts';
import type { Finding } from '../messages.ts';
import { toMdx } from '../to-mdx.ts';
import type { DigestEntry } from '../types.ts';
import * as findings from './findings.ts';
import { hashOf, lookAtFiles, lookAtFolder, type IssueFolder } from './look.ts';
import { aboutFile, type Message } from './messages.ts';
import { planPath, type OnDisk, type Step } from './plan.ts';
import { isSafePath, type State } from './state.ts';
import { backupName } from './write-file.ts';

/**
 * Reads a document as MDX would.
 *
 * @returns what is wrong, in one sentence; `undefined` when it says what the paper says
 */
export type Verify = (mdx: string, entry: DigestEntry) => Promise<string | undefined>;

/** What belongs at one path, or is remembered there, and what to do about it. */
export interface PlannedFile {
  /** Path in the folder of `--out`. */
  path: string;
  name: string;
  step: Step;
  /** The document to write. */
  bytes?: Uint8Array;
}

/** What to do in the folder of one issue. */
export interface PreparedIssue {
  issue: string;
  files: PlannedFile[];
  /** How many papers are not written because of what they are. */
  refused: number;
  messages: Message[];
}

/** Where the files go: what the user calls the folder, its real path if it is there, what we remember of it. */
export interface Place {
  out: string;
  root: string | undefined;
  state: State;
  /** Names of the files that the state has, by issue. */
  names: ReadonlyMap<string, readonly string[]>;
}

/** Sorts the paths of a state by issue. */
export function namesByIssue(state: State): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const path of [...state.keys()].sort()) {
    const [issue = '', name = ''] = path.split('/');
    const others = names.get(issue);
    if (others) others.push(name);
    else names.set(issue, [name]);
  }
  return names;
}

/** The name of a digest's file, as an address has it. */
export function nameOf(path: string): string {
  return slugify(basename(path, extname(path)), 'issue');
}

/** Decides what to do for one issue of a digest; writes nothing. */
export async function prepareIssue(
  path: string,
  issue: string,
  tree: Root,
  place: Place,
  { force, verify, show }: { force: boolean; verify: Verify; show: (done: number, total: number) => void },
): Promise<PreparedIssue> {
  const prepared: PreparedIssue = { issue, files: [], refused: 0, messages: [] };
  const papers = new Map<string, DigestEntry>();
  for (const node of tree.children) if (node.type === 'digestEntry') papers.set(`${node.slug}.mdx`, node);
  // A digest that was emptied by mistake must not take its papers with it.
  if (papers.size === 0) return prepared;

  const folder: IssueFolder =
    place.root === undefined ? { kind: 'nothing' } : lookAtFolder(place.root, issue);
  if (folder.kind !== 'folder' && folder.kind !== 'nothing') {
    prepared.messages.push(aboutFile(join(place.out, issue), folderFinding(folder)));
    prepared.refused = papers.size;
    return prepared;
  }

  const real = folder.kind === 'folder' ? join(place.root as string, issue) : undefined;
  const prefix = `${issue}/`;
  const names = new Set([...papers.keys(), ...(place.names.get(issue) ?? [])]);
  const disk = real === undefined ? new Map<string, OnDisk>() : lookAtFiles(real, names);

  let done = 0;
  for (const name of names) {
    show(done++, names.size);
    const entry = papers.get(name);
    const document = entry && write(entry);
    const refuse = (problem: string): void => {
      prepared.refused++;
      const { line = 1, column = 1 } = entry?.position?.start ?? {};
      prepared.messages.push({
        path,
        line,
        column,
        ...findings.refusedPaper(entry?.title ?? '', problem),
      });
    };
    if (document && 'problem' in document) {
      refuse(document.problem);
      continue;
    }
    const facts = {
      remembered: place.state.get(prefix + name) ?? {},
      disk: disk.get(name) ?? { kind: 'nothing' as const },
    };
    const step = planPath(document ? { ...facts, wanted: hashOf(document.bytes) } : facts, force);
    if (document && !isSafePath(prefix + name)) {
      refuse('its name is no safe one');
      continue;
    }
    const file: PlannedFile = { path: prefix + name, name, step };
    if (step.do === 'write' && document) {
      const problem = await verified(verify, document.mdx, entry as DigestEntry);
      if (problem !== undefined) {
        refuse(problem);
        continue;
      }
      file.bytes = document.bytes;
    }
    prepared.files.push(file);
    const finding = fileFinding(step, facts.disk, () => backupName(real, name));
    if (finding) prepared.messages.push(aboutFile(join(place.out, issue, name), finding));
  }
  return prepared;
}

function write(entry: DigestEntry): { mdx: string; bytes: Uint8Array } | { problem: string } {
  try {
    const mdx = toMdx(entry);
    return { mdx, bytes: Buffer.from(mdx) };
  } catch (error) {
    return { problem: String(error instanceof Error ? error.message : error) };
  }
}

async function verified(verify: Verify, mdx: string, entry: DigestEntry): Promise<string | undefined> {
  try {
    return await verify(mdx, entry);
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

function folderFinding(folder: IssueFolder): Finding {
  if (folder.kind === 'namesake') return findings.namesake(folder.name);
  return folder.kind === 'link' ? findings.symbolicLink() : findings.wrongKind('folder');
}

/** What the user should know of a file that is left as it is. */
function fileFinding(step: Step, disk: OnDisk, backup: () => string): Finding | undefined {
  if (step.do !== 'leave') return undefined;
  switch (step.why) {
    case 'as-wanted':
    case 'gone':
      return undefined;
    case 'edited':
      return findings.editedFile(backup());
    case 'outdated-edit':
      return findings.outdatedEdit(backup());
    case 'deleted':
      return findings.deletedFile();
    case 'unknown':
      return findings.unknownFile(backup());
    case 'vanished':
      return findings.vanishedPaper();
    case 'link':
      return findings.symbolicLink();
    case 'other':
      return findings.wrongKind('file');
    case 'namesake':
      return findings.namesake(disk.kind === 'namesake' ? disk.name : '');
  }
}
