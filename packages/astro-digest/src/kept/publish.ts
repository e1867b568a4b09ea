import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SiteChanges } from './changes.ts';

/** The folders of a site that is built beside the one that people see. */
export interface StagedSite {
  /** Folder in which the site is built: all of it, or what differs from the last one. */
  staging: string;
  /** Folder that the site gets, and that has the last one until then. */
  published: string;
  /** Folder of the last site while the new one takes its place. */
  replaced: string;
  /** File that tells, while files of the last site are replaced, which. */
  journal: string;
}

/** What is done to the files of the last site. */
type Moves = Pick<SiteChanges, 'written' | 'gone'>;

/** The last site gets no more new files than this; where there are more, a whole folder takes its place. */
const mostMoves = 2000;

/**
 * Chooses the folders: beside what is kept from build to build, where that is on the same file system, since a folder can only be moved
 * there; else beside the site.
 *
 * @param outDir folder that the site gets
 * @param kept folder of what is kept from build to build
 */
export function stagedSite(outDir: string, kept: string): StagedSite {
  const published = existsSync(outDir) ? realpathSync(outDir) : join(outDir);
  mkdirSync(kept, { recursive: true });
  mkdirSync(dirname(published), { recursive: true });
  const isSame = statSync(kept).dev === statSync(dirname(published)).dev;
  const nameIn = (name: string): string =>
    isSame ? join(kept, name) : join(dirname(published), `.${basename(published)}-${name}`);
  return {
    published,
    staging: nameIn('site'),
    replaced: nameIn('last-site'),
    journal: join(kept, 'publishing.json'),
  };
}

/** Takes away what a build left that was killed; where it was killed while it published, the new site or the last one is made whole. */
export function clearStaging(staged: StagedSite): void {
  const { staging, published, replaced, journal } = staged;
  if (existsSync(replaced) && !existsSync(published)) renameSync(replaced, published);
  const moves = readJournal(journal);
  if (moves) moveFiles(staged, moves);
  rmSync(journal, { force: true });
  for (const folder of [staging, replaced]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
}

/**
 * Puts a site into the place of the last one. Where little differs, its files are moved one by one, which a build that comes after one
 * that was killed meanwhile ends; else two folders get other names. What version control keeps there stays.
 *
 * @param changes what differs from the last site; absent where there is none
 * @param same files that are as in that one, which need not be in `staging`
 * @throws Error of the file system when the folder can't be written
 */
export function publishSite(
  staged: StagedSite,
  changes: SiteChanges | undefined,
  same: ReadonlyMap<string, number>,
): void {
  const { journal, staging } = staged;
  if (changes && changes.written.length + changes.gone.length <= mostMoves) {
    const { written, gone } = changes;
    writeFileSync(`${journal}.new`, JSON.stringify({ written, gone } satisfies Moves));
    renameSync(`${journal}.new`, journal);
    moveFiles(staged, changes);
    rmSync(journal);
    rmSync(staging, { recursive: true, force: true });
    return;
  }
  if (changes) completeSite(staged, same.keys());
  replaceSite(staged);
}

function readJournal(journal: string): Moves | undefined {
  try {
    return JSON.parse(readFileSync(journal, 'utf8')) as Moves;
  } catch {
    // Nothing was being moved; or it is damaged, and what the next site does not have is replaced then.
    return undefined;
  }
}

/** Moves files of the new site into the folder of the last one; those that were moved before are no longer there. */
function moveFiles({ staging, published }: StagedSite, { written, gone }: Moves): void {
  for (const path of gone) {
    rmSync(join(published, path), { force: true });
    removeEmpty(dirname(join(published, path)), published);
  }
  for (const path of written) {
    const from = join(staging, path);
    if (!existsSync(from)) continue;
    const to = join(published, path);
    mkdirSync(dirname(to), { recursive: true });
    try {
      renameSync(from, to);
    } catch {
      // The folder is where another file system begins, or somebody reads the file.
      copyFileSync(from, to);
    }
  }
}

/** Removes a folder that holds nothing any more, and those around it that held only that. */
function removeEmpty(folder: string, root: string): void {
  if (folder === root) return;
  try {
    rmdirSync(folder);
  } catch {
    // It holds something, or is gone.
    return;
  }
  removeEmpty(dirname(folder), root);
}

/** Gives the files of the last site that the new one has, too, a second name in it. */
function completeSite({ staging, published }: StagedSite, same: Iterable<string>): void {
  for (const path of same) {
    const to = join(staging, path);
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    try {
      linkSync(join(published, path), to);
    } catch {
      copyFileSync(join(published, path), to);
    }
  }
}

function replaceSite({ staging, published, replaced }: StagedSite): void {
  rmSync(replaced, { recursive: true, force: true });
  const git = join(published, '.git');
  if (existsSync(git)) renameSync(git, join(staging, '.git'));
  try {
    if (existsSync(published)) renameSync(published, replaced);
    renameSync(staging, published);
  } catch {
    // The folder is where another file system begins, or somebody holds it: its files are replaced one by one.
    if (existsSync(replaced) && !existsSync(published)) renameSync(replaced, published);
    replaceFiles(staging, published);
  }
  rmSync(replaced, { recursive: true, force: true });
}

function replaceFiles(staging: string, published: string): void {
  for (const name of readdirSync(published)) rmSync(join(published, name), { recursive: true, force: true });
  cpSync(staging, published, { recursive: true });
  rmSync(staging, { recursive: true, force: true });
}
