import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import type { SyncFiles } from '../../content/sync-files.ts';
import { collectionNames } from '../../model/digest-name.ts';

/** A digest, as far as it tells where its files are. */
export interface DigestPlace {
  /** Its name, where a site has several. */
  name?: string | undefined;
  /** Path of its pages within the site. */
  base: string;
}

/** The folder of the digests, from the site's root, as the loaders have written it down; before that, where most sites have it. */
export function digestFolder(files: SyncFiles, name: string | undefined): string {
  try {
    return readFileSync(files.folder, 'utf8');
  } catch {
    return `src/content/${name ?? 'digests'}`;
  }
}

/**
 * The files and folders in which nobody should look for class names: the digests and what is made of them. Whatever else a site has
 * is left as it is, what Astro makes of it included.
 *
 * @param folder folder of the digests, from the site's root
 * @returns absolute paths
 */
export function keptOut(
  { root, cacheDir, outDir }: Pick<AstroConfig, 'root' | 'cacheDir' | 'outDir'>,
  { name, base }: DigestPlace,
  folder: string,
): string[] {
  const [site, cache, out] = [root, cacheDir, outDir].map((url) => fileURLToPath(url)) as [
    string,
    string,
    string,
  ];
  const made = join(site, '.astro');
  return [
    resolve(site, folder),
    join(made, 'data-store.json'),
    join(made, 'integrations', 'astro-digest'),
    ...Object.values(collectionNames(name)).map((collection) =>
      join(made, 'collections', `${collection}.schema.json`),
    ),
    join(cache, 'data-store.json'),
    join(cache, 'astro-digest'),
    join(out, base),
    join(out, 'client', base),
  ];
}
