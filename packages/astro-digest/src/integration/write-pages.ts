import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setImmediate } from 'node:timers/promises';
import type { AstroConfig, AstroPrerenderer } from 'astro';
import type { Logger } from '../content/printable-logger.ts';
import { pageKey, readPageQuestions, writePageQuestions, type PageQuestions } from '../kept/page-keys.ts';
import type { SiteWriter } from '../kept/site-writer.ts';
import { areAnswerable, pageReads, type Question } from '../model/page-reads.ts';
import { pageHeads, probePageHeads } from '../seams/page-heads.ts';
import { pageNames, probePageNames } from '../seams/page-names.ts';
import type { DigestRoute } from './routes.ts';

type StaticPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Where the pages and files of a digest go. */
export interface PagesPlace {
  /** Folder of the built site. */
  outDir: URL;
  /** Address of the site, whichever stands for it while the site is built. */
  origin: string;
  /** Astro's `base`. */
  siteBase: string;
  /** Astro's `trailingSlash`. */
  trailingSlash: 'always' | 'never' | 'ignore';
  /** Astro's `build.format`. */
  format: 'directory' | 'file';
  /** Patterns of the digest's routes, such as `/papers/[issue]/[paper]`. */
  routes: ReadonlySet<string>;
}

/**
 * Where the pages and files of a site's digest go; `undefined` where that is Astro's business: with an adapter, which may want
 * more of a page than its file, with files of the same names in the `public` folder, and with `build.format: 'preserve'`.
 *
 * @param base path of the digest within the site
 * @param routes the digest's routes
 */
export function pagesPlace(
  { outDir, publicDir, site, base: siteBase, trailingSlash, build: { format }, adapter }: AstroConfig,
  buildOutput: 'static' | 'server',
  base: string,
  routes: readonly DigestRoute[],
): PagesPlace | undefined {
  if (buildOutput === 'server' || adapter || format === 'preserve') return undefined;
  if (base !== '/' && existsSync(join(fileURLToPath(publicDir), base))) return undefined;
  const origin = site === undefined ? 'http://localhost' : new URL(site).origin;
  // Of what there is once, Astro knows best how its file is named.
  const many = routes.map(({ pattern }) => pattern).filter((pattern) => pattern.includes('['));
  return { outDir, origin, siteBase, trailingSlash, format, routes: new Set(many) };
}

/** How pages are kept from build to build. */
export interface PagesKeeping {
  /** Writes them; absent where Astro does. */
  writer: SiteWriter | undefined;
  /** Path of the digest within the site. */
  base: string;
  /** File with what pages asked of the library; absent where nothing is kept. */
  questions: string | undefined;
  /**
   * Hash of all that pages are made of besides the library; `undefined` where that can't be known.
   *
   * @param heads what Astro puts into the heads of pages
   */
  code(heads: string): string | undefined;
  /** The file because of which that can't be known, where it is a site's own; see `PageCode`. */
  unknown(): string | undefined;
  /** Is told why pages are not kept, and what is off with parts of Astro that are not public. */
  logger: Logger;
}

/** How many pages are written before other work gets its turn. */
const turn = 32;

/**
 * Puts the pages and files of a digest into the site: those that were made of the same before are kept, the others are rendered and written
 * one after the other, without the waiting and the two lines of log that Astro spends on each: where there are thousands, that takes
 * longer than rendering them.
 *
 * Whatever does not end as a page or a file of its own, such as a redirect of the site's own component, is left to Astro. So is
 * the last one of each route, by which Astro learns of the files of the route.
 *
 * @param prerenderer what renders them
 * @param defaultPrerenderer Astro's own, which may be within the other one
 * @param onPage is told how many are written, and of how many
 */
export function writePages(
  prerenderer: AstroPrerenderer,
  defaultPrerenderer: AstroPrerenderer,
  place: PagesPlace,
  { writer, base, questions, code, unknown, logger }: PagesKeeping,
  onPage: (written: number, count: number) => void,
): AstroPrerenderer {
  return {
    ...prerenderer,
    name: 'astro-digest:pages',
    async getStaticPaths() {
      const paths = await prerenderer.getStaticPaths();
      const last = new Map(paths.map((path) => [path.route, path]));
      const own = new Set(paths.filter((path) => isOwn(path, place) && last.get(path.route) !== path));
      const left = paths.filter((path) => !own.has(path));
      if (own.size === 0 || !writer) return paths;
      const reads = pageReads(base);
      const heads = pageHeads(defaultPrerenderer, place.routes);
      const names = pageNames(defaultPrerenderer);
      for (const problem of [probePageHeads(heads), probePageNames(names)]) if (problem) logger.warn(problem);
      const hash = heads === undefined ? undefined : code(heads);
      const file = unknown();
      if (file !== undefined) logger.info(tellUnknown(file));
      const { find } = reads;
      const isKept = hash !== undefined && find !== undefined && questions !== undefined;
      const before: PageQuestions = isKept ? readPageQuestions(questions, find) : new Map();
      const files = new Map(byFolder([...own].map((path) => [path, fileOf(path, place)])));
      const answers = new Map<string, readonly Question[]>();
      const known = [...files.values()].flatMap((unit) => {
        const asked = before.get(unit);
        if (!asked || !isKept) return [];
        answers.set(unit, asked);
        return [{ unit, key: pageKey(hash, asked) }];
      });
      const missing = await writer.keep(known);
      const kept = new Set(known.map(({ unit }) => unit).filter((unit) => !missing.has(unit)));
      await writer.leave(left.map((path) => fileOf(path, place)));
      let written = 0;
      for (const [path, file] of files) {
        written += 1;
        if (kept.has(file)) {
          tellWritten(path, file, names);
          continue;
        }
        answers.delete(file);
        const asked: Question[] = [];
        reads.asked = asked;
        const images = imagesToMake();
        const content = await renderPage(prerenderer, path, place).catch((error: unknown) => {
          throw namePage(error, path);
        });
        reads.asked = undefined;
        if (!content) {
          left.push(path);
          await writer.leave([file]);
          continue;
        }
        // Pictures are made by whoever asks for them: a page that does is rendered each time.
        const isKnown = asked.length > 0 && areAnswerable(asked);
        const isTheSame = isKept && isKnown && images === imagesToMake();
        if (isTheSame) answers.set(file, asked);
        writer.write({ unit: file, key: isTheSame ? pageKey(hash, asked) : '', path: file, content });
        tellWritten(path, file, names);
        onPage(written, own.size);
        if (written % turn > 0) continue;
        await writer.flush();
        await setImmediate();
      }
      onPage(own.size, own.size);
      await writer.flush();
      if (questions !== undefined) writePageQuestions(questions, answers);
      return left;
    },
  };

  /** Tells Astro of a file that is in the site. */
  function tellWritten(path: StaticPath, file: string, names: string[] | undefined): void {
    (path.route.distURL ??= []).push(urlOf(file, place));
    if (path.route.type === 'page') names?.push(nameOf(path, place));
  }
}

/** How many pictures Astro has been asked for. */
function imagesToMake(): number {
  const { astroAsset } = globalThis as { astroAsset?: { staticImages?: Map<string, unknown> } };
  return astroAsset?.staticImages?.size ?? 0;
}

/** Path of the file of a page or a file, from the folder of the site. */
function fileOf({ pathname, route }: StaticPath, { format }: PagesPlace): string {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  if (route.type !== 'page') return path;
  return format === 'file' ? `${path}.html` : path === '' ? 'index.html' : `${path}/index.html`;
}

/** Address of a file in the site; most have nothing that an address writes otherwise. */
function urlOf(file: string, { outDir }: PagesPlace): URL {
  return /^[\w./-]+$/.test(file) ? new URL(file, outDir) : pathToFileURL(join(fileURLToPath(outDir), file));
}

/** Files of one folder one after another, since they are made of the same. */
function byFolder(files: readonly [StaticPath, string][]): [StaticPath, string][] {
  return [...Map.groupBy(files, ([, file]) => dirname(file)).values()].flat();
}

/** Whether a route is one of this package, and not one that the site has put in its place. */
function isOwn({ route: { type, route, origin } }: StaticPath, { routes }: PagesPlace): boolean {
  return origin === 'external' && (type === 'page' || type === 'endpoint') && routes.has(route);
}

/** Says why all pages are made anew. */
function tellUnknown(file: string): string {
  return `All pages are made anew by each build, because ${relative(process.cwd(), file)} takes something from outside that may change, such as entries of a collection, a file or the time.`;
}

/** A page as Astro tells integrations of it at the end. */
function nameOf({ pathname }: StaticPath, { trailingSlash, format }: PagesPlace): string {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  const hasSlash = trailingSlash === 'always' || (trailingSlash === 'ignore' && format === 'directory');
  return hasSlash ? `${path}/` : path;
}

/** Tells which page an error is of, such as one of a component of the site's. */
function namePage(error: unknown, { pathname }: StaticPath): unknown {
  if (error instanceof Error) error.message = `${pathname} can't be rendered: ${error.message}`;
  return error;
}

/** Renders a page or a file; `undefined` when it is none. */
async function renderPage(
  prerenderer: AstroPrerenderer,
  { pathname, route }: StaticPath,
  { origin, siteBase, trailingSlash, format }: PagesPlace,
): Promise<Uint8Array | undefined> {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  const isPage = route.type === 'page';
  const ending = !isPage ? '' : format === 'file' ? '.html' : trailingSlash === 'never' ? '' : '/';
  const url = new URL(`${siteBase.replace(/\/$/, '')}/${path}${ending}`, origin);
  // Astro 6 knows responses only, Astro 7 also what it remembers of them.
  const rendered = (await prerenderer.render(new Request(url), { routeData: route })) as
    | Response
    | { response: Response };
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (response.status !== 200 || !response.body) return undefined;
  return new Uint8Array(await response.arrayBuffer());
}
