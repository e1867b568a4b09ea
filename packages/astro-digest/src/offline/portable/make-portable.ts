import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { BuiltDigest, BuiltSite } from './built-site.ts';
import { makeFolder, type PortableFolder } from './make-folder.ts';
import { isSmall, largestSingle, makeSingle } from './make-single.ts';
import { PortableError } from './portable-error.ts';
import { portablePages, type PortablePages } from './portable-pages.ts';
import { zipFolder } from './zip-folder.ts';

/** What was made of a digest. */
export interface PortableDigest extends PortableFolder {
  title: string;
  /** Path of the folder. */
  folder: string;
  /** Bytes of the folder as a ZIP archive; absent where none was wanted. */
  zip?: number;
  /** Bytes of the file in which all pages are; absent where it would be too large. */
  single?: number;
}

/** What was made of a site. */
export interface PortableSite {
  /** Path of the folder with all that was made. */
  out: string;
  digests: readonly PortableDigest[];
}

/**
 * Makes folders of the digests of a built site, which open from files. They are in a folder beside that of the site, which is replaced
 * when all is whole, and stays when something is wrong.
 *
 * @param digests those that are made, of the site's
 * @param zip whether each folder is also wanted as a ZIP archive beside it
 * @throws PortableError when the site is not there or can't be made portable
 */
export async function makePortableSite(
  site: BuiltSite,
  digests: readonly BuiltDigest[],
  { zip }: { zip: boolean },
): Promise<PortableSite> {
  if (!existsSync(site.folder)) {
    throw new PortableError(`${site.folder} is not there: run \`astro build\` first.`);
  }
  const out = join(dirname(site.folder), `${basename(site.folder)}-portable`);
  const fresh = `${out}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const files = listFiles(site.folder);
  try {
    const made: PortableDigest[] = [];
    for (const digest of digests) {
      const pages = portablePages(digest, files);
      if (![...pages.pages.values()].includes('index.html')) {
        throw new PortableError(
          `${site.folder} has no front page of “${digest.title}”, which a folder begins with: build the site again, with the page \`latest\`.`,
        );
      }
      const name = folderName(digest);
      const folder = join(fresh, name);
      mkdirSync(folder, { recursive: true });
      made.push({
        ...(await makeFolder(site, digest, pages, folder)),
        title: digest.title,
        folder: join(out, name),
        ...(await singleOf(site, digest, pages, `${folder}.html`)),
        ...(zip ? { zip: zipFolder(folder, `${folder}.zip`) } : {}),
      });
    }
    replaceFolder(fresh, out);
    return { out, digests: made };
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** Makes the file in which all pages are, where the digest is small enough. */
async function singleOf(
  site: BuiltSite,
  digest: BuiltDigest,
  pages: PortablePages,
  file: string,
): Promise<{ single?: number }> {
  if (!isSmall(site, pages)) return {};
  const html = Buffer.from(await makeSingle(site, digest, pages));
  if (html.length > largestSingle) return {};
  writeFileSync(file, html);
  return { single: html.length };
}

/** What the folder of a digest is called: after its path in the site. */
function folderName({ base }: BuiltDigest): string {
  return base.split('/').filter(Boolean).join('-') || 'digest';
}

/** Paths of all files of a folder, from it, with slashes, in an order that is the same everywhere. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() || (entry.isSymbolicLink() && statSync(join(entry.parentPath, entry.name)).isFile()),
    )
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function replaceFolder(fresh: string, out: string): void {
  const old = `${out}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(fresh, out);
  } catch (error) {
    if (existsSync(old)) renameSync(old, out);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
