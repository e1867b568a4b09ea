import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import type { Logger } from '../content/printable-logger.ts';
import { takeTurn } from '../kept/build-lock.ts';
import { clearStaging, publishSite, stagedSite, type StagedSite } from '../kept/publish.ts';

/** A build that is made beside the last site, and takes its place when it is whole. */
export interface StagedBuild extends StagedSite {
  /** Address of the folder in which the site is built, for Astro. */
  outDir: URL;
  /** Puts the site into its place. */
  publish(): void;
}

/**
 * Has a site built in a folder of its own, so that a build that fails or is killed leaves the last one. One build runs at a time.
 *
 * @param logger is told which other build is waited for
 * @returns `undefined` where Astro's own folder has to do: for a server or an adapter, which knows folders of its own, and where a site
 * keeps old files in it
 */
export async function stageBuild(config: AstroConfig, logger: Logger): Promise<StagedBuild | undefined> {
  const { cacheDir, outDir, output, adapter, vite } = config;
  if (output === 'server' || adapter || vite.build?.emptyOutDir === false) return undefined;
  const kept = join(fileURLToPath(cacheDir), 'astro-digest');
  const endTurn = await takeTurn(join(kept, 'building.txt'), (pid) =>
    logger.info(
      `Another build of this site is running (process ${pid}): this one waits until that has ended.`,
    ),
  );
  const staged = stagedSite(fileURLToPath(outDir), kept);
  clearStaging(staged);
  return {
    ...staged,
    outDir: pathToFileURL(join(staged.staging, '/')),
    publish() {
      publishSite(staged);
      endTurn();
    },
  };
}
