import type { Logger } from '../content/printable-logger.ts';
import { readFronts } from '../content/sync-files.ts';
import { issueParts } from '../model/shard.ts';
import { partFolders, planIndexes, type IndexPlan } from '../search/index-parts.ts';
import { indexFolder } from './digest-config.ts';
import type { DigestSetup } from './digest-setup.ts';
import type { OutputPlan } from './output-plan.ts';
import { renderPages, type PagesRendering } from './render-pages.ts';
import type { DigestRoute } from './routes.ts';
import { socialImageIssues } from './social-image-issues.ts';
import { startSocialImages, type SocialImagesBuild } from './social-images.ts';
import type { DigestConfig } from './virtual-modules.ts';
import type { WorkBeside } from './work-beside.ts';

/** A build that has its papers and begins with its pages: the third stage. */
export interface DigestBuild {
  /** When it began, as `performance.now()` has it. */
  renderStart: number;
  /** What the pages know, with the folders of the search index. */
  config: DigestConfig;
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
  { files, config: known, shard, imageSite, imageCache }: DigestSetup,
  { place, connectionsFile }: OutputPlan,
  routes: readonly DigestRoute[],
  work: WorkBeside | undefined,
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
  const plans = planIndexes(fronts, shard?.count ?? 1);
  const folderOf = (index: number): string => indexFolder(shard && { ...shard, number: index + 1 });
  const config: DigestConfig = {
    ...known,
    loaded: { issues: fronts.length, papers: fronts.reduce((sum, { papers }) => sum + papers, 0) },
    indexFolders: plans.flatMap(({ parts }, index) => partFolders(folderOf(index), parts)),
    dictionaryFolders: plans.map((_, index) => folderOf(index)),
  };
  const plan = plans[(shard?.number ?? 1) - 1] as IndexPlan;
  const isInPlan = new Set(plan.issues);
  const drawn = fronts.filter(({ id }) => isInPlan.has(id));
  const connections = connectionsFile === undefined ? undefined : work?.connections;
  const part = shard && shards && { shard, shards };
  return {
    renderStart,
    config,
    shards,
    pages: renderPages({ config, routes, place, connections, part }, logger),
    toIndex: plan.papers,
    images: config.routes.images
      ? startSocialImages(socialImageIssues(drawn, config), { ...imageSite, cacheFolder: imageCache })
      : undefined,
  };
}
