import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setImmediate } from 'node:timers/promises';
import type { AstroConfig, AstroPrerenderer } from 'astro';
import { joinPaths } from '../model/addresses.ts';

type StaticPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Where the pages of papers go. */
export interface PaperPagesPlace {
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
  /** Path of the route of papers, such as `/papers/[issue]/[paper]`. */
  route: string;
}

/**
 * Where a site's pages of papers go; `undefined` where that is Astro's business: with an adapter, which may want more of a page
 * than its file, with files of the same names in the `public` folder, and with `build.format: 'preserve'`.
 *
 * @param base path of the digest within the site
 */
export function paperPagesPlace(
  { outDir, publicDir, site, base: siteBase, trailingSlash, build: { format }, adapter }: AstroConfig,
  buildOutput: 'static' | 'server',
  base: string,
): PaperPagesPlace | undefined {
  if (buildOutput === 'server' || adapter || format === 'preserve') return undefined;
  if (base !== '/' && existsSync(join(fileURLToPath(publicDir), base))) return undefined;
  const origin = site === undefined ? 'http://localhost' : new URL(site).origin;
  return { outDir, origin, siteBase, trailingSlash, format, route: joinPaths(base, '[issue]/[paper]') };
}

/** How many pages are written before other work gets its turn. */
const turn = 32;

/**
 * Renders the pages of papers and writes them one after the other, without the waiting and the two lines of log that Astro
 * spends on each page: where there are thousands, that takes longer than rendering them.
 *
 * Whatever does not end as a page of its own, such as a redirect of the site's own component, is left to Astro. So is the
 * last page, by which Astro learns of the files of the route.
 *
 * @param onPage is told how many pages are written, and of how many
 */
export function writePaperPages(
  prerenderer: AstroPrerenderer,
  place: PaperPagesPlace,
  onPage: (written: number, count: number) => void,
): AstroPrerenderer {
  return {
    ...prerenderer,
    name: 'astro-digest:papers',
    async getStaticPaths() {
      const paths = await prerenderer.getStaticPaths();
      const papers = paths.filter(({ route }) => route.type === 'page' && isPaperRoute(route, place.route));
      const own = new Set(papers.slice(0, -1));
      const left = paths.filter((path) => !own.has(path));
      let written = 0;
      for (const path of own) {
        if (await writePage(prerenderer, path, place)) tellPage(prerenderer, path, place);
        else left.push(path);
        onPage((written += 1), own.size);
        if (written % turn === 0) await setImmediate();
      }
      return left;
    },
  };
}

/** Whether a route is that of this package's papers, and not one that the site has put in its place. */
function isPaperRoute(route: StaticPath['route'], pattern: string): boolean {
  return route.route === pattern && route.origin === 'external';
}

/**
 * Adds a page to those that Astro tells integrations of at the end, such as one that lists them in a sitemap. Astro has no
 * public way to do that; without it the page is only missing there.
 */
function tellPage(prerenderer: AstroPrerenderer, { pathname }: StaticPath, place: PaperPagesPlace): void {
  const { app } = prerenderer as { app?: { getOptions?(): { pageNames?: string[] } } };
  const path = pathname.replace(/^\/+|\/+$/g, '');
  const hasSlash =
    place.trailingSlash === 'always' || (place.trailingSlash === 'ignore' && place.format === 'directory');
  app?.getOptions?.().pageNames?.push(hasSlash ? `${path}/` : path);
}

/** Renders a page and writes it; false when it is none. */
async function writePage(
  prerenderer: AstroPrerenderer,
  { pathname, route }: StaticPath,
  { outDir, origin, siteBase, trailingSlash, format }: PaperPagesPlace,
): Promise<boolean> {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  const ending = format === 'file' ? '.html' : trailingSlash === 'never' ? '' : '/';
  const url = new URL(`${siteBase.replace(/\/$/, '')}/${path}${ending}`, origin);
  const rendered = await prerenderer.render(new Request(url), { routeData: route });
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (response.status !== 200 || !response.body) return false;
  const file = join(fileURLToPath(outDir), format === 'file' ? `${path}.html` : `${path}/index.html`);
  const page = new Uint8Array(await response.arrayBuffer());
  write(file, page);
  (route.distURL ??= []).push(pathToFileURL(file));
  return true;
}

/** Small files are written many times faster at once than by Node's threads, and a folder whose parent is there by its name. */
function write(file: string, page: Uint8Array): void {
  try {
    mkdirSync(dirname(file));
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  writeFileSync(file, page);
}
