import { join } from 'node:path';
import type { AstroConfig } from 'astro';
import type { SyncFiles } from '../content/sync-files.ts';
import type { Shard } from '../model/shard.ts';
import { pageCode, type PageCode } from './page-code.ts';
import { siteState } from './site-state.ts';

/** What a build of a digest keeps for the next one. */
export interface KeptBuild {
  /** Folder with the files of the site. */
  folder: string;
  /** File with what pages asked of the library. */
  questions: string;
  /** The code of the pages. */
  code: PageCode;
}

/**
 * What a build keeps: each shard its own.
 *
 * @param config Astro's, asked for once it is whole
 */
export function keptBuild(
  files: SyncFiles,
  shard: Shard | undefined,
  srcDir: URL,
  config: () => AstroConfig,
): KeptBuild {
  const folder = join(files.kept, shard ? `${shard.number}-of-${shard.count}` : 'whole');
  return {
    folder,
    questions: join(folder, 'questions'),
    code: pageCode(srcDir, () => siteState(config())),
  };
}
