import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import type { Logger } from '../content/printable-logger.ts';
import { takeTurn } from '../kept/build-lock.ts';
import type { SiteChanges } from '../kept/changes.ts';
import { clearStaging, publishSite, stagedSite, type StagedSite } from '../kept/publish.ts';

/** A build that is made beside the last site, and takes its place when it is whole. */
export interface StagedBuild extends StagedSite {
  /** Address of the folder in which the site is built, for Astro. */
  outDir: URL;
  /**
   * Puts the site into its place.
   *
   * @param changes what differs from the last site; absent where there was none
   * @param same the files that are as in that one, which need not be in the folder of the build
   */
  publish(changes: SiteChanges | undefined, same: ReadonlyMap<string, number>): void;
}

/**
 * Waits until no other build of the site runs.
 *
 * @param logger is told which one is waited for
 * @returns ends the turn of this build
 */
export function takeBuildTurn({ cacheDir }: AstroConfig, logger: Logger): Promise<() => void> {
  const file = join(fileURLToPath(cacheDir), 'astro-digest', 'building.txt');
  return takeTurn(file, (pid) =>
    logger.info(
      `Another build of this site is running (process ${pid}): this one waits until that has ended.`,
    ),
  );
}

/**
 * Has a site built in a folder of its own, so that a build that fails or is killed leaves the last one.
 *
 * @returns `undefined` where Astro's own folder has to do: for a server or an adapter, which knows folders of its own, and where a site
 * keeps old files in it
 */
export function stageBuild(config: AstroConfig): StagedBuild | undefined {
  const { cacheDir, outDir, output, adapter, vite } = config;
  if (output === 'server' || adapter || vite.build?.emptyOutDir === false) return undefined;
  const kept = join(fileURLToPath(cacheDir), 'astro-digest');
  const staged = stagedSite(fileURLToPath(outDir), kept);
  clearStaging(staged);
  return {
    ...staged,
    outDir: pathToFileURL(join(staged.staging, '/')),
    publish: (changes, same) => publishSite(staged, changes, same),
  };
}
