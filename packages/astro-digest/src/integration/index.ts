import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import {
  clearSyncFiles,
  readReport,
  syncFiles,
  type IssuesReport,
  type PapersReport,
  type SyncFiles,
} from '../content/sync-files.ts';
import { joinPaths, makeAddresses, type Addresses } from '../model/addresses.ts';
import { startIndexBuild, type IndexBuild } from '../search/build-index.ts';
import { serveDevIndex } from '../search/dev-index.ts';
import { directionOf } from '../strings/index.ts';
import { componentSpecifiers } from './components.ts';
import { serveDevSocialImages } from './dev-social-images.ts';
import { resolveOptions, type DigestOptions } from './options.ts';
import { formatReport } from './report.ts';
import { routes } from './routes.ts';
import { readSocialImageIssues } from './social-image-issues.ts';
import { findSocialImageProblem, startSocialImages, type SocialImagesBuild } from './social-images.ts';
import { toDigestConfig } from './digest-config.ts';
import { virtualModules } from './virtual-modules.ts';

export type { DigestOptions } from './options.ts';
export type { DigestConfig } from './virtual-modules.ts';

const missingCollections =
  "The collections `issues` and `papers` are not defined: write `import { digestCollections } from 'astro-digest/content';` " +
  'and `export const collections = { ...digestCollections() };` into src/content.config.ts.';

const missingSite =
  '`site` is not set in astro.config, so there are no feeds, no mail edition, no sitemap, no llms.txt and no pictures of the ' +
  'issues, which all need whole addresses: set it to the address of the site, such as `https://example.org`.';

/**
 * Astro integration that adds the pages of a digest to a site, with their search.
 *
 * ```js
 * // astro.config.mjs
 * import { defineConfig } from 'astro/config';
 * import digest from 'astro-digest';
 * export default defineConfig({ integrations: [digest({ title: 'Daily Papers' })] });
 * ```
 *
 * @throws AstroError when an option is unknown or wrong
 */
export default function digest(options: DigestOptions): AstroIntegration {
  const resolved = resolveOptions(options);
  const { title, base, lang, textLang = lang } = resolved;
  const digestConfig = toDigestConfig(resolved);
  const imageSite = { title, dir: directionOf(lang) };
  // Pagefind knows languages, not their regions.
  const language = textLang.split('-')[0] as string;
  const { namedTopics: named, findTopics: found } = digestConfig;
  const recordOptions = { language, topics: { named, found } };
  let addresses: Addresses;
  let files: SyncFiles;
  let indexBuild: IndexBuild;
  let imageCache: string;
  let hasSocialImages = false;
  let imagesBuild: SocialImagesBuild | undefined;
  let renderStart = 0;

  return {
    name: 'astro-digest',
    hooks: {
      'astro:config:setup': async ({ command, config, injectRoute, updateConfig, logger }) => {
        const { base: siteBase, trailingSlash, build } = config;
        const place = { base, siteBase, trailingSlash, format: build.format };
        addresses = makeAddresses(place);
        files = syncFiles(config.cacheDir, command === 'dev' ? 'dev' : 'build');
        imageCache = join(fileURLToPath(config.cacheDir), 'astro-digest', 'social-images');
        if (command === 'dev' || command === 'build') {
          await clearSyncFiles(files);
          const problem = config.site === undefined ? missingSite : await socialImageProblem();
          if (problem !== undefined) logger.warn(problem);
          hasSocialImages = problem === undefined;
        }

        const hasMdx = config.integrations.some((integration) => integration.name === '@astrojs/mdx');
        updateConfig({
          integrations: hasMdx ? [] : [mdx()],
          vite: {
            plugins: [
              virtualModules(
                { ...digestConfig, ...place, site: config.site, socialImages: hasSocialImages },
                componentSpecifiers(resolved.components, fileURLToPath(config.root)),
              ),
            ],
            ssr: { noExternal: ['astro-digest'] },
          },
        });
        for (const route of routes({
          base,
          topics: resolved.topics !== false,
          site: config.site !== undefined,
        }))
          injectRoute(route);
      },

      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use(
          serveDevIndex(
            files.records,
            addresses.searchIndex(),
            { ...recordOptions, addressOf: addresses.paper },
            (error) => logger.error(error.message),
          ),
        );
        if (!hasSocialImages) return;
        server.middlewares.use(
          serveDevSocialImages(
            `${addresses.file('images')}/`,
            () => readSocialImageIssues(files.fronts, digestConfig),
            imageSite,
            (error) => logger.error(error.message),
          ),
        );
      },

      'astro:server:start': async ({ logger }) => {
        if (!(await readReport(files.issues)) || !(await readReport(files.papers))) {
          logger.error(missingCollections);
        }
      },

      'astro:build:start': async () => {
        if (!(await readReport(files.issues)) || !(await readReport(files.papers))) {
          throw new AstroError(missingCollections);
        }
        renderStart = performance.now();
        indexBuild = startIndexBuild(files.records, files.index, {
          ...recordOptions,
          addressOf: addresses.paper,
        });
        if (!hasSocialImages) return;
        imagesBuild = startSocialImages(await readSocialImageIssues(files.fronts, digestConfig), {
          ...imageSite,
          cacheFolder: imageCache,
        });
      },

      'astro:build:done': async ({ dir, pages, logger }) => {
        const time = performance.now() - renderStart;
        const folder = join(fileURLToPath(dir), base);
        await nameNotFoundPage(folder);
        const index = await indexBuild.moveTo(join(folder, 'pagefind'));
        const images = await imagesBuild?.moveTo(join(folder, 'images')).catch((error: Error) => {
          logger.error(`The issues have no pictures: ${error.message}`);
        });
        for (const { id, message } of images?.failures ?? []) {
          logger.error(`The issue ${id} has no picture: ${message}`);
        }
        const prefix = joinPaths(base, '/').slice(1);
        const report = formatReport({
          issues: (await readReport<IssuesReport>(files.issues)) as IssuesReport,
          papers: (await readReport<PapersReport>(files.papers)) as PapersReport,
          pages: { count: pages.filter(({ pathname }) => pathname.startsWith(prefix)).length, time },
          index,
          ...(images ? { images } : {}),
        });
        logger.info(`${title}\n${report}`);
      },
    },
  };
}

/** Static hosts look for `404.html`; Astro gives that name only to the page at the root of the site. */
async function nameNotFoundPage(folder: string): Promise<void> {
  await rename(join(folder, '404', 'index.html'), join(folder, '404.html')).catch(() => {});
}

/** Why no pictures of the issues can be drawn here, as a sentence; undefined when they can. */
async function socialImageProblem(): Promise<string | undefined> {
  const problem = await findSocialImageProblem();
  return problem && `The issues get no pictures, because none can be drawn on this machine: ${problem}`;
}
