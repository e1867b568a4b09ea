import type { DictionaryPlace } from './dictionary-files.ts';

/** Name of the file, in the folder of an index, that tells which volumes the index has. */
export const volumeListName = 'volumes.json';

/** What a search needs to know of an index before it asks it. */
export interface VolumeList {
  /** Folders of the volumes that have papers, from that of the index, each with a slash at its end; the empty one has Pagefind, too. */
  indexes: string[];
  /** Into how many files the lists of papers go that each of them has, in the same order; see `word-lists/`. */
  lists: number[];
  /** The dictionaries; together they have the words of all papers. */
  dictionaries: DictionaryPlace[];
}

/**
 * Reads which volumes the indexes of a site have.
 *
 * @param folders of the indexes, each with a slash at its end
 * @param loadText gives the text at an address; the empty text where there is none
 * @returns all their folders; of the indexes one with Pagefind first
 */
export async function readVolumeLists(
  folders: readonly string[],
  loadText: (address: string) => Promise<string>,
): Promise<VolumeList> {
  const texts = await Promise.all(folders.map((folder) => loadText(folder + volumeListName)));
  const lists = texts.map((text) => (text === '' ? none : (JSON.parse(text) as VolumeList)));
  const withPagefind = new Set(folders);
  const indexes = lists.flatMap((list, index) =>
    list.indexes.map((within, place) => ({
      folder: `${folders[index]}${within}`,
      lists: list.lists[place] ?? 0,
    })),
  );
  const [empty] = folders.slice(0, 1).map((folder) => ({ folder, lists: 0 }));
  const first = indexes.find(({ folder }) => withPagefind.has(folder)) ?? empty;
  const all = first === undefined ? [] : [first, ...indexes.filter((index) => index !== first)];
  return {
    indexes: all.map(({ folder }) => folder),
    lists: all.map(({ lists }) => lists),
    dictionaries: lists.flatMap((list, index) =>
      list.dictionaries.map(({ folder, parts }) => ({ folder: `${folders[index]}${folder}`, parts })),
    ),
  };
}

const none: VolumeList = { indexes: [], lists: [], dictionaries: [] };
