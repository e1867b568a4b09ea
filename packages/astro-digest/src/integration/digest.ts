import { rename } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { printable } from 'remark-digest';
import {
  clearSyncFiles,
  readFronts,
  readReport,
  syncFiles,
  type IssuesReport,
  type PapersReport,
  type SyncFiles,
} from '../content/sync-files.ts';
import { isAstro6 } from '../content/astro-version.ts';
import { printableLogger } from '../content/printable-logger.ts';
import { startProgress, waitWithProgress } from '../content/progress.ts';
import { joinPaths, makeAddresses, type Addresses } from '../model/addresses.ts';
import { hasConnections } from '../model/connections.ts';
import { issueParts, type Shard } from '../model/shard.ts';
import { startIndexBuild, type IndexBuild } from '../search/build-index.ts';
import { serveDevIndex } from '../search/dev-index.ts';
import { partFolders, planIndexes, type IndexPlan } from '../search/index-parts.ts';
import type { IndexRequest } from '../search/index-thread.ts';
import { directionOf } from '../strings/index.ts';
import { listBuiltFiles } from './built-files.ts';
import { withoutClassNames } from './class-names/index.ts';
import { componentSpecifier, componentSpecifiers } from './components.ts';
import { startConnections, type ConnectionsReport, type ConnectionsThread } from './connections-thread.ts';
import { findContentConfig } from './content-config-file.ts';
import { contentStore, contentStoreOf } from './content-store.ts';
import { digestModules, digestQuery, digestTypes } from './digest-modules.ts';
import { serveDevSocialImages } from './dev-social-images.ts';
import { formatProblem } from './format-problem.ts';
import { i18nProblem } from './i18n-problem.ts';
import { resolveOptions, type DigestOptions } from './options.ts';
import { findFileCountProblem } from './max-files.ts';
import { mdxUnlessThere } from './mdx-unless-there.ts';
import { prerenderAfter } from './prerender-after.ts';
import { formatReport } from './report.ts';
import { freeMemory } from './free-memory.ts';
import { findRoutesProblem, kindsThatNeedSite, requestedRoutes, withoutRoutes } from './resolve-routes.ts';
import { writeRouteEntries } from './route-entries.ts';
import { renderInPattern } from './render-in-pattern.ts';
import { digestRoutes, type DigestRoute } from './routes.ts';
import { scriptsByFile } from './scripts-by-file.ts';
import { hashOfSite, writeShardManifest } from './shard-manifest.ts';
import { pathShards, prerenderShard } from './shard-paths.ts';
import {
  defaultDigest,
  digestsOf,
  findDigestsProblem,
  prerenderDigests,
  registerDigest,
  type SiteDigest,
} from './site-digests.ts';
import { siteError } from '../content/site-error.ts';
import { homeOf, sitePages } from './site-pages.ts';
import { withoutSitePaths } from './site-paths.ts';
import { socialImageIssues } from './social-image-issues.ts';
import { findSocialImageProblem, startSocialImages, type SocialImagesBuild } from './social-images.ts';
import { indexFolder, toDigestConfig } from './digest-config.ts';
import { defaultTitle, unfinished } from './unfinished.ts';
import { virtualModules, type DigestConfig } from './virtual-modules.ts';
import { pagesPlace, writePages, type PagesPlace } from './write-pages.ts';

const missingSite =
  '`site` is not set in astro.config, so there are no feeds, no mail edition, no sitemap, no llms.txt and no pictures of the ' +
  'issues, which all need whole addresses: set it to the address of the site, such as `https://example.org`.';

/** The integration; `index.ts` has what a site should know of it. */
export default function digest(options?: DigestOptions): AstroIntegration {
  const resolved = resolveOptions(options === undefined ? { title: defaultTitle } : options);
  const { title, name, base, layout, lang, textLang = lang } = resolved;
  const requested = requestedRoutes(resolved);
  // Search finds papers, which need a place to be at; a site may have a search page of its own for the index.
  const hasIndex = resolved.search !== false && (requested.paper || requested.issue);
  const imageSite = { title, dir: directionOf(lang) };
  // Pagefind knows languages, not their regions.
  const language = textLang.split('-')[0] as string;
  let addresses: Addresses;
  const own: SiteDigest = { name, base, isShard: resolved.shard !== undefined };
  let digests: SiteDigest[] = [own];
  let routes: readonly DigestRoute[] = [];
  let files: SyncFiles;
  let digestConfig: DigestConfig;
  let shard: Shard | undefined;
  let place: PagesPlace | undefined;
  let hasAdapter = false;
  let store: URL | undefined;
  let shards: ReadonlyMap<string, number> | undefined;
  let indexBuild: IndexBuild | undefined;
  let connected: ConnectionsThread | undefined;
  let connectionsFile: string | undefined;
  let imageCache: string;
  let imagesBuild: SocialImagesBuild | undefined;
  let connections: ConnectionsReport | undefined;
  let start = 0;
  let renderStart = 0;
  let toIndex = 0;
  let lacksSite = false;
  let content: { contentConfig: string; hasContentConfig: boolean };
  const maxFragments = typeof resolved.search === 'object' ? resolved.search.maxFragments : undefined;
  const within = (name: string): string => joinPaths(base, name).slice(1);
  const folders = { search: within('pagefind'), images: within('images') };
  const indexRequest = (cut: boolean): IndexRequest => ({
    recordsFile: files.records,
    recordsFolder: files.recordsFolder,
    frontsFile: files.fronts,
    connections: digestConfig.connections,
    connectionsFile: connected && files.connections,
    folder: files.index,
    shard,
    cut,
    options: { addresses: digestConfig, language, maxFragments },
  });

  const checkSite = async (): Promise<{ hasCollections: boolean; problem: string | undefined }> => {
    const reports = [await readReport(files.issues), await readReport(files.papers)];
    const hasCollections = reports.every((report) => report !== undefined);
    const problem = unfinished({ name, hasCollections, hasTitle: options !== undefined, ...content });
    return { hasCollections, problem };
  };

  const integration: AstroIntegration = {
    name: 'astro-digest',
    hooks: {
      'astro:config:setup': async ({
        command,
        config,
        createCodegenDir,
        injectRoute,
        updateConfig,
        logger: unsafe,
      }) => {
        const logger = printableLogger(unsafe);
        start = performance.now();
        digests = digestsOf(config.integrations);
        const clash = findDigestsProblem(digests);
        if (clash !== undefined) throw siteError(`digest() in astro.config: ${clash}`);
        const isDefault = defaultDigest(digests) === own;
        const { base: siteBase, trailingSlash, build, site } = config;
        const routesProblem = findRoutesProblem(resolved.routes, site);
        if (routesProblem !== undefined) throw siteError(`digest() in astro.config: ${routesProblem}`);
        let on = site === undefined ? withoutRoutes(requested, kindsThatNeedSite) : requested;
        files = syncFiles(config.cacheDir, command === 'dev' ? 'dev' : 'build', name);
        content = contentConfigOf(config);
        imageCache = join(fileURLToPath(config.cacheDir), 'astro-digest', 'social-images');
        if (command === 'dev' || command === 'build') {
          await clearSyncFiles(files);
          lacksSite = site === undefined && kindsThatNeedSite.some((kind) => requested[kind]);
          const problem = on.images ? await socialImageProblem() : undefined;
          if (problem !== undefined) {
            logger.warn(problem);
            on = withoutRoutes(on, ['images']);
          }
        }
        const hasPolicy = Boolean(config.security.csp);
        const home = homeOf(resolved.home, base, config);
        const given = { siteBase, trailingSlash, format: build.format, site, routes: on, hasPolicy, home };
        shard = command === 'build' ? resolved.shard : undefined;
        digestConfig = toDigestConfig(resolved, given, shard);
        addresses = makeAddresses(digestConfig);
        // It begins before the pages do: Pagefind takes longer than they.
        if (command === 'build' && hasConnections(digestConfig.connections)) {
          connected = startConnections({
            recordsFile: files.records,
            recordsFolder: files.recordsFolder,
            connectionsFile: files.connections,
            options: digestConfig.connections,
          });
        }
        if (command === 'build' && hasIndex)
          indexBuild = startIndexBuild(indexRequest(true), connected?.found);

        const root = fileURLToPath(config.root);
        updateConfig({
          integrations: [mdxUnlessThere(), withoutClassNames(own)],
          vite: {
            plugins: [
              name !== undefined && digestModules(name, isDefault),
              name !== undefined && isAstro6 && scriptsByFile(name),
              virtualModules({
                config: digestConfig,
                components: componentSpecifiers(resolved.components, root),
                layout: layout && componentSpecifier('layout', layout, root, './src/layouts/Base.astro'),
                connectionsFile: () => connectionsFile,
                query: name === undefined || isDefault ? '' : digestQuery(name),
              }),
              contentStore(() => store),
            ],
            ssr: { noExternal: ['astro-digest'] },
          },
        });
        const wanted = digestRoutes(base, on);
        const ownPages = sitePages(config, wanted);
        if (ownPages.size > 0) logger.info(tellOwnPages(ownPages));
        routes = wanted.filter(({ pattern }) => !ownPages.has(pattern));
        if (name !== undefined && !isDefault) routes = writeRouteEntries(routes, name, createCodegenDir());
        for (const { pattern, entrypoint } of routes) injectRoute({ pattern, entrypoint, prerender: true });
      },

      'astro:config:done': ({ config, buildOutput, injectTypes }) => {
        if (name !== undefined) injectTypes({ filename: `${name}.d.ts`, content: digestTypes(name) });
        const problem = routes.some(({ entrypoint }) => entrypoint.endsWith('.astro'))
          ? (i18nProblem(config.i18n, base) ?? formatProblem(config, isAstro6))
          : undefined;
        if (problem !== undefined) throw siteError(`digest() in astro.config: ${problem}`);
        hasAdapter = config.adapter !== undefined;
        place = pagesPlace(config, buildOutput, base, routes);
        store = contentStoreOf(config, buildOutput);
        // Pages that are rendered elsewhere work it out themselves.
        if (store && connected) connectionsFile = files.connections;
      },

      'astro:server:setup': ({ server, logger: unsafe }) => {
        const logger = printableLogger(unsafe);
        if (hasIndex) {
          server.middlewares.use(
            serveDevIndex(indexRequest(false), addresses.searchIndexes()[0] as string, (error) =>
              logger.error(error.message),
            ),
          );
        }
        if (!digestConfig.routes.images) return;
        server.middlewares.use(
          serveDevSocialImages(
            `${addresses.file('images')}/`,
            async () => socialImageIssues(await readFronts(files.fronts), digestConfig),
            imageSite,
            (error) => logger.error(error.message),
          ),
        );
      },

      'astro:server:start': async ({ logger: unsafe }) => {
        const logger = printableLogger(unsafe);
        const { hasCollections, problem } = await checkSite();
        if (!hasCollections) return logger.error(problem as string);
        if (problem !== undefined) logger.warn(problem);
        if (lacksSite) logger.warn(missingSite);
      },

      'astro:build:start': async ({ setPrerenderer, logger: unsafe }) => {
        const logger = printableLogger(unsafe);
        const { hasCollections, problem } = await checkSite();
        if (!hasCollections) throw siteError(problem as string);
        if (problem !== undefined) logger.warn(problem);
        if (lacksSite) logger.warn(missingSite);
        renderStart = performance.now();
        const fronts = await readFronts(files.fronts);
        if (shard)
          shards = issueParts(
            fronts.map(({ id, date }) => ({ id, data: { date } })),
            shard.count,
          );
        const shardOf = shards && shard && pathShards(base, shards, shard.count);
        own.prerender = (prerenderer, defaultPrerenderer) => {
          const { siteBase, trailingSlash } = digestConfig;
          const fit =
            isAstro6 && trailingSlash === 'always'
              ? renderInPattern(prerenderer, siteBase, new Set(routes.map(({ pattern }) => pattern)))
              : prerenderer;
          const left = withoutSitePaths(fit, routes, (paths) => logger.info(tellOwnPages(paths)));
          const all = connectionsFile
            ? prerenderAfter(left, async () => void (connections = await connected?.wait()))
            : left;
          const part = shardOf && shard ? prerenderShard(all, shard, shardOf) : all;
          if (!place) return part;
          const progress = startProgress((line) => logger.info(line));
          return writePages(part, defaultPrerenderer, place, (written, count) => {
            progress.show(
              () =>
                `Writing: ${written.toLocaleString('en')} of ${count.toLocaleString('en')} pages and files`,
            );
            if (written === count) progress.end();
          });
        };
        // Astro keeps only the prerenderer that was set last, and an adapter may have set one of its own.
        if (digests.at(-1) === own && (!hasAdapter || shardOf)) setPrerenderer(prerenderDigests(digests));
        const plans = planIndexes(fronts, shard?.count ?? 1);
        const folderOf = (index: number): string => indexFolder(shard && { ...shard, number: index + 1 });
        digestConfig.indexFolders = plans.flatMap(({ parts }, index) => partFolders(folderOf(index), parts));
        digestConfig.dictionaryFolders = plans.map((_, index) => folderOf(index));
        const plan = plans[(shard?.number ?? 1) - 1] as IndexPlan;
        toIndex = plan.papers;
        if (!digestConfig.routes.images) return;
        const isInPlan = new Set(plan.issues);
        const drawn = fronts.filter(({ id }) => isInPlan.has(id));
        imagesBuild = startSocialImages(socialImageIssues(drawn, digestConfig), {
          ...imageSite,
          cacheFolder: imageCache,
        });
      },

      'astro:build:done': async ({ dir, assets, logger: unsafe }) => {
        const logger = printableLogger(unsafe);
        const renderTime = performance.now() - renderStart;
        const whole = fileURLToPath(dir);
        const folder = join(whole, base);
        const log = (line: string): void => logger.info(line);
        if (routes.some(({ kind }) => kind === 'notFound')) await nameNotFoundPage(folder);
        if (shard && shards)
          await writeShardManifest(whole, shard, await hashOfSite(files.records, digestConfig), shards);
        const papers = (await readReport<PapersReport>(files.papers)) as PapersReport;
        const count = toIndex.toLocaleString('en');
        const moved = indexBuild?.moveTo(join(folder, indexFolder(shard)));
        // Pagefind, which has all cores from now on, gets what the pages have taken, too.
        freeMemory();
        const index =
          moved &&
          (await waitWithProgress(
            moved,
            log,
            () => `Indexing: ${indexBuild?.indexed().toLocaleString('en')} of ${count} papers`,
          ));
        const images =
          imagesBuild &&
          (await waitWithProgress(
            imagesBuild.moveTo(join(folder, 'images')),
            log,
            () => `Drawing: pictures of ${imagesBuild?.done()} of ${imagesBuild?.total} issues`,
          ).catch((error: Error) => {
            logger.error(`The issues have no pictures: ${error.message}`);
          }));
        for (const { id, message } of images?.failures ?? []) {
          logger.error(`The issue ${id} has no picture: ${message}`);
        }
        const tidied = indexBuild?.end();
        const built = listBuiltFiles(whole, { assets, routes, folders });
        const report = formatReport({
          issues: (await readReport<IssuesReport>(files.issues)) as IssuesReport,
          papers,
          files: built,
          renderTime,
          time: performance.now() - start,
          ...(connections ? { connections } : {}),
          ...(index ? { index } : {}),
          ...(images ? { images } : {}),
        });
        unsafe.info(`${printable(title)}\n${report}`);
        await tidied;
        if (resolved.maxFiles === undefined) return;
        const problem = findFileCountProblem(built, resolved.maxFiles);
        if (problem?.isError) throw siteError(problem.message);
        if (problem) logger.warn(problem.message);
      },
    },
  };
  registerDigest(integration, own);
  return integration;
}

/** Says which pages the site has in place of the digest's, and where. */
function tellOwnPages(pages: ReadonlyMap<string, string>): string {
  const list = [...pages].map(([path, place]) => `${path} (${place})`).join(', ');
  return `The site has pages of its own where the digest would have some, and they stay: ${list}`;
}

/** Static hosts look for `404.html`; Astro gives that name only to the page at the root of the site. */
async function nameNotFoundPage(folder: string): Promise<void> {
  await rename(join(folder, '404', 'index.html'), join(folder, '404.html')).catch(() => {});
}

/** Where a site's collections are defined, or would be. */
function contentConfigOf({ root, srcDir }: Pick<AstroConfig, 'root' | 'srcDir'>) {
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
