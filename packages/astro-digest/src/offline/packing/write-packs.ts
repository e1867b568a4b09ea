import { createHash } from 'node:crypto';
import { deflateSync } from 'fflate';
import { nameLength, type ListedPack, type PackTable } from '../pack-table.ts';
import type { PlannedBlock, PlannedEntry, PlannedPack } from './plan-packs.ts';

/** A pack that is written, and what the next build must know to write it again. */
export interface WrittenPack extends ListedPack {
  /** Hash of all that it is made of. */
  key: string;
  /** The keys of its blocks and how many bytes each has. */
  blocks: readonly (readonly [key: string, size: number])[];
}

/** Where the bytes of packs come from and go to. */
export interface PackFiles {
  /** A pack that an earlier build wrote of the same, whose files are in their place. */
  kept(key: string): WrittenPack | undefined;
  /** A compressed block of such a pack. */
  keptBlock(key: string): Uint8Array | undefined;
  /** The bytes of an entry. */
  read(entry: PlannedEntry): Uint8Array;
  /** Keeps a file. */
  write(name: string, content: Uint8Array): void;
}

/** Writes packs and their tables. */
export function writePacks(packs: readonly PlannedPack[], files: PackFiles): WrittenPack[] {
  const places = new Map<string, readonly [pack: string, page: number]>();
  // Parts are named by the places of their pages.
  const inTurn = [...packs].sort(
    ({ kind }, other) => Number(kind === 'later') - Number(other.kind === 'later'),
  );
  return inTurn.map((pack) => {
    const written = writePack(pack, files, places);
    if (pack.kind === 'pages')
      for (const [page, { path }] of pack.blocks.flatMap(({ entries }) => entries).entries())
        places.set(path, [written.name, page]);
    return written;
  });
}

function writePack(
  { kind, blocks }: PlannedPack,
  files: PackFiles,
  places: ReadonlyMap<string, readonly [pack: string, page: number]>,
): WrittenPack {
  const entries = blocks.flatMap((block) => block.entries);
  const parts = entries
    .filter(({ isPart }) => isPart)
    .map(({ path }) => places.get(path) as [string, number]);
  const pagesOf = Map.groupBy(parts, ([pack]) => pack);
  const key = nameOf(JSON.stringify([kind, blocks.map((block) => block.key), [...pagesOf.keys()]]));
  const kept = files.kept(key);
  if (kept) return kept;
  const compressed = blocks.map((block) => files.keptBlock(block.key) ?? compress(block, files));
  const table: PackTable = {
    blocks: compressed.map(({ length }) => length),
    counts: blocks.map((block) => block.entries.length),
    sizes: entries.map(({ size }) => size),
    hashes: entries.map(({ hash }) => hash).join(''),
    paths: entries.filter(({ isPart }) => !isPart).map(({ path }) => path),
    parts: Array.from(pagesOf, ([pack, pages]) => [pack, pages.map(([, page]) => page)] as const),
  };
  const bytes = Buffer.concat(compressed);
  const tableBytes = deflateSync(Buffer.from(JSON.stringify(table)), { level: 9 });
  const written: WrittenPack = {
    name: nameOf(bytes),
    kind,
    size: bytes.length,
    table: nameOf(tableBytes),
    tableSize: tableBytes.length,
    key,
    blocks: compressed.map(({ length }, block) => [(blocks[block] as PlannedBlock).key, length] as const),
  };
  files.write(written.name, bytes);
  files.write(written.table, tableBytes);
  return written;
}

function compress({ entries }: PlannedBlock, files: PackFiles): Uint8Array {
  return deflateSync(Buffer.concat(entries.map((entry) => files.read(entry))), { level: 9 });
}

/** The name of a file by its bytes. */
export function nameOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, nameLength);
}
