/**
 * What is in a pack. A pack is one file in which the files of a volume stand in blocks, one after another. Each block is compressed by itself, so
 * that a file is read without the others, and files that are alike still share a block. The table is a file of its own, which tells what
 * has changed before the pack is loaded.
 *
 * Blocks and tables are compressed as RFC 1951 has it, which browsers read without a library. A table is JSON in UTF-8. Its lists
 * have a place for each entry, in the order of the blocks: those of whole files first, then those of the parts of pages.
 */
export interface PackTable {
  /** How many bytes each block has in the pack. */
  blocks: readonly number[];
  /** How many entries each block has. */
  counts: readonly number[];
  /** How many bytes each entry has, once its block is no longer compressed. */
  sizes: readonly number[];
  /** Hashes of the entries, one behind the other; see `hashLength`. */
  hashes: string;
  /** Addresses of the whole files, from the folder of the site. */
  paths: readonly string[];
  /** Which pages the parts are of: for each pack with pages, the numbers of these among its paths. */
  parts: readonly (readonly [pack: string, pages: readonly number[]])[];
}

/** How many characters a hash of an entry has: 48 bits of its SHA-256, in base64url. */
export const hashLength = 8;

/** What the compression is called where browsers have it. */
export const packCompression = 'deflate-raw';

/** What packs are loaded for. */
export type PackKind =
  /** What pages and the search can't do without: scripts, style sheets, Pagefind. */
  | 'engine'
  /** The pages that one begins with. */
  | 'shell'
  /** The issues of a volume and their papers, without the parts that later issues change. */
  | 'pages'
  /** These parts, and pages that lead to issues of any time: archive, topics, people. */
  | 'later'
  /** The index of the search. */
  | 'index';

/** A pack as the manifest names it. */
export interface ListedPack {
  /** SHA-256 of its bytes, shortened, in hexadecimal digits: the name of its file. */
  name: string;
  kind: PackKind;
  /** Bytes of the pack. */
  size: number;
  /** The same of its table, as `name`. */
  table: string;
  /** Bytes of the table. */
  tableSize: number;
}

/** What can be saved of a site as it is now. */
export interface OfflineManifest {
  /** Changes with the form of packs, tables and this list. */
  format: typeof offlineFormat;
  /** SHA-256 of the packs, shortened: two sites of the same version have the same files. */
  version: string;
  packs: readonly ListedPack[];
}

export const offlineFormat = 1;

/** How many hexadecimal digits name a pack: 80 bits. */
export const nameLength = 20;

/** Folder with all this, from the digest's base; also the address of the page about it. */
export const offlineFolder = 'offline';

export const manifestName = 'manifest.json';

/** File with the version alone, which each page asks for. */
export const versionName = 'version.json';

/** Name of the file of a pack or a table. */
export function packFile(name: string): string {
  return `${name}.pack`;
}
