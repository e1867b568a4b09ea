import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { volumeSizes } from '../model/volumes.ts';
import { DictionaryWriter } from './dictionary.ts';
import { lanes } from './index-plan.ts';
import { indexPages } from './pagefind-service.ts';
import { recordPages, type PlacedRecord, type RecordSite } from './record-pages.ts';
import { volumeListName, type VolumeList } from './volume-list.ts';

/** What is indexed by itself. */
export interface IndexedVolume {
  /** Its folder within that of the index. */
  id: string;
  /** Whether it changes no more by what is added day by day. */
  isClosed: boolean;
  /** Its papers, in the order of the site. */
  records: readonly PlacedRecord[];
}

/** How an index is made. */
export interface IndexOptions extends RecordSite {
  /** How many files may hold the texts of the results. Default: one a record. */
  maxFragments?: number | undefined;
}

/** What is told while an index is made. */
export interface IndexEvents {
  /** So many records are indexed. */
  onRecords(records: number): void;
  /**
   * Pagefind's program runs in a process of that number; none once it has ended.
   *
   * @param lane from 0 to one less than `lanes`
   */
  onProcess(pid: number | undefined, lane: number): void;
}

/** Characters that are part of words, besides letters and digits: `C++`, `C#`. */
const includeCharacters = '+#';

/**
 * Indexes volumes: Pagefind's files, the dictionaries, and the list of both. The folder of the index has the earliest volume, and a
 * folder for each of the others.
 *
 * @param volumes the latest first; those without papers are left out
 * @param folder where the index goes
 * @param alone is kept when the machine has nothing else to do: until then one volume is made at a time
 * @throws PagefindProblem with Pagefind's own words when it fails
 */
export async function makeIndex(
  volumes: readonly IndexedVolume[],
  folder: string,
  { maxFragments, ...recordSite }: IndexOptions,
  { onRecords, onProcess }: IndexEvents,
  alone: Promise<void> = Promise.resolve(),
): Promise<void> {
  const full = volumes.filter(({ records }) => records.length > 0);
  const root = full.at(-1) ?? { id: '', isClosed: false, records: [] };
  const all = full.reduce((sum, { records }) => sum + records.length, 0);
  const made = ({ id }: IndexedVolume): string => (id === root.id ? folder : `${folder}-${id}`);
  let indexed = 0;

  async function makeVolume(volume: IndexedVolume, lane: number): Promise<void> {
    const { records } = volume;
    rmSync(made(volume), { recursive: true, force: true });
    const options = {
      language: recordSite.language,
      includeCharacters,
      maxFragments: maxFragments && Math.max(1, Math.floor((maxFragments * records.length) / all)),
      chunkSize: chunkSizeOf(records.length),
    };
    await indexPages(recordPages(records, recordSite), made(volume), options, (pid) => onProcess(pid, lane));
    onRecords((indexed += records.length));
  }

  // Beside other work, which takes memory, the smaller ones are made.
  const waiting = (full.length > 0 ? full : [root]).toSorted((a, b) => b.records.length - a.records.length);
  let isAlone = false;
  const makeNextVolumes = async (lane: number): Promise<void> => {
    for (;;) {
      const next = isAlone ? waiting.shift() : waiting.pop();
      if (!next) return;
      await makeVolume(next, lane);
    }
  };
  const work = Promise.all([
    makeNextVolumes(0),
    ...Array.from({ length: lanes - 1 }, async (_, lane) => {
      await alone;
      isAlone = true;
      await makeNextVolumes(lane + 1);
    }),
  ]);
  // What is done meanwhile costs Pagefind nothing; what it may say against it is told below.
  work.catch(() => {});
  const dictionaries = dictionariesOf(full, root);
  await work;

  for (const volume of full) {
    if (volume === root) continue;
    dropSharedFiles(made(volume));
    renameSync(made(volume), join(folder, volume.id));
  }
  for (const [within, words] of dictionaries) writeWords(join(folder, within), words);
  const folders = full.map(({ id }) => (id === root.id ? '' : `${id}/`));
  const list: VolumeList = { indexes: folders, dictionaries: [...dictionaries.keys()] };
  writeFileSync(join(folder, volumeListName), JSON.stringify(list));
}

/**
 * How much Pagefind puts into one file of a volume, in places of words. Less than it does by itself: a query loads a file for each of its
 * words, and all but the most frequent words fill only a small part of one. A volume that may be open, and is made anew each day, has few
 * files.
 */
function chunkSizeOf(records: number): number {
  return records <= volumeSizes.open ? 4000 : Math.max(1500, Math.ceil(records / 2.5));
}

/** The dictionaries of an index by their folders in it: one of all closed volumes, and one of each that is open. */
function dictionariesOf(
  volumes: readonly IndexedVolume[],
  root: IndexedVolume,
): Map<string, ReadonlyMap<string, string>> {
  const writers = new Map<string, DictionaryWriter>();
  for (const volume of volumes) {
    const folder = volume.isClosed || volume.id === root.id ? '' : `${volume.id}/`;
    const writer = writers.get(folder) ?? new DictionaryWriter();
    writers.set(folder, writer);
    for (const { record } of volume.records)
      writer.add([record.title, record.text, ...(record.authors ?? [])]);
  }
  return new Map([...writers].map(([folder, writer]) => [folder, writer.files()]));
}

function writeWords(folder: string, words: ReadonlyMap<string, string>): void {
  for (const [path, text] of words) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Takes away what the folder of the index has for all volumes: Pagefind's scripts, its styles and its engine. */
function dropSharedFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && /\.(?:js|css|pagefind)$/.test(entry.name)) rmSync(join(folder, entry.name));
  }
}
