import { inflateRawSync } from 'node:zlib';
import { hashOf } from '../../../src/kept/hash.ts';
import { hashLength, type ListedPack, type PackTable } from '../../../src/offline/pack-table.ts';
import {
  planPacks,
  type FileToPack,
  type IssuePlaces,
  type PlannedEntry,
} from '../../../src/offline/packing/plan-packs.ts';
import { writePacks, type WrittenPack } from '../../../src/offline/packing/write-packs.ts';
import type { EntryPlace } from '../../../src/offline/saved/catalogue.ts';

/** A file of a version of a site, in texts. */
export interface VersionFile {
  path: string;
  role: FileToPack['role'];
  whole: string;
  /** What later issues change of it. */
  parts?: string | undefined;
  /** Id of the issue that it is of. */
  home?: string | undefined;
  /** Path of the page that it is of, where that is another one. */
  page?: string | undefined;
  /** Ids of the newest issues that the file, or the parts of the page, lead to. */
  leadsTo?: string | undefined;
}

/** A version of a site, packed. */
export interface PackedVersion {
  packs: WrittenPack[];
  /** Bytes of packs and tables, by their names. */
  files: Map<string, Uint8Array>;
}

/** Packs a version; of what was packed before, blocks are taken that are the same. */
export function packVersion(
  files: readonly VersionFile[],
  places: IssuePlaces,
  before?: PackedVersion,
): PackedVersion {
  const see = (text: string, issue: string | undefined) => ({
    hash: hashOf(text).slice(0, hashLength),
    size: Buffer.byteLength(text),
    issue,
  });
  const toPack = files.map(({ path, role, whole, parts, home, page, leadsTo }): FileToPack => ({
    path,
    role,
    whole: see(whole, role === 'moving' ? leadsTo : undefined),
    ...(parts === undefined ? {} : { parts: see(parts, leadsTo) }),
    ...(home === undefined
      ? {}
      : { home: { path: page ?? path.replace(/\/index\.html$/, ''), issue: home } }),
  }));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const written = new Map<string, Uint8Array>();
  const packs = writePacks(planPacks(toPack, places), {
    kept(key) {
      const pack = before?.packs.find((pack) => pack.key === key);
      for (const name of pack ? [pack.name, pack.table] : [])
        written.set(name, before?.files.get(name) as Uint8Array);
      return pack;
    },
    keptBlock: () => undefined,
    read: ({ path, isPart }: PlannedEntry) =>
      Buffer.from((isPart ? byPath.get(path)?.parts : byPath.get(path)?.whole) as string),
    write: (name, content) => void written.set(name, content),
  });
  return { packs, files: written };
}

/** Reads a table of a pack. */
export function readTable({ table }: ListedPack, files: ReadonlyMap<string, Uint8Array>): PackTable {
  return JSON.parse(inflateRawSync(files.get(table) as Uint8Array).toString()) as PackTable;
}

/** Reads an entry out of its pack. */
export function readEntry(
  { pack, block, bytes }: EntryPlace,
  files: ReadonlyMap<string, Uint8Array>,
): string {
  const [from, length] = block;
  const whole = inflateRawSync((files.get(pack) as Uint8Array).subarray(from, from + length));
  return whole.subarray(bytes[0], bytes[0] + bytes[1]).toString();
}
