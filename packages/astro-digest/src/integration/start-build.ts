import type { Logger } from '../content/printable-logger.ts';
import { readFronts } from '../content/sync-files.ts';
import { joinPaths } from '../model/addresses.ts';
import { issueParts } from '../model/shard.ts';
import { indexedVolumes } from '../search/index-plan.ts';
import type { DigestSetup } from './digest-setup.ts';
import type { OutputPlan } from './output-plan.ts';
import { renderPages, type PagesRendering } from './render-pages.ts';
import type { PagesKeeping } from './write-pages.ts';
import type { DigestRoute } from './routes.ts';
import { socialImageIssues } from './social-image-issues.ts';
import { startKeptImages } from './kept-social-images.ts';
import { startSocialImages, type SocialImagesBuild } from './social-images.ts';
import type { WorkBeside } from './work-beside.ts';

/** A build that has its papers and begins with its pages: the third stage. */
export interface DigestBuild {
  /** When it began, as `performance.now()` has it. */
  renderStart: number;
  /** Shards of all issues, by id; absent where all of the site is built. */
  shards: ReadonlyMap<string, number> | undefined;
  pages: PagesRendering;
  /** How many papers are to be indexed. */
  toIndex: number;
  /** The pictures of the issues; absent where there are none. */
  images: SocialImagesBuild | undefined;
}

/** Begins with the pages of a build, and with the pictures of its issues. */
export async function startBuild(
  { files, config, shard, imageSite, imageCache }: DigestSetup,
  { place, connectionsFile }: OutputPlan,
  routes: readonly DigestRoute[],
  work: WorkBeside | undefined,
  keeping: PagesKeeping,
  logger: Logger,
): Promise<DigestBuild> {
  const renderStart = performance.now();
  const fronts = await readFronts(files.fronts);
  const shards =
    shard &&
    issueParts(
      fronts.map(({ id, date }) => ({ id, data: { date } })),
      shard.count,
    );
  const volumes = indexedVolumes(fronts, shard);
  const isInPlan = new Set(volumes.flatMap(({ issues }) => issues));
  const drawn = fronts.filter(({ id }) => isInPlan.has(id));
  const connections = connectionsFile === undefined ? undefined : work?.connections;
  const part = shard && shards && { shard, shards };
  return {
    renderStart,
    shards,
    pages: renderPages({ config, routes, place, connections, part, keeping }, logger),
    toIndex: volumes.reduce((sum, { papers }) => sum + papers, 0),
    images: config.routes.images ? startImages() : undefined,
  };

  function startImages(): SocialImagesBuild {
    const issues = socialImageIssues(drawn, config);
    if (!keeping.writer) return startSocialImages(issues, { ...imageSite, cacheFolder: imageCache });
    const folder = joinPaths(config.base, 'images').slice(1);
    return startKeptImages(issues, imageSite, folder, keeping.writer);
  }
}
