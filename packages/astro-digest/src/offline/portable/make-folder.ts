import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { joinPaths } from '../../model/addresses.ts';
import { bundleModules, bundlePagefind } from './bundle-scripts.ts';
import type { BuiltDigest, BuiltSite } from './built-site.ts';
import { linkRules } from './link-rules.ts';
import { pageModule } from './page-module.ts';
import { collectScripts } from './page-scripts.ts';
import { relativeAddress, type PortablePages } from './portable-pages.ts';
import { escaped, rewritePage } from './rewrite-page.ts';
import { countParts, readSearch, searchScripts } from './search-files.ts';
import { collectAssets } from './site-assets.ts';

/** Folder, in that of a digest, for all that is no page: no paper and no issue is called so. */
const assetsFolder = '_assets';

/** A digest in a folder. */
export interface PortableFolder {
  pages: number;
  files: number;
  /** Bytes of all files. */
  bytes: number;
}

/**
 * Writes a digest of a built site into a folder of its own, whose pages open from files.
 *
 * @param out the folder, which is empty
 * @throws PortableError when a script of the site can't be made portable
 */
export async function makeFolder(
  site: BuiltSite,
  digest: BuiltDigest,
  pages: PortablePages,
  out: string,
): Promise<PortableFolder> {
  const made: PortableFolder = { pages: pages.pages.size, files: 0, bytes: 0 };
  const write = (path: string, content: string | Uint8Array): void => {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    made.files += 1;
    made.bytes += typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  };

  const search = readSearch(site.folder, pages);
  const rules = linkRules(site, pages);
  const assets = collectAssets(site.folder, rules.find, relativeAddress);
  const scripts = collectScripts(
    pageModule('folder', 'startFolder', {
      base: joinPaths(site.siteBase, digest.base).replace(/^\/$/, ''),
      suffix: site.ending === '.html' ? '.html' : '/index.html',
      parts: search ? countParts(search) : 0,
    }),
    site.folder,
    rules.find,
  );

  for (const [from, to] of pages.pages) {
    const assetAt = (path: string): string => relativeAddress(to, `${assetsFolder}/${path}`);
    const fileOf = (address: string): string | undefined => {
      const file = rules.fileOf(address, from);
      if (!file) return undefined;
      assets.take(file.path);
      return assetAt(`site/${file.path}`) + file.behind;
    };
    const html = rewritePage(readFileSync(join(site.folder, from), 'utf8'), {
      link: (address) => rules.linkOf(address, from, (page) => relativeAddress(to, page)),
      file: fileOf,
      style: (css) => rules.changeStyle(css, (address) => fileOf(address) ?? 'data:,'),
      styleSheet(address, media) {
        const file = fileOf(address);
        if (file === undefined) return '';
        return `<link rel="stylesheet" href="${escaped(file)}"${media === undefined ? '' : ` media="${escaped(media)}"`}>`;
      },
      scripts: (modules) =>
        `<script defer src="${escaped(assetAt(`scripts/${scripts.nameOf(modules, from)}`))}"></script>`,
    });
    write(to, html);
  }

  for (const [path, content] of assets.files()) write(`${assetsFolder}/site/${path}`, content);
  for (const [name, text] of await scripts.bundle()) write(`${assetsFolder}/scripts/${name}`, text);
  if (search) {
    const pagefind = await bundlePagefind(search.pagefind);
    for (const [name, text] of searchScripts(search, pagefind)) write(`${assetsFolder}/search/${name}`, text);
  }
  const keeper = await bundleModules(
    { first: pageModule('storage', 'keepForOthers'), modules: [] },
    site.folder,
    rules.find,
  );
  write(
    `${assetsFolder}/storage.html`,
    `<!doctype html><meta charset="utf-8"><title>${digest.title.replace(/[&<]/g, '')}</title><script>${keeper}</script>\n`,
  );
  return made;
}
