import type { VolumeList } from '../volume-list.ts';
import { listFile, listNumber, readLists, type ListedPaper, type WordList } from './word-list-files.ts';

/** What is known of some words of a query that stand one after another. */
export interface FoundList {
  /** The first of the words, and how many they are. */
  start: number;
  length: number;
  /** How many papers have it; 0 for several words. */
  papers: number;
  /** Papers that have it, by the indexes in their order; see `WordList`. */
  having: (readonly ListedPaper[])[];
  /** Papers that have what stands for it, in the same way. */
  likened: (readonly ListedPaper[])[];
}

/** Looks words up in the lists of the indexes. */
export interface WordLists {
  /**
   * @param stems of the query's words, in their order
   * @param isAsked whether what begins with a word is of interest. Default: all that do.
   */
  find(stems: readonly string[], isAsked?: (index: number) => boolean): Promise<FoundList[]>;
}

/** How many words a phrase of the thesaurus has at most. */
const longest = 4;

/**
 * Opens the lists of the indexes.
 *
 * @param load gives the text at an address; the empty text where there is none
 */
export function openWordLists(
  { indexes, lists: counts }: Pick<VolumeList, 'indexes' | 'lists'>,
  load: (address: string) => Promise<string>,
): WordLists {
  const files = new Map<string, Promise<Map<string, WordList>>>();
  const read = (address: string): Promise<Map<string, WordList>> => {
    const known = files.get(address) ?? load(address).then(readLists);
    files.set(address, known);
    return known;
  };
  return {
    async find(stems, isAsked = () => true) {
      const asked = [...stems.keys()].filter(isAsked);
      const found = await Promise.all(
        asked.map(async (start) => {
          const name = stems[start] as string;
          const lists = await Promise.all(
            indexes.map((folder, index) => read(folder + listFile(listNumber(name, counts[index] ?? 0)))),
          );
          return Array.from({ length: Math.min(longest, stems.length - start) }, (_, index) => {
            const entry = stems.slice(start, start + index + 1).join(' ');
            const own = lists.map((list) => list.get(entry));
            return {
              start,
              length: index + 1,
              papers: own.reduce((sum, list) => sum + (list?.papers ?? 0), 0),
              having: own.map((list) => list?.having ?? []),
              likened: own.map((list) => list?.likened ?? []),
            };
          });
        }),
      );
      return found.flat();
    },
  };
}
