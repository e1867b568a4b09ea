import type { BuiltSite } from './built-site.ts';
import { differencesOf } from './differences.ts';
import type { BuiltFiles } from './files-of.ts';

const folderOf = (shard: number): string => `dist-${shard}`;

/** Builds each shard of a site into a folder of its own, and gives what is wrong. */
export async function buildShards(site: BuiltSite, count: number): Promise<string[]> {
  for (let shard = 1; shard <= count; shard++) {
    const { status, output } = await site.build({ SHARD: `${shard}/${count}` }, [
      '--outDir',
      folderOf(shard),
    ]);
    if (status !== 0) return [`shard ${shard} of ${count} ended with status ${status}: ${output}`];
  }
  return [];
}

/** Puts the shards of a site together, and gives how they differ from the whole site besides the search. */
export async function compareShards(
  site: BuiltSite,
  count: number,
  base: string,
  expected: BuiltFiles,
): Promise<string[]> {
  const folders = Array.from({ length: count }, (_, index) => folderOf(index + 1));
  const { status, output } = await site.merge(folders, 'dist-merged');
  if (status !== 0) return [`the shards can't be put together: ${output}`];
  const prefix = base === '/' ? '' : `${base.slice(1)}/`;
  // Packs have the index in them.
  const isSearch = (path: string): boolean =>
    path.startsWith(`${prefix}pagefind/`) ||
    /^search(?:\/index)?\.html$|^offline\/(?:.+\.pack|manifest\.json|version\.json)$/.test(
      path.slice(prefix.length),
    );
  const withoutSearch = (files: BuiltFiles): BuiltFiles =>
    new Map([...files].filter(([path]) => !isSearch(path)));
  return differencesOf(withoutSearch(site.built('dist-merged')), withoutSearch(expected)).map(
    (line) => `of the shards: ${line}`,
  );
}
