import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { printable } from 'remark-digest/light';
import { isAstro6 } from '../content/astro-version.ts';
import { printableLogger } from '../content/printable-logger.ts';
import { siteError } from '../content/site-error.ts';
import { findChanges } from '../kept/changes.ts';
import { keptBuild, type KeptBuild } from '../kept/kept-build.ts';
import type { SameFile } from '../kept/site-files.ts';
import { startSiteWriter, type SiteWriter } from '../kept/site-writer.ts';
import { offlineConfigOf } from '../offline/offline-config-of.ts';
import { headCount, startHeadCount } from '../model/head-slot.ts';
import { forgetLiveDigest, liveDigest, liveKeyOfBuild } from '../model/live-entries.ts';
import { startPageReads } from '../model/page-reads.ts';
import { astroAdditions, type ModuleSources } from './astro-additions.ts';
import { listSite } from './built-files.ts';
import { checkSite } from './check-site.ts';
import { serveDigest } from './serve-digest.ts';
import { digestTypes } from './digest-modules.ts';
import { setUpDigest, type DigestSetup } from './digest-setup.ts';
import { finishBuild, reportBuild, type FinishedBuild } from './finish-build.ts';
import { formatProblem } from './format-problem.ts';
import { findHeadSlotProblem } from './head-slot.ts';
import { i18nProblem } from './i18n-problem.ts';
import { findFileCountProblem } from './max-files.ts';
import { resolveOptions, type DigestOptions } from './options.ts';
import { planOutput, type OutputPlan } from './output-plan.ts';
import { ownRoutes, tellOwnPages } from './own-routes.ts';
import { refuseConfig } from './refuse-config.ts';
import { formatReport } from './report.ts';
import { findRoutesProblem } from './resolve-routes.ts';
import { writeRouteEntries } from './route-entries.ts';
import type { DigestRoute } from './routes.ts';
import {
  defaultDigest,
  digestsOf,
  findDigestsProblem,
  prerenderDigests,
  registerDigest,
  type SiteDigest,
} from './site-digests.ts';
import { finishPortable } from './portable-build.ts';
import { putLast } from './put-last.ts';
import { stageBuild, takeBuildTurn, type StagedBuild } from './stage-build.ts';
import { isSparseSite } from './sparse-site.ts';
import { startBuild, type DigestBuild } from './start-build.ts';
import { defaultTitle } from './unfinished.ts';
import { startWorkBeside, type WorkBeside } from './work-beside.ts';
import { writeOffline } from './write-offline.ts';

/**
 * The integration; `index.ts` has what a site should know of it. Each hook hands what it knows to a stage in a file of its own
 * and keeps what that gives for the hooks after it.
 */
export default function digest(options?: DigestOptions): AstroIntegration {
  const resolved = resolveOptions(options === undefined ? { title: defaultTitle } : options);
  const { title, name, base, maxFiles } = resolved;
  const hasTitle = options !== undefined;
  const own: SiteDigest = {
    name,
    base,
    title,
    isPortable: resolved.portable,
    isShard: resolved.shard !== undefined,
  };
  let start: number;
  let digests: readonly SiteDigest[];
  let setup: DigestSetup;
  let work: WorkBeside | undefined;
  let routes: readonly DigestRoute[];
  let output: OutputPlan | undefined;
  let kept: KeptBuild | undefined;
  let staged: StagedBuild | undefined;
  let writer: SiteWriter | undefined;
  let build: DigestBuild | undefined;
  let finished: FinishedBuild | undefined;
  let ownLogger: AstroIntegrationLogger | undefined;

  /** Is asked after all others, which may add files of their own. */
  const last: AstroIntegration = {
    name: `astro-digest:last${name === undefined ? '' : `:${name}`}`,
    hooks: {
      'astro:build:done': async ({ dir, assets }) => {
        const unsafe = ownLogger as AstroIntegrationLogger;
        const logger = printableLogger(unsafe);
        const folder = fileURLToPath(dir);
        const sameFiles = (): readonly SameFile[] =>
          digests.flatMap(({ finished, packed }) => [...(finished?.same ?? []), ...(packed ?? [])]);
        const sizes = (): Map<string, number> => new Map(sameFiles().map(([path, size]) => [path, size]));
        const published = digests.at(-1)?.staged?.published ?? folder;
        const forOffline = {
          folder,
          published,
          files: () => listSite(folder, sizes()),
          same: sameFiles(),
          kept: join((kept as KeptBuild).folder, 'offline'),
        };
        const place = offlineConfigOf(base, output?.config as AstroConfig);
        if (routes.length > 0) own.packed = await writeOffline(setup, place, forOffline, logger);
        const same = sizes();
        const site = { folder, assets, same };
        const report = reportBuild(setup, finished as FinishedBuild, routes, site);
        const changes =
          staged && findChanges(staged.staging, report.files, staged.published, same, own.finished?.before);
        const problem = maxFiles === undefined ? undefined : findFileCountProblem(report.files, maxFiles);
        // A site that the host would not take leaves the last one in its place.
        if (!problem?.isError) staged?.publish(changes, same);
        if (digests.at(-1) === own) {
          try {
            const folder = staged?.published ?? site.folder;
            if (!problem?.isError)
              await finishPortable(folder, (output as OutputPlan).config, digests, logger);
          } finally {
            digests[0]?.endTurn?.();
          }
        }
        const time = performance.now() - start;
        unsafe.info(`${printable(title)}\n${formatReport({ ...report, time, changes })}`);
        const lost = findHeadSlotProblem(resolved.layout, headCount(base));
        if (lost !== undefined) logger.warn(lost);
        if (problem?.isError) throw siteError(problem.message);
        if (problem) logger.warn(problem.message);
      },
    },
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
        build = undefined;
        startHeadCount(base);
        startPageReads(base);
        forgetLiveDigest(liveKeyOfBuild(name));
        digests = digestsOf(config.integrations, own);
        refuseConfig(findDigestsProblem(digests));
        refuseConfig(findRoutesProblem(resolved.routes, config.site));
        const isDefault = defaultDigest(digests) === own;
        // Before anything is written that another build may read.
        if (command === 'build' && digests[0] === own) own.endTurn = await takeBuildTurn(config, logger);
        setup = await setUpDigest(resolved, command, config);
        if (setup.imageProblem !== undefined) logger.warn(setup.imageProblem);
        work = command === 'build' ? startWorkBeside(setup, () => writer) : undefined;
        if (command === 'build') {
          kept = keptBuild(setup.files, setup.shard, config.srcDir, () => output?.config as AstroConfig);
          // The last digest stages the site, because it is asked last when the build is done.
          staged = digests.at(-1) === own ? stageBuild(config) : undefined;
          own.staged = staged;
        }
        const additions = kept && { outDir: staged?.outDir, pageCode: kept.code.plugin, last };
        const sources: ModuleSources = {
          config: setup.config,
          connectionsFile: () => output?.connectionsFile,
          store: () => output?.store,
          liveKey: setup.liveKey,
          loaded: () =>
            command === 'build' ? { ...setup.files, inReach: output?.store !== undefined } : undefined,
        };
        updateConfig(astroAdditions(resolved, isDefault, config.root, sources, additions));
        const found = ownRoutes(setup.config, config);
        if (found.ofSite.size > 0) logger.info(tellOwnPages(found.ofSite));
        routes =
          name === undefined || isDefault
            ? found.routes
            : writeRouteEntries(found.routes, name, createCodegenDir());
        for (const { pattern, entrypoint } of routes) injectRoute({ pattern, entrypoint, prerender: true });
      },

      'astro:config:done': ({ config, buildOutput, injectTypes }) => {
        if (name !== undefined) injectTypes({ filename: `${name}.d.ts`, content: digestTypes(name) });
        if (routes.some(({ entrypoint }) => entrypoint.endsWith('.astro')))
          refuseConfig(i18nProblem(config.i18n, base) ?? formatProblem(config, isAstro6));
        const command = kept ? 'build' : 'dev';
        output = planOutput(
          config,
          buildOutput,
          command,
          base,
          routes,
          work?.connections && setup.files.connections,
        );
        liveDigest(setup.liveKey).fillsStore = output.store !== undefined;
        putLast(config.integrations, last);
        if (!kept || !output.place) return;
        const isSparse = isSparseSite(config.integrations);
        const isStaged = digests.at(-1)?.staged?.outDir.href === config.outDir.href;
        writer = startSiteWriter({
          site: fileURLToPath(config.outDir),
          ...(isStaged ? { kept: kept.folder, published: digests.at(-1)?.staged?.published, isSparse } : {}),
        });
      },

      'astro:server:setup': ({ server, logger }) => {
        const place = offlineConfigOf(base, (output as OutputPlan).config);
        serveDigest(setup, place, server, printableLogger(logger));
      },

      'astro:server:start': async ({ logger: unsafe }) => {
        const logger = printableLogger(unsafe);
        const problem = await checkSite(setup, hasTitle, logger);
        if (problem !== undefined) logger.error(problem);
      },

      'astro:build:start': async ({ setPrerenderer, logger: unsafe }) => {
        const logger = printableLogger(unsafe);
        const problem = await checkSite(setup, hasTitle, logger);
        if (problem !== undefined) throw siteError(problem);
        const plan = output as OutputPlan;
        const keeping = {
          writer,
          base,
          questions: kept?.questions,
          code: (heads: string) => kept?.code.hash(heads),
          unknown: () => kept?.code.unknown(),
          logger,
        };
        build = await startBuild(setup, plan, routes, work, keeping, logger);
        own.prerender = build.pages.prerender;
        // Astro keeps only the prerenderer that was set last, and an adapter may have set one of its own.
        if (digests.at(-1) === own && (!plan.hasAdapter || build.shards))
          setPrerenderer(prerenderDigests(digests));
      },

      'astro:build:done': async ({ dir, logger: unsafe }) => {
        ownLogger = unsafe;
        const logger = printableLogger(unsafe);
        const site = { folder: fileURLToPath(dir) };
        finished = await finishBuild(setup, build as DigestBuild, routes, work, site, logger);
        own.finished = await writer?.finish();
      },
    },
  };
  registerDigest(integration, own);
  return integration;
}
