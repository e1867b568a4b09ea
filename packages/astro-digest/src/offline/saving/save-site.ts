import {
  manifestName,
  offlineFormat,
  packCompression,
  packFile,
  type ListedPack,
  type OfflineManifest,
  type PackKind,
  type PackTable,
} from '../pack-table.ts';
import { partsFor, type SavedVersion } from '../saved/catalogue.ts';
import { offlineAddress, type DigestPlace } from '../saved/place.ts';
import { loadFile, SavingError } from './load-file.ts';
import { planSaving, type KnownPack } from './plan-saving.ts';
import { openSavedStore, type SavedStore } from './saved-store.ts';

/** How far saving has come. */
export interface SavingProgress {
  /** Bytes that are there. */
  done: number;
  /** Bytes that will be there. */
  total: number;
}

/** How many files are loaded at one time. */
const lanes = 4;

/** What the pages that one begins with need. */
const shellKinds: readonly PackKind[] = ['engine', 'shell'];

/** The packs of a scope. */
export function packsOf({ packs }: OfflineManifest, scope: SavedVersion['scope']): readonly ListedPack[] {
  return scope === 'all' ? packs : packs.filter(({ kind }) => shellKinds.includes(kind));
}

/** Bytes of packs with their tables. */
export function sizeOf(packs: readonly ListedPack[]): number {
  return packs.reduce((sum, { size, tableSize }) => sum + size + tableSize, 0);
}

/**
 * Asks the host what can be saved now.
 *
 * @throws SavingError where it can't be asked, or gives something else
 */
export async function loadManifest(place: DigestPlace): Promise<OfflineManifest> {
  const response = await fetch(offlineAddress(place, manifestName), { cache: 'no-cache' }).catch(
    (error: unknown) => {
      throw new SavingError('network', error);
    },
  );
  if (!response.ok) throw new SavingError(response.status >= 500 ? 'network' : 'changed');
  const manifest = (await response.json().catch(() => undefined)) as OfflineManifest | undefined;
  if (manifest?.format !== offlineFormat) throw new SavingError('changed');
  return manifest;
}

/**
 * Saves a version of the site: loads the packs that are not there, and makes it the current version when all are. What breaks off is
 * gone on with by the next call: nothing that has come whole is loaded again.
 *
 * One page does that at a time; others wait for it.
 *
 * @param onProgress is told how far it has come
 * @returns what is saved now
 * @throws SavingError; what the signal is aborted with
 */
export function saveSite(
  place: DigestPlace,
  manifest: OfflineManifest,
  scope: SavedVersion['scope'],
  signal: AbortSignal,
  onProgress: (progress: SavingProgress) => void,
): Promise<SavedVersion> {
  const work = (): Promise<SavedVersion> => save(place, manifest, scope, signal, onProgress);
  return navigator.locks.request(`astro-digest ${offlineAddress(place, '')}`, { signal }, work);
}

async function save(
  place: DigestPlace,
  manifest: OfflineManifest,
  scope: SavedVersion['scope'],
  signal: AbortSignal,
  onProgress: (progress: SavingProgress) => void,
): Promise<SavedVersion> {
  const store = openSavedStore(place);
  const before = await store.current();
  if (before?.version === manifest.version && (before.scope === 'all' || scope === 'shell')) return before;
  const packs = packsOf(manifest, scope);
  const stored = await store.stored();
  const tables = packs.filter(({ table }) => !stored.has(table));
  const begun = before ? 0 : packs.reduce((sum, { name, size }) => sum + (stored.has(name) ? size : 0), 0);
  const sizeOfTables = tables.reduce((sum, { tableSize }) => sum + tableSize, 0);
  const missing = packs.filter(({ name }) => !stored.has(name));
  const progress = { done: begun, total: begun + sizeOfTables + bytesOf(missing) };
  const load = async (name: string, size: number): Promise<void> => {
    const content = await loadFile(offlineAddress(place, packFile(name)), name, size, signal, (bytes) => {
      progress.done += bytes;
      onProgress(progress);
    });
    await store.keep(name, content);
    stored.add(name);
  };
  await inLanes(tables, ({ table, tableSize }) => load(table, tableSize));
  const known = await Promise.all(packs.map((pack) => readTable(store, pack)));
  const plan = planSaving(known, before ? await store.catalogue(before) : new Map(), stored);
  progress.total = begun + sizeOfTables + bytesOf(plan.load);
  onProgress(progress);
  await inLanes(plan.load, ({ name, size }) => load(name, size));
  const saved: SavedVersion = {
    version: manifest.version,
    scope,
    size: sizeOf(packs),
    parts: partsFor(plan.catalogue.size),
    packs: plan.packs,
  };
  await store.publish(saved, plan.catalogue);
  await store.tidy([saved, before], new Set(manifest.packs.flatMap(({ name, table }) => [name, table])));
  return saved;
}

function bytesOf(packs: readonly ListedPack[]): number {
  return packs.reduce((sum, { size }) => sum + size, 0);
}

async function readTable(store: SavedStore, pack: ListedPack): Promise<KnownPack> {
  const blob = (await store.read(pack.table)) as Blob;
  const text = await new Response(blob.stream().pipeThrough(new DecompressionStream(packCompression))).text();
  return { pack, table: JSON.parse(text) as PackTable };
}

/** Does a few things at a time. After the first one that fails none begins any more, but those under way come to their end. */
async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await work(item).catch((error: unknown) => {
        left.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
