import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealText, unsealText } from '../../content/sealed-text.ts';
import { writeSyncFile } from '../../content/sync-files.ts';
import { packFile } from '../pack-table.ts';
import type { SeenFile } from './look-into-file.ts';
import type { PlannedEntry } from './plan-packs.ts';
import { nameOf, type PackFiles, type WrittenPack } from './write-packs.ts';

/** What the next build needs to pack only what has changed. */
interface KeptPacking {
  /** Ids of the issues, the newest first. */
  issues: readonly string[];
  /** What was seen in each file, by its path, and the hash of the file. */
  seen: readonly (readonly [path: string, hash: string, seen: SeenFile])[];
  packs: readonly WrittenPack[];
}

/** Packs of the last build, and what it saw in the files that are in them. */
export interface KeptPacks {
  /** What was seen in a file of that hash. */
  seen(path: string, hash: string): SeenFile | undefined;
  /** Opens the packs, to write those of this build. */
  open(read: (entry: PlannedEntry) => Uint8Array): PackFiles;
  /** The bytes of a pack or a table; `undefined` where they are lost or damaged. */
  contentOf(name: string): Uint8Array | undefined;
  /** Keeps what this build has made, and nothing else. */
  save(kept: KeptPacking): void;
}

/**
 * Opens the folder of what is kept.
 *
 * @param folder absent where nothing is
 * @param restsOn what else than files and issues packs are made of
 * @param issues ids of the issues, the newest first: where known ones have changed places, nothing that was seen counts
 */
export function openKeptPacks(folder: string, restsOn: string, issues: readonly string[]): KeptPacks {
  const stateFile = join(folder, 'packs.json');
  const place = (name: string): string => join(folder, packFile(name));
  const before = readKept(stateFile, restsOn);
  const isInOrder = before !== undefined && keepOrder(before.issues, issues);
  const seen = new Map(isInOrder ? before.seen.map(([path, hash, file]) => [`${hash} ${path}`, file]) : []);
  const packs = new Map((before?.packs ?? []).map((pack) => [pack.key, pack]));
  const blocks = new Map<string, { pack: WrittenPack; start: number; end: number }>();
  for (const pack of packs.values()) {
    let end = 0;
    for (const [key, size] of pack.blocks) blocks.set(key, { pack, start: end, end: (end += size) });
  }
  const read = new Map<string, Uint8Array | undefined>();
  const contentOf = (name: string): Uint8Array | undefined => {
    if (!read.has(name)) read.set(name, readWhole(place(name), name));
    return read.get(name);
  };
  return {
    seen: (path, hash) => seen.get(`${hash} ${path}`),
    contentOf,
    open: (readEntry) => ({
      kept(key) {
        const pack = packs.get(key);
        return pack && contentOf(pack.name) && contentOf(pack.table) ? pack : undefined;
      },
      keptBlock(key) {
        const block = blocks.get(key);
        return block && contentOf(block.pack.name)?.subarray(block.start, block.end);
      },
      read: readEntry,
      write(name, content) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(place(name), content);
        read.set(name, content);
      },
    }),
    save(kept) {
      writeSyncFile(stateFile, sealText(JSON.stringify(kept), restsOn));
      const names = new Set(kept.packs.flatMap(({ name, table }) => [packFile(name), packFile(table)]));
      for (const file of readdirSync(folder))
        if (file.endsWith(packFile('')) && !names.has(file)) rmSync(join(folder, file), { force: true });
    },
  };
}

function readKept(file: string, restsOn: string): KeptPacking | undefined {
  try {
    const text = unsealText(readFileSync(file, 'utf8'), restsOn);
    return text === undefined ? undefined : (JSON.parse(text) as KeptPacking);
  } catch {
    return undefined;
  }
}

function readWhole(file: string, name: string): Uint8Array | undefined {
  try {
    const content = readFileSync(file);
    return nameOf(content) === name ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the issues that both lists have stand in the same order. */
function keepOrder(before: readonly string[], now: readonly string[]): boolean {
  const places = new Map(now.map((id, place) => [id, place]));
  const common = before.flatMap((id) => places.get(id) ?? []);
  return (
    common.length === before.length &&
    common.every((place, at) => at === 0 || place > (common[at - 1] as number))
  );
}
