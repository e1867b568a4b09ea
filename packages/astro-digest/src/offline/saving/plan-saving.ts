import { hashLength, type ListedPack, type PackTable } from '../pack-table.ts';
import type { Catalogue, EntryPlace, FilePlace } from '../saved/catalogue.ts';

/** A pack and what is in it. */
export interface KnownPack {
  pack: ListedPack;
  table: PackTable;
}

/** How a version comes to be saved. */
export interface SavingPlan {
  /** The packs that are still to be loaded. */
  load: ListedPack[];
  /** Where each file will be. */
  catalogue: Catalogue;
  /** The packs that it needs, the loaded ones included. */
  packs: string[];
}

/**
 * Plans what is loaded of a version. A pack is loaded only for what no pack has that is there already: of the packs that later issues
 * change, that is what they have changed.
 *
 * @param packs those of the version, those with pages before those with their parts
 * @param held what is saved of an older version
 * @param stored names of the packs that are there
 */
export function planSaving(
  packs: readonly KnownPack[],
  held: Catalogue,
  stored: ReadonlySet<string>,
): SavingPlan {
  const pagesOf = new Map(packs.map(({ pack, table }) => [pack.name, table.paths]));
  const catalogue: Catalogue = new Map();
  const load: ListedPack[] = [];
  for (const { pack, table } of packs) {
    const entries = [...entriesOf(pack.name, table, pagesOf)];
    const heldPlace = ({ path, isPart, place }: TableEntry): EntryPlace | undefined => {
      const file = held.get(path);
      const found = isPart ? file?.parts : file?.whole;
      return found?.hash === place.hash && stored.has(found.pack) ? found : undefined;
    };
    const isHere = stored.has(pack.name);
    const isNeeded = !isHere && entries.some((entry) => !heldPlace(entry));
    if (isNeeded) load.push(pack);
    for (const entry of entries) {
      const { path, isPart } = entry;
      const place = isHere || isNeeded ? entry.place : (heldPlace(entry) as EntryPlace);
      const file: FilePlace | undefined = catalogue.get(path);
      if (isPart) catalogue.set(path, { ...(file as FilePlace), parts: place });
      else catalogue.set(path, { whole: place });
    }
  }
  const used = new Set<string>();
  for (const { whole, parts } of catalogue.values()) {
    used.add(whole.pack);
    if (parts) used.add(parts.pack);
  }
  return { load, catalogue, packs: [...used] };
}

/** An entry of a table, with what it is of. */
interface TableEntry {
  path: string;
  isPart: boolean;
  place: EntryPlace;
}

function* entriesOf(
  pack: string,
  { blocks, counts, sizes, hashes, paths, parts }: PackTable,
  pagesOf: ReadonlyMap<string, readonly string[]>,
): Generator<TableEntry> {
  const ofParts = parts.flatMap(([name, pages]) => pages.map((page) => pagesOf.get(name)?.[page] as string));
  let entry = 0;
  let blockStart = 0;
  for (const [number, blockSize] of blocks.entries()) {
    let start = 0;
    const end = entry + (counts[number] as number);
    for (; entry < end; entry++) {
      const size = sizes[entry] as number;
      const isPart = entry >= paths.length;
      yield {
        path: (isPart ? ofParts[entry - paths.length] : paths[entry]) as string,
        isPart,
        place: {
          hash: hashes.slice(entry * hashLength, (entry + 1) * hashLength),
          pack,
          block: [blockStart, blockSize],
          bytes: [start, size],
        },
      };
      start += size;
    }
    blockStart += blockSize;
  }
}
