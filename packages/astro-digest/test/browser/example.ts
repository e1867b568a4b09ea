import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromDigest } from 'remark-digest';
import { Site } from '../site/site.ts';

const example = new URL('../../../../examples/minimal/', import.meta.url);

/** Builds the minimal example under a base, away from its own folder, and tells its titles. */
export async function buildExample(base: string): Promise<{ folder: string; titles: string[] }> {
  const files: Record<string, string> = {};
  const titles: string[] = [];
  const sources = await readdir(new URL('src/', example), { recursive: true, withFileTypes: true });
  const paths = sources
    .filter((entry) => entry.isFile())
    .map((entry) => relative(fileURLToPath(example), join(entry.parentPath, entry.name)));
  for (const path of ['astro.config.mjs', ...paths]) {
    files[path] = await readFile(new URL(path, example), 'utf8');
    if (!path.endsWith('.txt')) continue;
    const digest = fromDigest(files[path], { path });
    for (const node of digest.children) if (node.type === 'digestEntry') titles.push(node.title);
  }
  const site = await Site.create(`example${base.replaceAll('/', '-')}`, files);
  const build = await site.astro(['build', '--base', base]);
  if (build.status !== 0) throw new Error(build.output);
  return { folder: join(site.root, 'dist'), titles };
}
