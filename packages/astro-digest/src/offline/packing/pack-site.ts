import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeHash } from '../../content/code-hash.ts';
import { hashOf } from '../../kept/hash.ts';
import type { SameFile } from '../../kept/site-files.ts';
import type { VolumeIssue } from '../../model/volumes.ts';
import { rootOf, type DigestPlace } from '../saved/place.ts';
import { partPage, type PartedPage } from '../later-parts.ts';
import {
  manifestName,
  offlineFolder,
  offlineFormat,
  packFile,
  versionName,
  type ListedPack,
  type OfflineManifest,
} from '../pack-table.ts';
import { chooseFiles, type OfflineFile, type SiteFile } from './choose-files.ts';
import { collectAssets } from './collect-assets.ts';
import { issueOrder } from './issue-order.ts';
import { openKeptPacks } from './kept-packs.ts';
import { lookIntoFile, packedBytes, type SeenFile } from './look-into-file.ts';
import { planPacks, type FileToPack } from './plan-packs.ts';
import { nameOf, writePacks } from './write-packs.ts';

/** A built site that is packed. */
export interface SiteToPack {
  /** Folder in which the site is built. */
  folder: string;
  /** Folder of the last site, where a file is that the other one lacks. */
  published: string;
  /** All files of the site. */
  files: readonly SiteFile[];
  /** Those that are as in the last site. */
  same: readonly SameFile[];
  place: DigestPlace;
  /** The issues, in any order. */
  issues: readonly VolumeIssue[];
  /** Folder of what is kept from build to build. */
  kept: string;
}

/** What packing came to. */
export interface PackedSite {
  manifest: OfflineManifest;
  /** Files of packs that the last site has, too. */
  same: SameFile[];
}

/** Packs the files of a site for those who read it offline, and puts the packs into it. */
export function packSite(site: SiteToPack): PackedSite {
  const { folder } = site.place;
  const order = issueOrder(site.issues);
  const restsOn = JSON.stringify([codeHash(), site.place]);
  const kept = openKeptPacks(site.kept, restsOn, order.ids);
  const looking = { folder, root: rootOf(site.place), ...order };
  const read = (path: string): Uint8Array => {
    const built = join(site.folder, path);
    return readFileSync(existsSync(built) ? built : join(site.published, path));
  };
  const hashes = new Map(site.same.map(([path, , hash]) => [path, hash]));
  const seen = new Map<string, { hash: string; file: SeenFile }>();
  const look = ({ path, role }: OfflineFile): SeenFile => {
    const known = hashes.get(path);
    const before = known === undefined ? undefined : kept.seen(path, known);
    const content = before ? undefined : read(path);
    const file = before ?? lookIntoFile(role, path, content as Uint8Array, looking);
    seen.set(path, { hash: known ?? hashOf(content as Uint8Array), file });
    return file;
  };
  const chosen = chooseFiles(site.files, folder, order.issues);
  const pages = chosen.map((file) => ({ ...file, ...look(file) }));
  const files = [...pages, ...assetsOf(pages, site, read, look)];
  const planned = planPacks(files, order);
  const parted = new Set(files.flatMap(({ path, parts }) => (parts ? [path] : [])));
  const packs = writePacks(
    planned,
    kept.open(({ path, isPart }) => {
      const content = packedBytes(path, read(path));
      if (!parted.has(path)) return content;
      const page = partPage(content) as PartedPage;
      return isPart ? page.parts : page.page;
    }),
  );
  kept.save({
    issues: order.ids,
    packs,
    seen: Array.from(seen, ([path, { hash, file }]) => [path, hash, file] as const),
  });
  const manifest = manifestOf(packs);
  const same = place(site, folder, manifest, (name) => kept.contentOf(name) as Uint8Array);
  return { manifest, same };
}

type SeenPage = OfflineFile & SeenFile;

/** The styles, scripts and pictures that pages need: those of papers alone go with the first issue that has them. */
function assetsOf(
  pages: readonly SeenPage[],
  { place: { siteBase, assets }, files }: SiteToPack,
  read: (path: string) => Uint8Array,
  look: (file: OfflineFile) => SeenFile,
): FileToPack[] {
  const ofIssues = pages.filter(({ role }) => role === 'issue');
  const others = pages.filter(({ role }) => role !== 'issue');
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const inOrder = [...others, ...ofIssues.toSorted((one, other) => (one.path < other.path ? -1 : 1))];
  const site = { siteBase, assets, files: new Set(files.map(({ path }) => path)), read };
  const needed = collectAssets(
    inOrder.map(({ path, references }) => [path, references] as const),
    site,
  );
  const sizes = new Map(files.map(({ path, size }) => [path, size]));
  return Array.from(needed)
    .filter(([path]) => !byPath.has(path))
    .map(([path, first]): FileToPack => {
      const file = { path, size: sizes.get(path) as number, role: 'engine' as const };
      const { home } = byPath.get(first) as SeenPage;
      const isOfIssue = home && /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(path);
      return { ...file, ...look(file), ...(isOfIssue ? { role: 'issue', home } : {}) };
    });
}

function manifestOf(packs: readonly ListedPack[]): OfflineManifest {
  const listed = packs.map(({ name, kind, size, table, tableSize }) => ({
    name,
    kind,
    size,
    table,
    tableSize,
  }));
  return { format: offlineFormat, version: nameOf(JSON.stringify(listed)), packs: listed };
}

/** Puts packs, tables and the manifest into the site, but for those that the last one has as they should be. */
function place(
  { folder: site, published }: SiteToPack,
  folder: string,
  manifest: OfflineManifest,
  contentOf: (name: string) => Uint8Array,
): SameFile[] {
  const within = folder + offlineFolder;
  mkdirSync(join(site, within), { recursive: true });
  writeFileSync(join(site, within, manifestName), `${JSON.stringify(manifest)}\n`);
  writeFileSync(join(site, within, versionName), `${JSON.stringify({ version: manifest.version })}\n`);
  const same: SameFile[] = [];
  for (const name of new Set(manifest.packs.flatMap(({ name, table }) => [name, table]))) {
    const path = `${within}/${packFile(name)}`;
    const size = sizeWhere(join(published, path), name);
    if (size === undefined) writeFileSync(join(site, path), contentOf(name));
    else same.push([path, size, name]);
  }
  return same;
}

/** How many bytes a file has, where it is the one of that name. */
function sizeWhere(file: string, name: string): number | undefined {
  try {
    const content = readFileSync(file);
    return nameOf(content) === name ? content.length : undefined;
  } catch {
    return undefined;
  }
}
