import { hashOf } from '../../kept/hash.ts';
import type { PackKind } from '../pack-table.ts';
import type { OfflineRole } from './choose-files.ts';
import type { IssueOrder } from './issue-order.ts';
import type { SeenContent, SeenFile } from './look-into-file.ts';

/** A file that is packed. */
export interface FileToPack extends Omit<SeenFile, 'references'> {
  /** Path from the folder of the site. */
  path: string;
  role: OfflineRole;
}

/** Bytes of a pack: a file, or what of a page is kept apart from it. */
export interface PlannedEntry {
  path: string;
  isPart: boolean;
  hash: string;
  size: number;
}

/** Entries that are compressed together. */
export interface PlannedBlock {
  /** Hash of all that they are. */
  key: string;
  entries: readonly PlannedEntry[];
}

/** A pack before it is written. */
export interface PlannedPack {
  kind: PackKind;
  blocks: readonly PlannedBlock[];
}

/** Where issues are. */
export type IssuePlaces = Pick<IssueOrder, 'issues' | 'volumes'>;

/** A block is full with so many bytes: enough that files share what they have in common, few enough to be read for one of them. */
const blockSize = 128 * 1024;

/** A pack is full with so many bytes: pages become a sixth of that, the lists of the index two fifths. */
const packSizes: Record<PackKind, number> = {
  engine: 4_000_000,
  shell: 4_000_000,
  pages: 6_000_000,
  later: 6_000_000,
  index: 2_000_000,
};

/** An entry, and where it goes. */
interface PlacedEntry extends PlannedEntry {
  kind: PackKind;
  /** What shares packs with it. */
  group: string;
  /** What shares blocks with it. */
  unit: string;
  /** By which the entries of a group stand in order. */
  order: string;
}

/**
 * Plans the packs of a site. The same files give the same packs, and what later issues change is in packs of its own: a part
 * of a page, or a page that leads to issues of any time, goes into the volume of the newest issue that it leads to.
 */
export function planPacks(files: readonly FileToPack[], places: IssuePlaces): PlannedPack[] {
  const placed = files.flatMap((file) => entriesOf(file, places));
  const groups = Map.groupBy(placed, ({ kind, group }) => `${kind} ${group}`);
  return [...groups]
    .toSorted(([a], [b]) => byText(a, b))
    .flatMap(([, entries]) => packsOf(entries[0]?.kind as PackKind, entries.toSorted(inOrder)));
}

function entriesOf({ path, role, whole, parts, home }: FileToPack, places: IssuePlaces): PlacedEntry[] {
  const entry = (
    { hash, size }: SeenContent,
    place: Pick<PlacedEntry, 'kind' | 'group' | 'unit' | 'order'>,
    isPart = false,
  ): PlacedEntry => ({ path, isPart, hash, size, ...place });
  const numbered = (numbers: ReadonlyMap<string, number>, id: string | undefined): string =>
    String(numbers.get(id ?? '') ?? '').padStart(6, '0');
  const volumeOf = (issue: string | undefined): string => numbered(places.volumes, issue);
  switch (role) {
    case 'engine':
    case 'shell':
      return [entry(whole, { kind: role, group: '', unit: '', order: path })];
    case 'index':
      return [entry(whole, { kind: 'index', group: indexFolder(path), unit: '', order: path })];
    case 'moving':
      return [
        entry(whole, { kind: 'later', group: volumeOf(whole.issue), unit: 'file', order: `file ${path}` }),
      ];
    case 'fragment':
    case 'issue': {
      const issue = numbered(places.issues, home?.issue);
      // Where papers have no pages, texts of several results are of one page.
      const order = `${issue} ${home?.path} ${role} ${path}`;
      const page = entry(whole, { kind: 'pages', group: volumeOf(home?.issue), unit: issue, order });
      if (!parts) return [page];
      // Both have six digits, the newer volume the lower number.
      const group = [volumeOf(home?.issue), volumeOf(parts.issue ?? home?.issue)].toSorted()[0] as string;
      return [
        page,
        entry(parts, { kind: 'later', group, unit: `part ${issue}`, order: `part ${order}` }, true),
      ];
    }
  }
}

/** The folder of an index among those of the search. */
function indexFolder(path: string): string {
  return /pagefind\/(.*?)(?:(?:index|filter|words)\/)?[^/]*$/.exec(path)?.[1] ?? '';
}

function packsOf(kind: PackKind, entries: readonly PlacedEntry[]): PlannedPack[] {
  const packs: PlannedBlock[][] = [];
  let size = 0;
  for (const block of blocksOf(entries)) {
    const bytes = block.entries.reduce((sum, entry) => sum + entry.size, 0);
    if (packs.length === 0 || size + bytes > packSizes[kind]) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push(block);
    size += bytes;
  }
  return packs.map((blocks) => ({ kind, blocks }));
}

function blocksOf(entries: readonly PlacedEntry[]): PlannedBlock[] {
  const blocks: PlacedEntry[][] = [];
  let size = 0;
  for (const entry of entries) {
    const open = blocks.at(-1);
    if (!open || open[0]?.unit !== entry.unit || size + entry.size > blockSize) {
      blocks.push([entry]);
      size = 0;
    } else open.push(entry);
    size += entry.size;
  }
  return blocks.map((block) => ({
    key: hashOf(block.map(({ path, isPart, hash }) => `${hash} ${isPart ? 1 : 0} ${path}`).join('\n')),
    entries: block.map(({ path, isPart, hash, size }) => ({ path, isPart, hash, size })),
  }));
}

function inOrder(one: PlacedEntry, other: PlacedEntry): number {
  return byText(one.order, other.order);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
