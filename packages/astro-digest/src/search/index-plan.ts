import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IssueFront } from '../content/sync-files.ts';
import { issueParts, type Shard } from '../model/shard.ts';
import { volumesOf, type Volume } from '../model/volumes.ts';
import { partsFor } from './dictionary-files.ts';
import { DictionaryWriter } from './dictionary.ts';
import { listFileCount } from './word-lists/word-list-files.ts';
import type { PlacedRecord } from './placed-records.ts';
import { lettersInRuns } from './runs.ts';
import type { VolumeList } from './volume-list.ts';

/** How many of Pagefind's programs run at one time: each takes one core, and memory for each paper that it has. */
export const lanes = 2;

/** A volume that is indexed. */
export interface IndexedVolume {
  /** Its folder within that of the index. */
  id: string;
  /** Whether it changes no more by what is added day by day. */
  isClosed: boolean;
  /** Its papers, in the order of the site. */
  records: readonly PlacedRecord[];
}

/** Files of an index that are made together. */
export interface IndexPiece {
  /** Name of it. */
  unit: string;
  /** Hash of all that it is made of. */
  key: string;
  /** Where it goes, from the folder of the index; empty for that folder itself. */
  to: string;
}

/** A volume's index. */
export interface PlannedVolume extends IndexPiece {
  records: readonly PlacedRecord[];
  /** Into how many files its lists of words go. */
  listFiles: number;
}

/** A dictionary. */
export interface PlannedDictionary extends IndexPiece {
  /** Makes its files, by their names. */
  write(): ReadonlyMap<string, string>;
}

/** What an index consists of. */
export interface IndexPlan {
  volumes: PlannedVolume[];
  dictionaries: PlannedDictionary[];
  /** Text of the list of the volumes. */
  list: string;
  /** How many records there are. */
  records: number;
}

/**
 * The volumes that are indexed, each by itself: those of a shard's issues, or of all.
 *
 * @returns the latest first
 */
export function indexedVolumes(
  fronts: readonly Pick<IssueFront, 'id' | 'date' | 'papers'>[],
  shard: Shard | undefined,
): Volume[] {
  if (!shard) return volumesOf(fronts);
  const shardOf = issueParts(
    fronts.map(({ id, date }) => ({ id, data: { date } })),
    shard.count,
  );
  return volumesOf(fronts.filter(({ id }) => shardOf.get(id) === shard.number));
}

/**
 * Plans an index: a piece for each volume that has papers, one dictionary of all closed volumes and one of each that is open. The earliest
 * volume is in the folder of the index, with Pagefind, and each of the others in a folder there.
 *
 * @param volumes the latest first
 * @param restsOn what else than its records an index is made of: options, versions
 */
export function planIndex(volumes: readonly IndexedVolume[], restsOn: string): IndexPlan {
  const full = volumes.filter(({ records }) => records.length > 0);
  // Pagefind makes an index of nothing, too.
  const planned = full.length > 0 ? full : [{ id: '', isClosed: false, records: [] }];
  const root = planned.at(-1) as IndexedVolume;
  const records = countOf(full);
  const folderOf = (volume: IndexedVolume): string => (volume === root ? '' : volume.id);
  const keys = new Map(planned.map((volume) => [volume, keyOf(volume, restsOn)]));
  const groups = Map.groupBy(full, (volume) => (volume.isClosed ? '' : folderOf(volume)));
  const dictionaries = [...groups].map(([folder, group]): PlannedDictionary => {
    const to = folder === '' ? 'words' : `${folder}/words`;
    return {
      unit: `search ${to}`,
      key: hashOf(group.map((volume) => keys.get(volume))),
      to,
      write: () => writeDictionary(group),
    };
  });
  const listFiles = new Map(planned.map((volume) => [volume, listFilesOf(volume)]));
  const withSlash = (folder: string): string => (folder === '' ? '' : `${folder}/`);
  const list: VolumeList = {
    indexes: full.map((volume) => withSlash(folderOf(volume))),
    lists: full.map((volume) => listFiles.get(volume) ?? 0),
    dictionaries: [...groups].map(([folder, group]) => ({
      folder: `${withSlash(folder)}words/`,
      parts: partsFor(countOf(group)),
    })),
  };
  return {
    volumes: planned.map((volume) => ({
      unit: `search ${folderOf(volume)}`,
      key: hashOf([keys.get(volume), volume === root, listFiles.get(volume)]),
      to: folderOf(volume),
      records: volume.records,
      listFiles: listFiles.get(volume) ?? 0,
    })),
    dictionaries,
    list: JSON.stringify(list),
    records,
  };
}

const manifest = new URL('../package.json', import.meta.resolve('pagefind'));
const pagefindVersion = (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;

function keyOf({ records }: IndexedVolume, restsOn: string): string {
  const hash = createHash('sha256').update(JSON.stringify([pagefindVersion, restsOn]));
  for (const record of records) hash.update(JSON.stringify(record));
  return hash.digest('base64url');
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

function listFilesOf({ records, isClosed }: IndexedVolume): number {
  const letters = records.reduce(
    (sum, { record }) => sum + lettersInRuns(`${record.title} ${record.text}`),
    0,
  );
  return listFileCount(records.length, letters, isClosed);
}

function countOf(volumes: readonly IndexedVolume[]): number {
  return volumes.reduce((sum, { records }) => sum + records.length, 0);
}

function writeDictionary(volumes: readonly IndexedVolume[]): ReadonlyMap<string, string> {
  const words = new DictionaryWriter();
  for (const { record } of volumes.flatMap(({ records }) => records)) {
    const { title, text, authors = [] } = record;
    words.add([title, text, ...authors]);
  }
  return words.files();
}
