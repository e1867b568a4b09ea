import { join } from 'node:path';
import type { Logger } from '../content/printable-logger.ts';
import { waitWithProgress } from '../content/progress.ts';
import { readFronts, readReport, type IssuesReport, type PapersReport } from '../content/sync-files.ts';
import { joinPaths } from '../model/addresses.ts';
import type { IndexReport } from '../search/index-thread.ts';
import { listBuiltFiles } from './built-files.ts';
import type { DigestSetup } from './digest-setup.ts';
import { freeMemory } from './free-memory.ts';
import { nameNotFoundPage } from './not-found-page.ts';
import type { BuildReport } from './report.ts';
import type { DigestRoute } from './routes.ts';
import { hashOfSite, writeShardManifest } from './write-shard-manifest.ts';
import type { SocialImagesBuild, SocialImagesReport } from './social-images.ts';
import type { DigestBuild } from './start-build.ts';
import type { WorkBeside } from './work-beside.ts';

/** What Astro has made of a build. */
export interface RenderedSite {
  /** Folder of the site. */
  folder: string;
  /** Files that are as in the last site, with their sizes in bytes; they need not be in the folder. */
  same: ReadonlyMap<string, number>;
  /** Astro's map from the pattern of each route to the files that it made. */
  assets: ReadonlyMap<string, readonly URL[]>;
}

/** What a build came to, but for its whole time and its files, to which others may add. */
export type FinishedBuild = Omit<BuildReport, 'time' | 'files'>;

/** The last stage but one: puts the files of a build that are not pages into the site. */
export async function finishBuild(
  { options, files, config, shard }: DigestSetup,
  { renderStart, shards, pages, toIndex, images: drawing }: DigestBuild,
  routes: readonly DigestRoute[],
  work: WorkBeside | undefined,
  { folder: whole }: Pick<RenderedSite, 'folder'>,
  logger: Logger,
): Promise<FinishedBuild> {
  const renderTime = performance.now() - renderStart;
  const folder = join(whole, options.base);
  if (routes.some(({ kind }) => kind === 'notFound')) await nameNotFoundPage(folder);
  if (shard && shards)
    await writeShardManifest(
      whole,
      shard,
      await hashOfSite(files.records, config),
      shards,
      config.offline && { place: config.offline, issues: await readFronts(files.fronts) },
    );
  const papers = (await readReport<PapersReport>(files.papers)) as PapersReport;
  const index = await placeIndex(work, whole, toIndex, logger);
  const images = drawing && (await placeImages(drawing, join(folder, 'images'), logger));
  await work?.connections?.finish();
  const connections = pages.connections();
  return {
    issues: (await readReport<IssuesReport>(files.issues)) as IssuesReport,
    papers,
    renderTime,
    ...(connections ? { connections } : {}),
    ...(index ? { index } : {}),
    ...(images ? { images } : {}),
  };
}

/** The last stage: tells what is in the site now. */
export function reportBuild(
  { options }: DigestSetup,
  finished: FinishedBuild,
  routes: readonly DigestRoute[],
  { folder, assets, same }: RenderedSite,
): Omit<BuildReport, 'time'> {
  const within = (name: string): string => joinPaths(options.base, name).slice(1);
  const folders = { search: within('pagefind'), images: within('images') };
  return { ...finished, files: listBuiltFiles(folder, { assets, routes, folders }, same) };
}

/** Where no more papers than this are left to index, that takes no longer than to collect garbage. */
const fewLeft = 500;

/** Waits for the search index and puts it into its folder. */
async function placeIndex(
  work: WorkBeside | undefined,
  site: string,
  papers: number,
  logger: Logger,
): Promise<IndexReport | undefined> {
  const build = work?.index;
  if (!build) return undefined;
  const moved = build.moveTo(site);
  // Pagefind, which has all cores from now on, gets what the pages have taken, too.
  if (papers - build.indexed() > fewLeft) freeMemory();
  const count = papers.toLocaleString('en');
  return waitWithProgress(
    moved,
    (line) => logger.info(line),
    () => `Indexing: ${build.indexed().toLocaleString('en')} of ${count} papers`,
  );
}

/** Waits until the pictures of the issues are in their folder; those that failed are named. */
async function placeImages(
  build: SocialImagesBuild,
  folder: string,
  logger: Logger,
): Promise<SocialImagesReport | undefined> {
  const images = await waitWithProgress(
    build.finish(folder),
    (line) => logger.info(line),
    () => `Drawing: pictures of ${build.done()} of ${build.total} issues`,
  ).catch((error: Error) => logger.error(`The issues have no pictures: ${error.message}`));
  if (!images) return undefined;
  for (const { id, message } of images.failures) {
    logger.error(`The issue ${id} has no picture: ${message}`);
  }
  return images;
}
