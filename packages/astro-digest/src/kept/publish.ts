import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The folders of a site that is built beside the one that people see. */
export interface StagedSite {
  /** Folder in which the site is built. */
  staging: string;
  /** Folder that the site gets, and that has the last one until then. */
  published: string;
  /** Folder of the last site while the new one takes its place. */
  replaced: string;
}

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
  return { published, staging: nameIn('site'), replaced: nameIn('last-site') };
}

/** Takes away what a build left that was killed; where it was killed while it published, the last site comes back. */
export function clearStaging({ staging, published, replaced }: StagedSite): void {
  if (existsSync(replaced) && !existsSync(published)) renameSync(replaced, published);
  for (const folder of [staging, replaced]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
}

/**
 * Puts a site that is whole into the place of the last one: two folders get other names, so that nobody finds a part of one. What version
 * control keeps there stays.
 *
 * @throws Error of the file system when the folder can't be written
 */
export function publishSite({ staging, published, replaced }: StagedSite): void {
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
