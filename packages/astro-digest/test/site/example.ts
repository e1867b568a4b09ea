import { readdir, readFile, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Site } from './site.ts';

/**
 * Copies an example away from its own folder, so that tests don't build in it. It finds the packages that the example has.
 *
 * @param example name of its folder under `examples`
 * @param name name of the new site
 */
export async function copyExample(example: string, name: string): Promise<Site> {
  const folder = new URL(`../../../../examples/${example}/`, import.meta.url);
  const sources = await readdir(new URL('src/', folder), { recursive: true, withFileTypes: true });
  const paths = sources
    .filter((entry) => entry.isFile())
    .map((entry) => relative(fileURLToPath(folder), join(entry.parentPath, entry.name)));
  const files: Record<string, string> = {};
  for (const path of ['astro.config.mjs', ...paths])
    files[path] = await readFile(new URL(path, folder), 'utf8');
  const site = await Site.create(name, files);
  const packages = fileURLToPath(new URL('node_modules/', folder));
  const inSite = ['.bin', '.astro', '.vite', 'astro-digest'];
  for (const entry of await readdir(packages)) {
    if (!inSite.includes(entry))
      await symlink(join(packages, entry), join(site.root, 'node_modules', entry), 'dir');
  }
  return site;
}
