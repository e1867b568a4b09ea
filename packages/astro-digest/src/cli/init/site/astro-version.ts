import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A range that says how far it goes, such as `^5.1.0`, `~6.4`, `5.x`, `5.18.2`. */
const plainRange =
  /^(?<sign>[\^~]?)v?(?<major>\d+)(?:\.(?<minor>\d+))?(?:\.(?<patch>\d+[\w.-]*))?(?:\.[x*])*$/;

/**
 * Tells which Astro a site has. Where a package manager puts it above the site, as in a monorepo, it is found there.
 *
 * @param root folder of the site
 * @returns the version that is installed; else the newest that package.json allows; undefined when neither can be told
 */
export function findAstroVersion(root: string): string | undefined {
  const range = readManifest(root)?.['astro'];
  return findInstalled(root) ?? (range === undefined ? undefined : newestOf(range));
}

/** Whether the package.json of a folder asks for Astro. */
export function asksForAstro(root: string): boolean {
  return readManifest(root)?.['astro'] !== undefined;
}

function findInstalled(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules/astro/package.json');
    if (existsSync(file)) return (readJson(file) as { version?: string } | undefined)?.version;
    if (dirname(folder) === folder) return undefined;
  }
}

/** What the package.json of a folder asks for, by name. */
function readManifest(root: string): Record<string, string> | undefined {
  const manifest = readJson(join(root, 'package.json')) as Record<string, object | undefined> | undefined;
  return manifest && { ...manifest['dependencies'], ...manifest['devDependencies'] };
}

/** The newest version that a range allows, its open parts as large as no version is; undefined when that can't be told. */
function newestOf(range: string): string | undefined {
  const { sign, major, minor, patch } = plainRange.exec(range.trim())?.groups ?? {};
  if (major === undefined) return undefined;
  const open = '99999';
  if (sign === '^' || minor === undefined) return `${major}.${open}.${open}`;
  return `${major}.${minor}.${sign === '~' || patch === undefined ? open : patch}`;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
