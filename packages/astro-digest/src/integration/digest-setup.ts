import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { clearSyncFiles, syncFiles, type SyncFiles } from '../content/sync-files.ts';
import { liveKeyOfBuild } from '../model/live-entries.ts';
import type { Shard } from '../model/shard.ts';
import { directionOf } from '../strings/index.ts';
import { findContentConfig } from './content-config-file.ts';
import { toDigestConfig } from './digest-config.ts';
import type { ResolvedOptions } from './options.ts';
import { kindsThatNeedSite, requestedRoutes, withoutRoutes } from './resolve-routes.ts';
import { offlineConfigOf } from '../offline/offline-config-of.ts';
import { homeOf } from './site-pages.ts';
import type { SocialImageSite } from './social-image-issues.ts';
import { findSocialImageProblem } from './social-images.ts';
import type { DigestConfig } from './virtual-modules.ts';

/** What Astro was started for. */
export type Command = 'dev' | 'build' | 'preview' | 'sync';

/** Where a site's collections are defined, or would be. */
export interface ContentConfigPlace {
  /** Path of the file, from the site's root. */
  contentConfig: string;
  /** Whether it is there. */
  hasContentConfig: boolean;
}

/** What a digest is in its site: the first stage, which follows from the options and from Astro's configuration. */
export interface DigestSetup {
  options: ResolvedOptions;
  /** What the loaders tell through. */
  files: SyncFiles;
  /** What the digest is called in `liveDigest`. */
  liveKey: string;
  content: ContentConfigPlace;
  /** What the pages know; a build knows the folders of the search index better. */
  config: DigestConfig;
  /** Which part of the site is built; absent where it is all of it. */
  shard: Shard | undefined;
  /** Whether the papers are indexed. */
  hasIndex: boolean;
  /** Whether there are kinds of pages and files that are left out because the site has no address. */
  lacksSite: boolean;
  /** What the pictures of the issues share. */
  imageSite: SocialImageSite;
  /** Folder in which pictures of issues are kept from build to build, where others write the site. */
  imageCache: string;
  /** Why the issues get no pictures although they should, as a sentence. */
  imageProblem: string | undefined;
}

/**
 * Works out what a digest is in its site. What an earlier run of the same command told is forgotten.
 *
 * @param config Astro's, as it is when integrations are set up
 */
export async function setUpDigest(
  options: ResolvedOptions,
  command: Command,
  config: AstroConfig,
): Promise<DigestSetup> {
  const { base: siteBase, trailingSlash, build, site, cacheDir } = config;
  const { name, base } = options;
  const requested = requestedRoutes(options);
  const files = syncFiles(cacheDir, command === 'dev' ? 'dev' : 'build', name);
  const isRun = command === 'dev' || command === 'build';
  if (isRun) await clearSyncFiles(files);
  const possible = site === undefined ? withoutRoutes(requested, kindsThatNeedSite) : requested;
  const imageProblem = isRun && possible.images ? await socialImageProblem() : undefined;
  const routes = imageProblem === undefined ? possible : withoutRoutes(possible, ['images']);
  const hasPolicy = Boolean(config.security.csp);
  const home = homeOf(options.home, base, config);
  const offline = command === 'build' && options.offline ? offlineConfigOf(base, config) : undefined;
  const place = { siteBase, trailingSlash, format: build.format, site, routes, hasPolicy, home, offline };
  const shard = command === 'build' ? options.shard : undefined;
  return {
    options,
    files,
    liveKey: command === 'dev' ? files.folder : liveKeyOfBuild(name),
    content: contentConfigOf(config),
    config: toDigestConfig(options, place, shard),
    shard,
    // Search finds papers, which need a place to be at; a site may have a search page of its own for the index.
    hasIndex: options.search !== false && (requested.paper || requested.issue),
    lacksSite: isRun && site === undefined && kindsThatNeedSite.some((kind) => requested[kind]),
    imageSite: { title: options.title, dir: directionOf(options.lang) },
    imageCache: join(fileURLToPath(cacheDir), 'astro-digest', 'social-images'),
    imageProblem,
  };
}

function contentConfigOf({ root, srcDir }: Pick<AstroConfig, 'root' | 'srcDir'>): ContentConfigPlace {
  const folder = relative(fileURLToPath(root), fileURLToPath(srcDir));
  const found = findContentConfig(fileURLToPath(root), folder);
  const contentConfig = found ?? posix.join(folder, 'content.config.ts');
  return { contentConfig, hasContentConfig: found !== undefined };
}

/** Why no pictures of the issues can be drawn here, as a sentence; undefined when they can. */
async function socialImageProblem(): Promise<string | undefined> {
  const problem = await findSocialImageProblem();
  return problem && `The issues get no pictures, because none can be drawn on this machine: ${problem}`;
}
