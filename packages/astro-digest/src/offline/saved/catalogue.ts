import { fnv1a } from '../../search/fnv1a.ts';

/** Where an entry is: bytes of a block of a pack, once that is no longer compressed. */
export interface EntryPlace {
  /** Hash of the entry; see `PackTable`. */
  hash: string;
  /** Name of the pack. */
  pack: string;
  /** Where the block begins in the pack, and how many bytes it has there. */
  block: readonly [start: number, size: number];
  /** Where the entry begins in the block, and how many bytes it has. */
  bytes: readonly [start: number, size: number];
}

/** Where a saved file is. */
export interface FilePlace {
  whole: EntryPlace;
  /** Where the parts of a page are that later issues change. */
  parts?: EntryPlace | undefined;
}

/** All files of a saved version, by their paths. */
export type Catalogue = Map<string, FilePlace>;

/** What is saved of a digest. */
export interface SavedVersion {
  /** Version of the site; see `OfflineManifest`. */
  version: string;
  /** `all`, or only what the pages that one begins with need. */
  scope: 'shell' | 'all';
  /** Bytes of the packs. */
  size: number;
  /** How many parts the catalogue has. */
  parts: number;
  /** The packs that it needs. */
  packs: readonly string[];
}

/** How many files a part of a catalogue has at most, about. */
const partSize = 256;

/** How many parts a catalogue of so many files has. */
export function partsFor(files: number): number {
  return Math.max(1, Math.ceil(files / partSize));
}

/** The number of the part that a file is in. */
export function partOf(path: string, parts: number): number {
  return fnv1a(path) % parts;
}

/** A part of a catalogue as it is kept. */
export interface CataloguePart {
  packs: readonly string[];
  files: Readonly<Record<string, readonly [whole: KeptPlace, parts?: KeptPlace]>>;
}

type KeptPlace = readonly [
  hash: string,
  pack: number,
  blockStart: number,
  blockSize: number,
  start: number,
  size: number,
];

/** Writes a catalogue as its parts. */
export function toParts(catalogue: Catalogue): CataloguePart[] {
  const count = partsFor(catalogue.size);
  const parts = Array.from({ length: count }, () => ({
    packs: new Map<string, number>(),
    files: {} as Record<string, [KeptPlace, KeptPlace?]>,
  }));
  for (const [path, { whole, parts: ofPage }] of catalogue) {
    const { packs, files } = parts[partOf(path, count)] as (typeof parts)[number];
    const keep = ({ hash, pack, block, bytes }: EntryPlace): KeptPlace => {
      const number = packs.get(pack) ?? packs.size;
      packs.set(pack, number);
      return [hash, number, ...block, ...bytes];
    };
    files[path] = ofPage ? [keep(whole), keep(ofPage)] : [keep(whole)];
  }
  return parts.map(({ packs, files }) => ({ packs: [...packs.keys()], files }));
}

/** Reads a part of a catalogue. */
export function fromPart({ packs, files }: CataloguePart): [path: string, place: FilePlace][] {
  return Object.entries(files).map(([path, kept]) => [path, placeIn(packs, kept)]);
}

/** Finds a file in its part of a catalogue. */
export function findIn({ packs, files }: CataloguePart, path: string): FilePlace | undefined {
  const kept = Object.hasOwn(files, path) ? files[path] : undefined;
  return kept && placeIn(packs, kept);
}

function placeIn(packs: readonly string[], [whole, parts]: readonly [KeptPlace, KeptPlace?]): FilePlace {
  const place = ([hash, pack, blockStart, blockSize, start, size]: KeptPlace): EntryPlace => ({
    hash,
    pack: packs[pack] as string,
    block: [blockStart, blockSize],
    bytes: [start, size],
  });
  return { whole: place(whole), ...(parts ? { parts: place(parts) } : {}) };
}
