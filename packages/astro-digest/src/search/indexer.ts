import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { volumeSizes } from '../model/volumes.ts';
import { facetFile, writeFacets } from './facets/facet-file.ts';
import { facetsOf } from './facets/facets-of.ts';
import { authorFileCount, writeAuthors } from './operators/author-files.ts';
import { keyFile, writeKeys } from './operators/key-file.ts';
import { lanes, type IndexPiece, type IndexPlan, type PlannedVolume } from './index-plan.ts';
import { indexRecords } from './pagefind-service.ts';
import { pagefindRecords, type RecordSite } from './placed-records.ts';
import { volumeListName } from './volume-list.ts';
import { WordListWriter } from './word-lists/word-list-writer.ts';

/** How an index is made. */
export interface IndexOptions extends RecordSite {
  /** How many files may hold the texts of the results. Default: one a record. */
  maxFragments?: number | undefined;
}

/** What is told while an index is made. */
export interface IndexEvents {
  /** So many records are indexed. */
  onRecords(records: number): void;
  /** A piece is made, in a folder of its own. */
  onPiece(piece: IndexPiece, folder: string): void;
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
 * Makes pieces of an index, each in a folder of its own.
 *
 * @param isMade whether a piece is there already
 * @param folder where the folders of the pieces go
 * @param alone is kept when the machine has nothing else to do: until then one volume is made at a time
 * @returns the folders, by the names of the pieces
 * @throws PagefindProblem with Pagefind's own words when it fails
 */
export async function makePieces(
  { volumes, dictionaries, records }: IndexPlan,
  isMade: (piece: IndexPiece) => boolean,
  folder: string,
  { maxFragments, ...recordSite }: IndexOptions,
  { onRecords, onPiece, onProcess }: IndexEvents,
  alone: Promise<void> = Promise.resolve(),
): Promise<Map<string, string>> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = new Map<string, string>();
  const folderOf = ({ unit }: IndexPiece): string => {
    const own = join(folder, String(made.size));
    made.set(unit, own);
    return own;
  };
  let indexed = 0;
  const sent = Promise.withResolvers<void>();

  async function makeVolume(volume: PlannedVolume, lane: number): Promise<void> {
    const { length } = volume.records;
    const output = folderOf(volume);
    const options = {
      language: recordSite.language,
      includeCharacters,
      maxFragments: maxFragments && Math.max(1, Math.floor((maxFragments * length) / records)),
      chunkSize: chunkSizeOf(volume),
    };
    const isSent = Promise.withResolvers<void>();
    const indexing = indexRecords(pagefindRecords(volume.records, recordSite), output, options, {
      onProcess: (pid) => onProcess(pid, lane),
      onSent: () => isSent.resolve(),
    });
    await Promise.race([isSent.promise, indexing]);
    const lists = writeLists(volume);
    const facets = writeFacets(volume.records.map(facetsOf));
    const authors = writeAuthors(
      volume.records.map(({ record }) => record.authors),
      authorFileCount(volume.listFiles),
    );
    const keys = writeKeys(volume.records.map(({ record }) => record.id));
    sent.resolve();
    await indexing;
    for (const [path, text] of [...lists, ...authors]) writeWhole(join(output, path), text);
    writeWhole(join(output, keyFile), keys);
    writeWhole(join(output, facetFile), facets);
    if (volume.to !== '') dropSharedFiles(output);
    onPiece(volume, output);
    onRecords((indexed += length));
  }

  // The largest first: it takes most memory, and other work takes the more the longer it goes on. The others fill the time at the end.
  const waiting = volumes
    .filter((volume) => !isMade(volume))
    .toSorted((a, b) => b.records.length - a.records.length);
  onRecords((indexed += records - waiting.reduce((sum, volume) => sum + volume.records.length, 0)));
  const makeNextVolumes = async (lane: number): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await makeVolume(next, lane);
  };
  const work = Promise.all([
    makeNextVolumes(0),
    ...Array.from({ length: lanes - 1 }, async (_, lane) => {
      if (waiting.length === 0) return;
      await alone;
      await makeNextVolumes(lane + 1);
    }),
  ]);
  // What is done while Pagefind writes costs it nothing; what it may say against it is told below.
  await Promise.race([sent.promise, work]).catch(() => {});
  for (const dictionary of dictionaries) {
    if (isMade(dictionary)) continue;
    const output = folderOf(dictionary);
    for (const [path, text] of dictionary.write()) writeWhole(join(output, path), text);
    onPiece(dictionary, output);
  }
  await work;
  return made;
}

/** The lists of words of a volume, which are read before Pagefind is asked, or in place of it. */
function writeLists({ records, listFiles }: PlannedVolume): ReadonlyMap<string, string> {
  const writer = new WordListWriter();
  for (const { record } of records) {
    const { title, text, authors = [] } = record;
    writer.add({ title, text, authors: authors.join(' ') });
  }
  return writer.files(listFiles);
}

/** Puts the pieces of an index into its folder, with the list of its volumes. */
export function placePieces(
  { volumes, dictionaries, list }: IndexPlan,
  made: ReadonlyMap<string, string>,
  folder: string,
): void {
  rmSync(folder, { recursive: true, force: true });
  // The volume with Pagefind is in the folder itself, and so comes first.
  const pieces = [...volumes, ...dictionaries].toSorted((a, b) => a.to.length - b.to.length);
  for (const { unit, to } of pieces) {
    const from = made.get(unit) as string;
    const place = join(folder, to);
    mkdirSync(dirname(place), { recursive: true });
    renameSync(from, place);
  }
  writeWhole(join(folder, volumeListName), list);
}

/**
 * How much Pagefind puts into one file of a volume, in places of words. Less than it does by itself: a query loads a file for each of its
 * words, and all but the most frequent words fill only a small part of one. A volume as small as the open one, which is made anew each day,
 * has few files.
 */
function chunkSizeOf({ records }: PlannedVolume): number {
  return records.length <= volumeSizes.open ? 3000 : Math.max(1500, Math.ceil(records.length / 2.5));
}

function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Takes away what the folder of the index has for all volumes: Pagefind's scripts, its styles and its engine. */
function dropSharedFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && /\.(?:js|css|pagefind)$/.test(entry.name)) rmSync(join(folder, entry.name));
  }
}
