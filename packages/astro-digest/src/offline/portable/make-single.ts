import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { joinPaths } from '../../model/addresses.ts';
import { bundleModules, bundlePagefind, type BundleSource } from './bundle-scripts.ts';
import type { BuiltDigest, BuiltSite } from './built-site.ts';
import { inlineAssets } from './inline-assets.ts';
import { linkRules } from './link-rules.ts';
import { mergeOrder } from './merge-orders.ts';
import { pageModule } from './page-module.ts';
import { partsOfPage, type PageParts } from './page-parts.ts';
import { toSource } from './page-scripts.ts';
import type { PortablePages } from './portable-pages.ts';
import { escaped, rewritePage, type ModuleScript } from './rewrite-page.ts';
import { readSearch, toJson } from './search-files.ts';

/** The largest file that is made, in bytes: as much as a mail can take along, and a browser reads in a moment. */
export const largestSingle = 10_000_000;

/**
 * Whether a digest may be small enough for one file, by the bytes of its pages: papers have three quarters of the rest at most.
 */
export function isSmall({ folder }: BuiltSite, { pages }: PortablePages): boolean {
  let bytes = 0;
  for (const page of pages.keys()) bytes += statSync(join(folder, page)).size;
  return bytes < largestSingle;
}

/**
 * Writes a digest of a built site as one page in which all its pages are, with their styles, pictures, scripts and search.
 *
 * @returns its HTML
 * @throws PortableError when a script of the site can't be made portable
 */
export async function makeSingle(
  site: BuiltSite,
  digest: BuiltDigest,
  pages: PortablePages,
): Promise<string> {
  const rules = linkRules(site, pages);
  const assets = inlineAssets(site.folder, rules.find);
  const styles: string[] = [];
  const modules: string[] = [];
  const sources = new Map<string, BundleSource['modules'][number]>();
  const search = readSearch(site.folder, pages);

  const stored = new Map<string, PageParts>();
  for (const [from, to] of pages.pages) {
    const ownStyles: string[] = [];
    let ownModules: readonly ModuleScript[] = [];
    const page = pathInFile(to);
    const fileOf = (address: string): string | undefined => {
      const file = rules.fileOf(address, from);
      return file && assets.data(file.path) + file.behind;
    };
    const addStyle = (css: string, media: string | undefined): string => {
      ownStyles.push(media === undefined ? css : `@media ${media}{${css}}`);
      return '';
    };
    const html = rewritePage(readFileSync(join(site.folder, from), 'utf8'), {
      link: (address) =>
        address.startsWith('#')
          ? `#${page}${address}`
          : rules.linkOf(address, from, (other) => `#${pathInFile(other)}`),
      file: fileOf,
      style: (css) => assets.style(css, from),
      styleElement: (css, media) => addStyle(assets.style(css, from), media),
      styleSheet(address, media) {
        const file = rules.find(address, from);
        if (file === undefined) return '';
        return addStyle(assets.style(readFileSync(join(site.folder, file), 'utf8'), file), media);
      },
      scripts(found) {
        ownModules = found;
        return '';
      },
    });
    mergeOrder(styles, ownStyles);
    const found = toSource(ownModules, from, rules.find).map(
      (source) => [JSON.stringify(source), source] as const,
    );
    for (const [key, source] of found) sources.set(key, source);
    mergeOrder(
      modules,
      found.map(([key]) => key),
    );
    stored.set(page, partsOfPage(html));
  }

  const base = joinPaths(site.siteBase, digest.base).replace(/^\/$/, '');
  const pagefind = search && (await bundlePagefind(search.pagefind));
  const script = await bundleModules(
    {
      first: pageModule('single', 'startSingle', base, pagefind),
      modules: modules.flatMap((key) => sources.get(key) ?? []),
    },
    site.folder,
    rules.find,
  );
  const front = stored.get('/') as PageParts;
  const others = [...stored].filter(([path]) => path !== '/');
  const files = search && toJson(new Map([...search.first, ...search.others]));
  return [
    front.head,
    ...styles.map((css) => `<style>${css.replace(/<\/style/gi, String.raw`<\/style`)}</style>`),
    `</head>${front.bodyTag}${front.body}`,
    `<noscript id="digest-pages"><style>${onlyPapers}</style>`,
    ...others.map(
      ([path, { title, body }]) =>
        `<section id="${escaped(path)}" data-title="${escaped(title)}">\n${withoutNoscript(body)}\n</section>`,
    ),
    '</noscript>',
    ...(files === undefined
      ? []
      : [`<script type="application/json" id="digest-search-files">${files}</script>`]),
    `<script>${script.replace(/<(?=\/script|!--)/gi, String.raw`\x3c`)}</script>`,
    '</body></html>\n',
  ].join('\n');
}

/** Without scripts all pages stand one after the other, and only the first one has what is around them all. */
const onlyPapers =
  '#digest-pages :is(header,footer,nav,aside,form):not(.digest-main *):not(:has(.digest-main)),#digest-pages :is(.digest-skip,dialog,digest-search form){display:none!important}#digest-pages section[data-title]{border-block-start:1px solid;margin-block-start:3rem}';

/** The address of a page in the file, behind the `#`, by its path in a folder. */
function pathInFile(path: string): string {
  const bare = path.replace(/(?:^|\/)index\.html$|\.html$/, '');
  return bare === '' ? '/' : `/${bare}/`;
}

/** What browsers without scripts see is in such an element already. */
function withoutNoscript(html: string): string {
  return html
    .replace(/<noscript\b[^>]*>/gi, '<div data-without-scripts>')
    .replace(/<\/noscript\s*>/gi, '</div>');
}
